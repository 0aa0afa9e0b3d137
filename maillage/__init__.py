"""Maillage: a knowledge graph of French territorial social policy."""

__version__ = "0.1.0"
