"""Amounts in euros within a sentence: ``78 000 €``, ``1 488,60 euros``, ``12 k€``, ``2,3 millions d'euros``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from loaders.seeking import Sought
from loaders.words.numerals import NUMBER, canonical
from loaders.words.wording import plain

_AMOUNT = re.compile(
    rf"(?<![\d.,])(?P<number>{NUMBER})\s?"
    r"(?P<unit>k€|m€|md€|millions? d'euros|millions? €|milliers? d'euros|[€£]|euros?\b|eur\b)"  # a scan's "£" is a "€"
)
_EUROS = Sought("[€£]|eur")
_THOUSANDS, _MILLIONS = 1000, 1_000_000


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount: its value in euros, where its words begin and end."""

    euros: Decimal
    start: int
    end: int


def amounts(text: str) -> Iterator[Amount]:
    """Give the amounts of ``text`` in order."""
    said = plain(text)
    for found in _AMOUNT.finditer(said) if _EUROS.search(said) else ():
        multiple = _multiple(found["unit"])
        value = Decimal(canonical(found["number"])) * multiple
        yield Amount(value.quantize(Decimal(1)) if multiple > 1 else value, *found.span())


def _multiple(unit: str) -> int:
    """Return what a unit of euros counts by."""
    if unit.startswith(("k", "millier")):
        return _THOUSANDS
    if unit.startswith("md"):
        return _THOUSANDS * _MILLIONS
    return _MILLIONS if unit.startswith("m") else 1
