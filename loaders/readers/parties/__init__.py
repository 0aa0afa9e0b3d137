"""The readers of parties and what they need."""
