"""Page numbers: the lines of a text that only number its pages, known by what returns beside a number that grows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby, pairwise

from loaders.vocabulary import groups

MIN_RETURNS = 3
MAX_HEADER = 150
"""Characters: a longer line is no running header."""
LONG = 6
"""Words: so many are hardly the label of a thing that the text counts."""

_PAGE_OF_PAGES = 2
"""Times: so often returns a line that says both that it numbers a page and how many there are."""
_WORD = re.compile(r"[^\W_]")
_NUMBERS_PAGE = re.compile(
    r"\s[-–—|]?\s?(?:(?:page|p\.)\s?(\d{1,4})(?:\s?(?:/|sur)\s?(\d{1,4}))?|(\d{1,4})\s?(?:/|sur)\s?(\d{1,4}))\s*$",
    re.IGNORECASE,
)
_BARE = re.compile(r"\d{1,3}")
_OWN = re.compile(r"\||\bn(?:[°º]|os?|um[ée]ro)\W*$|^\d+$", re.IGNORECASE)
"""Words that return beside a number of their own, or none: a row of a table, ``Délibération n°``."""
_RULES = " -–—|·•"


def numbering_pages(lines: Sequence[str]) -> set[int]:
    """Return the lines that say the same at least MIN_RETURNS times, but for a page's number that only grows.

    Two are enough of those that say ``page 2/4``. A bare ``3/19`` numbers a page where all are of as many, and the
    words head no part of an act but one with a number of its own. A bare ``3`` does so beside words that return often
    enough, twice on a page too.
    """
    returning: dict[tuple[str, str, str], list[tuple[int, int]]] = {}
    for index, line in enumerate(lines):
        match = _NUMBERS_PAGE.search(line) if len(line) <= MAX_HEADER * 2 else None
        words = " ".join(line[: match.start()].split()) if match else ""
        if match and _WORD.search(words) and len(words) <= MAX_HEADER:
            if match[4] and words_that_head().search(words) and not _numbered().search(words):
                continue
            key = (words, match[2] or "", match[4] or "")
            returning.setdefault(key, []).append((index, int(match[1] or match[3])))
    return _barely_numbering(lines) | {
        index
        for (_, pages, _), places in returning.items()
        if len(places) >= (_PAGE_OF_PAGES if pages else MIN_RETURNS) and _grow([number for _, number in places])
        for index, _ in places
    }


def _barely_numbering(lines: Sequence[str]) -> set[int]:
    """Return the lines of a running header and of the bare numbers of pages on the same lines or on those beside."""
    filled = [(index, " ".join(line.split())) for index, line in enumerate(lines) if _WORD.search(line)]
    marks = [mark for index, text in filled for mark in _ends_in_number(index, text)]
    for (above, first), (below, second) in pairwise(filled):
        marks += [("above", first, second, (above, below)), ("below", second, first, (above, below))]
    told: dict[tuple[str, str], list[tuple[int, tuple[int, ...]]]] = {}
    for side, words, number, places in marks:
        if _BARE.fullmatch(number) and 2 < len(words) <= MAX_HEADER and not _OWN.search(words):
            told.setdefault((side, words), []).append((int(number), places))
    return {
        index
        for (_, words), numbered in told.items()
        if _numbers(words, [number for number, _ in groupby(number for number, _ in numbered)])
        for _, places in numbered
        for index in places
    }


def _ends_in_number(index: int, text: str) -> Iterator[tuple[str, str, str, tuple[int, ...]]]:
    """Give the two ways to part a line into the words of a running header and a number behind or before them."""
    words, _, number = text.rpartition(" ")
    yield "before", words.rstrip(_RULES), number, (index,)
    number, _, words = text.partition(" ")
    yield "behind", words.lstrip(_RULES), number, (index,)


def _numbers(words: str, numbers: Sequence[int]) -> bool:
    """Whether bare ``numbers`` beside ``words`` that return are those of pages: they grow, by about one a time.

    What is numbered from 1 can be the act's parts: few words, or such as head one, stand on a later page first.
    """
    long = len(words.split()) >= LONG
    heads = words_that_head().search(words) is not None or _counts().search(words) is not None
    if len(numbers) < MIN_RETURNS + (heads or not long) or (heads and not long):
        return False
    slow = numbers[-1] - numbers[0] <= 2 * (len(numbers) - 1)
    return _grow(numbers) and slow and (numbers[0] > 1 or (long and not heads))


def _grow(numbers: Sequence[int]) -> bool:
    """Whether each of ``numbers`` is greater than the one before it."""
    return all(before < after for before, after in pairwise(numbers))


@cache
def _numbered() -> re.Pattern[str]:
    """Return what finds the number of a part beside the word that heads it: ``Avenant n° 1``."""
    return re.compile(rf"(?:{words_that_head().pattern})s?\s*(?:n\s?[°ºo]\s*)?\d{{1,2}}(?!\w)", re.IGNORECASE)


@cache
def _counts() -> re.Pattern[str]:
    """Return what finds the words whose bare number can be that of an act or of a point of minutes."""
    return re.compile(rf"\b(?:{'|'.join(groups('noise', 'kept')['numbered'])})", re.IGNORECASE)


@cache
def words_that_head() -> re.Pattern[str]:
    """Return what finds the words that head a part of an act (``fiche``, ``annexe`` ...)."""
    return re.compile("|".join(map(re.escape, groups("noise", "kept")["words"])), re.IGNORECASE)
