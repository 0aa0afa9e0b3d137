"""Corrections: what a person adds, changes or rejects of what was read, in a file beside it (docs/corrections.md)."""

from maillage.pipeline.corrections.applying import amended, corrected
from maillage.pipeline.corrections.declared import load, parse

__all__ = ["amended", "corrected", "load", "parse"]
