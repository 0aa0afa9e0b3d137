"""Bounds: the first and last day of a convention that several passages tell together.

One can state both, or one its beginning and another its end or how long it lasts: ``Durée : 5 ans`` on one line,
``Prise d'effet : 1er janvier 2023`` on the next.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from loaders.acts.convention_cues import FOREIGN, PROLONGED
from loaders.document import Passage
from loaders.words.durations import after, before, duration
from loaders.words.moments import Period
from loaders.words.periods import find_periods, last_year
from loaders.words.wording import plain

Told = tuple[Passage, str]


@dataclass(frozen=True, slots=True)
class Bounds:
    """First and last day (or year), empty where nothing tells it, and the years it lasts, 0 where nobody says.

    ``computed`` names the bound that a duration gave; ``words`` are the passages that tell.
    """

    first: str = ""
    last: str = ""
    computed: str = ""
    years: int = 0
    words: tuple[Passage, ...] = ()


def bounds(told: Iterable[Passage]) -> Bounds:
    """Return what ``told`` come to: the first period that is stated whole, else its parts put together."""
    told = list(told)
    lasting = [(words, years) for words in told if (years := duration(words.text))][:1]
    found = [(words, period) for words in told for period in periods(words)]
    whole = [(words, period) for words, period in found if period.first and period.last]
    if whole:
        words, period = _most_precise(whole)
        years = lasting[0][1] if lasting else 0
        return Bounds(period.first, period.last, period.computed, years, (words,))
    begin = next(((words, period.first) for words, period in found if period.first), None)
    ends = [(words, period.last) for words, period in found if period.last]
    ends += [
        (words, year) for words in told if (year := last_year(words.text)) and not PROLONGED.search(plain(words.text))
    ]
    end = next((hit for hit in ends if begin is None or hit[1][:4] >= begin[1][:4]), None)
    return _joined(begin, end, lasting)


def _most_precise(whole: Sequence[tuple[Passage, Period]]) -> tuple[Passage, Period]:
    """Return the first period with its words, or one of the same years right beside it that tells their days."""
    words, first = whole[0]
    same = (hit for hit in whole if hit[0] is words and _years(hit[1]) == _years(first) and not hit[1].computed)
    return max(same, key=lambda hit: len(hit[1].first) + len(hit[1].last), default=whole[0])


def _years(period: Period) -> tuple[str, str]:
    """Return the years in which a period begins and ends."""
    return period.first[:4], period.last[:4]


def _joined(begin: Told | None, end: Told | None, lasting: Sequence[tuple[Passage, int]]) -> Bounds:
    """Put a beginning, an end and a duration that stand apart together."""
    years = lasting[0][1] if lasting else 0
    first, last = begin[1] if begin else "", end[1] if end else ""
    stated = tuple(hit[0] for hit in (begin, end) if hit)
    if (first and last) or not years:
        return Bounds(first, last, "", years, stated)
    with_duration = (*stated, lasting[0][0])
    if first:
        return Bounds(first, after(first, years), "last", years, with_duration)
    return Bounds(before(last, years) if last else "", last, "first" if last else "", years, with_duration)


def periods(words: Passage) -> Iterator[Period]:
    """Give the periods of ``words`` that belong to no other contract and prolong none."""
    text = plain(words.text)
    for period in find_periods(words.text):
        lead = text[: period.start]
        if not PROLONGED.search(lead) and not FOREIGN.search(lead):
            yield period
