"""The readers of governance and what they need."""
