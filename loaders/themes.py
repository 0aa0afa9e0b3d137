"""Themes of a label, told by the words of the theme vocabulary (``ontology/themes.ttl``)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from loaders.resolve import fold
from maillage.thesauri import SCHEMES

_FOR_WHOM = frozenset({"handicap"})
"""Themes that say whom an action is for rather than what it is about: what it is about comes from the node above."""


def themes(text: str, above: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the themes that the words of ``text`` name, in the vocabulary's order.

    Words that say nothing leave the themes of the node ``above`` (gold of the plan: a label, else its parent).
    """
    found = _named(text)
    if found <= _FOR_WHOM:
        found |= set(above)
    return tuple(concept.id for concept in SCHEMES["themes"] if concept.id in found)


def is_theme(text: str) -> bool:
    """Tell whether ``text`` is the name of a theme and nothing else: ``Petite enfance``."""
    return _stem(text) in _triggers()[0]


def _named(text: str) -> set[str]:
    """Return the ids of the concepts that ``text`` names; of two names that overlap, the longer one counts."""
    ids, pattern = _triggers()
    return {ids[match[0].strip()] for match in pattern.finditer(f" {_stem(text)} ")}


@cache
def _triggers() -> tuple[dict[str, str], re.Pattern[str]]:
    """Return the trigger words with their concept's id, and the pattern that finds them, the longest first."""
    ids: dict[str, str] = {}
    for concept in SCHEMES["themes"]:
        for label in (concept.fr, *concept.labels):
            ids.setdefault(_stem(label), concept.id)
    longest = sorted(ids, key=lambda words: (-len(words), words))
    return ids, re.compile(rf"(?<= )(?:{'|'.join(map(re.escape, longest))})(?= )")


def _stem(text: str) -> str:
    """Return ``text`` folded, its words without the mark of the plural."""
    return " ".join(word if len(word) < 4 else word.rstrip("sx") for word in fold(text).split())
