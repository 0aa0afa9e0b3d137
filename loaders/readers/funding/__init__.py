"""The readers of funding and what they need."""
