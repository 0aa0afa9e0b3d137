"""The readers of fiches and what they need."""
