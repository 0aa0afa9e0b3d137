"""Durations: how many years something lasts, and the day on which it then ends or began."""

from __future__ import annotations

import re
from datetime import date, timedelta

from loaders.vocabulary import values
from loaders.words.moments import year_of
from loaders.words.spelt_numbers import NUMBER_WORD, count
from loaders.words.wording import alternatives, plain

_TERMS = dict(values("dates", "terms"))
_DURATION = re.compile(
    rf"\b(?P<years>\d{{1,2}}|{NUMBER_WORD})\s*(?:\(\s*\d+\s*\)\s*)?(?:ans|annees|exercices)\b"
    rf"|\b(?P<term>{alternatives(list(_TERMS))})\b|\b(?P<months>\d{{2}})\s*mois\b"
)
_NEAR = 120
_LONGEST = 12


def duration(text: str) -> int:
    """Return the years of the first duration that ``text`` states, 0 for none: ``pour une durée de quatre ans``."""
    found = _DURATION.search(plain(text))
    return _length(found) if found else 0


def duration_near(words: str, start: int, end: int, leads: tuple[str, ...] = ("",)) -> int:
    """Return the years of the last duration that ``words`` (plain) state near ``start`` to ``end``, 0 for none.

    Where ``leads`` are given, one of them must stand right before the duration.
    """
    near = _DURATION.finditer(words, max(0, start - _NEAR), end + _NEAR)
    durations = [found for found in near if words[max(0, found.start() - 20) : found.start()].rstrip().endswith(leads)]
    return _length(durations[-1]) if durations else 0


def _length(found: re.Match[str]) -> int:
    """Return the years of a match of ``_DURATION``; 0 where no convention lasts so long."""
    if found["months"]:
        years, rest = divmod(int(found["months"]), 12)
        return 0 if rest else years
    number = _TERMS.get(found["term"] or "", 0) or count(found["years"] or "")
    return number if 0 < number <= _LONGEST else 0


def after(start: str, years: int) -> str:
    """Return the last day (or, for a bare year, the last year) of a period of ``years`` that begins on ``start``."""
    if len(start) < 10:
        return str(year_of(start) + years - 1) if start else ""
    return (_moved(date.fromisoformat(start), years) - timedelta(days=1)).isoformat()


def before(end: str, years: int) -> str:
    """Return the first day of a period of ``years`` that ends on ``end``."""
    if len(end) < 10:
        return str(year_of(end) - years + 1) if end else ""
    return _moved(date.fromisoformat(end) + timedelta(days=1), -years).isoformat()


def _moved(day: date, years: int) -> date:
    """Return the same day so many ``years`` later; of a 29 February, the 28th."""
    return date(day.year + years, day.month, 28 if (day.month, day.day) == (2, 29) else day.day)
