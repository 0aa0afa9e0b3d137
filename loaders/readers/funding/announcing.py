"""Sentences that say that what they speak of stands below: in a table, or in a list."""

from __future__ import annotations

from loaders.seeking import Sought
from loaders.words.wording import plain

_ANNOUNCES = Sought(r":\s*$|\btableau\b|\bci-(?:apres|dessous)\b|\b(?:suivante?s?|comme suit)\b")


def announces(text: str) -> bool:
    """Tell whether ``text`` says that what it speaks of stands below it."""
    return _ANNOUNCES.search(plain(text)) is not None
