"""Moments: what is read of time in a text, a date or a period, and where in the text it stands.

Days, months and years are in ISO 8601: ``2021-06-30``, ``2021-06``, ``2021``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from loaders.seeking import Sought

_SAME_YEAR = Sought(r"\b(?:la|cette) meme annee\b|\ba la meme date\b|\bcette annee-la\b")


DAY = len("2024-01-01")
"""As many signs has a date that is known to the day."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A date found in a text: where (``start``, ``end``), and the day or month that it is."""

    start: int
    end: int
    iso: str


@dataclass(frozen=True, slots=True)
class Period:
    """A period found in a text: where, its first and last day (or year), and which of the two a duration gave."""

    start: int
    end: int
    first: str = ""
    last: str = ""
    computed: Literal["", "first", "last"] = ""


def year_of(iso: str) -> int:
    """Return the year of an ISO date, 0 for none."""
    return int(iso[:4]) if iso[:4].isdigit() else 0


def points_to_a_year(said: str) -> bool:
    """Tell whether what is ``said`` (plain) only points to the year told before: ``la même année``."""
    return _SAME_YEAR.search(said) is not None
