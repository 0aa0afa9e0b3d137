"""How many of the things that are found have each value of each facet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

Traits = Mapping[str, frozenset[str]]
"""The values of a thing by facet."""

FACETS = ("genre", "theme", "type", "territoire", "acteur", "role", "periode", "palier")
UNKNOWN = "inconnu"
"""The value that stands for having none."""

Counts = Mapping[str, Mapping[str, int]]
"""How many have each value, by facet."""

_NONE = (UNKNOWN,)


def passes(traits: Traits, wanted: Mapping[str, str], but: str = "") -> bool:
    """Whether a thing has the values that are ``wanted``, those of the facet ``but`` apart."""
    return all(_has(traits, facet, value) for facet, value in wanted.items() if facet != but)


def counted(found: Sequence[Traits], wanted: Mapping[str, str]) -> Counts:
    """Return how many of what was ``found`` have each value: of a facet, among what is ``wanted`` of the others."""
    whole, but = _divided(found, wanted)
    return {facet: _values(facet, (*whole, *but.get(facet, ()))) for facet in FACETS}


def _values(facet: str, found: Iterable[Traits]) -> Mapping[str, int]:
    return Counter(chain.from_iterable(traits.get(facet) or _NONE for traits in found))


def _divided(
    found: Sequence[Traits], wanted: Mapping[str, str]
) -> tuple[Sequence[Traits], Mapping[str, Sequence[Traits]]]:
    """Return what has all values that are ``wanted``, and, by facet, what has all but that one: in one go."""
    if not wanted:
        return found, {}
    whole: list[Traits] = []
    but: dict[str, list[Traits]] = {facet: [] for facet in wanted}
    for traits in found:
        lacking = [facet for facet, value in wanted.items() if not _has(traits, facet, value)]
        if not lacking:
            whole.append(traits)
        elif len(lacking) == 1:
            but[lacking[0]].append(traits)
    return whole, but


def _has(traits: Traits, facet: str, value: str) -> bool:
    values = traits.get(facet)
    return value in values if values else value == UNKNOWN
