"""The readers of communes and what they need."""
