"""The readers of amendments and what they need."""
