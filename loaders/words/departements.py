"""Départements: the one that a text speaks of most, that of a postcode."""

from __future__ import annotations

import re
from collections import Counter

from loaders.resolve import Gazetteer
from loaders.words.proper_names import name_ends
from loaders.words.wording import plain
from maillage.reference import Territory

_SPOKEN_OF = re.compile(
    r"\b(?:departement\w*|caf|allocations familiales|prefecture|prefet)(?:\s*[:(-])?\s+"
    r"(?:(?:de\s+la|du|des|de)\s+|(?:de\s+l|d)'\s?)?"
)
_POSTCODE = re.compile(r"(?<![\d.])(\d{5})\s+(?=[a-z])")


def departement_of(text: str, gazetteer: Gazetteer) -> Territory | None:
    """Return the département that ``text`` speaks of most: its council, its Caf, its prefecture; else by postcodes."""
    counts = _spoken_of(text, gazetteer) or Counter(code_of(found[1]) for found in _POSTCODE.finditer(plain(text)))
    best = max(sorted(counts), key=lambda code: counts[code], default="")
    return gazetteer.reference.departements.get(best)


def _spoken_of(text: str, gazetteer: Gazetteer) -> Counter[str]:
    """Return how often ``text`` names which département as one that has a council, a Caf, a prefecture."""
    counts: Counter[str] = Counter()
    known: dict[tuple[str, ...], Territory | None] = {}
    for found in _SPOKEN_OF.finditer(plain(text)):
        names = tuple(text[found.end() : end] for end in name_ends(text, found.end()))
        if names not in known:
            known[names] = next((area for name in names if (area := gazetteer.departement(name))), None)
        if (area := known[names]) is not None:
            counts[area.code] += 1
    return counts


def code_of(postcode: str) -> str:
    """Return the code of the département to which ``postcode`` belongs: its first two figures, three overseas."""
    return postcode[:3] if postcode.startswith("97") else postcode[:2]
