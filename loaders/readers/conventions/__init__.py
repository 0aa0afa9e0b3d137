"""The readers of conventions and what they need."""
