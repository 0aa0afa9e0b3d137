"""The readers of statistics and what they need."""
