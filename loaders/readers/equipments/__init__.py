"""The readers of equipments and what they need."""
