"""The readers of deliberations and what they need."""
