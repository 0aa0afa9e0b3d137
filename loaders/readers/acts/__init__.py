"""The readers of acts and what they need."""
