"""Figures: tables of numbers, which the statistics and the funding are both read from."""
