"""Cues: the words of the vocabulary by which the readers of governance recognise things, as patterns."""

from __future__ import annotations

from loaders.vocabulary import words
from loaders.words.wording import alternatives


def cues(key: str) -> str:
    """Return a pattern for any of the words that the vocabulary of instances lists under ``key``, in plain letters."""
    return alternatives(words("instances", key))
