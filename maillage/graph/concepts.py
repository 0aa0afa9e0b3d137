"""Concepts by the names that the thesauri give them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from maillage.names import ascii_words
from maillage.thesauri import SCHEMES, Concept


def named(scheme: str, words: str) -> Concept | None:
    """Return the concept of ``scheme`` that bears those words as a name; None where there is none."""
    return names(scheme).get(ascii_words(words))


@cache
def names(scheme: str) -> Mapping[str, Concept]:
    """Return the concepts of ``scheme`` by their names in ASCII words; of two that share a name, the first has it."""
    pairs = [(ascii_words(label), concept) for concept in SCHEMES[scheme] for label in (concept.fr, *concept.labels)]
    return dict(reversed(pairs))
