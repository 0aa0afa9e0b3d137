"""The readers of plan and what they need."""
