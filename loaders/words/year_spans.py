"""Spans of years: periods that years alone bound, ``2023/2026``, ``2021, 2022 et 2023``, school years."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.seeking import Sought
from loaders.words.dates import MONTH, YEAR
from loaders.words.durations import after, duration_near
from loaders.words.moments import Period

_YEARS = Sought(
    rf"(?<![\d/.-])(?P<a>{YEAR})\s*(?:[-/>→·•›»▸►▶➔➜➤⟶⇒~]|->|\ba\b|\bet\b|\bau\b|\bjusqu'(?:a|en))\s*"
    rf"(?:(?:la )?fin )?(?:l'(?:annee|exercice) )?(?P<b>{YEAR}|\d\d)(?![\d/]|[.-]\d|\s{MONTH}\b)"
)
_BARRED = Sought(rf"(?:^|[^\s|])\s*(?<!\d)(?P<a>{YEAR})\s*\|\s*(?P<b>{YEAR})(?!\d|\s*\|)")
"""Two years that a bar parts, and no row of years: ``2024 | 2028``."""

_EACH_YEAR = re.compile(
    rf"(?<![\d/.-])(?P<a>{YEAR})(?:\s*[,;]\s*{YEAR}){{0,8}}\s*(?:[,;]\s*)?\bet\s+(?P<b>{YEAR})(?![\d/])"
)
_YEAR_BY_YEAR = re.compile(
    rf"(?<![\d/.-])(?P<a>{YEAR})(?:\s?[,;/|·•-]\s?{YEAR}){{1,8}}\s?[,;/|·•-]\s?(?P<b>{YEAR})(?![\d/])"
)
_SCHOOL = re.compile(
    rf"(?:annees?|rentrees?)\s+scolaires?,?\s+(?:de\s+)?(?P<a>{YEAR})\s*[-/]\s*(?P<b>{YEAR}|\d\d)(?!\d)"
    rf"(?:\s*(?:a|au|et|jusqu'a)\s+(?:l'annee scolaire\s+)?{YEAR}\s*[-/]\s*(?P<c>{YEAR}|\d\d)(?!\d))?"
)
_YEAR_START = Sought(rf"\b(?:a compter|a partir) (?:de |d')(?:l'annee )?(?P<a>{YEAR})(?![\d/-])")
_NUMBERED = re.compile(r"\bdu\s+\d+/$|n\s?°\s*$|\b(?:hiver|printemps|ete|automne|saison)s?,?\s*$")
"""What stands before two years that are part of a number, or those of one season over the new year."""

_LONGEST = 12


def year_spans(words: str) -> Iterator[Period]:
    """Give the periods of ``words`` (plain) that years bound; some may overlap."""
    yield from _school_years(words)
    yield from _listed_years(words)
    yield from _year_starts(words)


def _school_years(words: str) -> Iterator[Period]:
    """Give a span of school years from the first's autumn to the last's summer, told by their years."""
    seen = list(_SCHOOL.finditer(words))
    if seen:
        last = _full(seen[-1]["a"], seen[-1]["c"] or seen[-1]["b"])
        yield Period(seen[0].start(), seen[-1].end(), seen[0]["a"], last)


def _listed_years(words: str) -> Iterator[Period]:
    """Give the spans whose first and last year, or every year, is printed: ``2023/2026``, ``2022 - 26``."""
    by_year = (found for found in _YEAR_BY_YEAR.finditer(words) if _in_turn(found[0]))
    for found in (*_EACH_YEAR.finditer(words), *by_year, *_YEARS.finditer(words), *_BARRED.finditer(words)):
        last = _full(found["a"], found["b"])
        lead = words[max(0, found.start() - 12) : found.start()]
        if 0 < int(last) - int(found["a"]) <= _LONGEST and not _NUMBERED.search(lead):
            yield Period(found.start("a"), found.end(), found["a"], last)


def _in_turn(listed: str) -> bool:
    """Whether the years ``listed`` follow each other without a gap."""
    years = [int(year) for year in re.findall(r"\d{4}", listed)]
    return years == list(range(years[0], years[0] + len(years)))


def _year_starts(words: str) -> Iterator[Period]:
    """Give the periods that begin in a year and last as long as is said beside it: ``pour 4 ans à compter de 2023``."""
    for found in _YEAR_START.finditer(words):
        if years := duration_near(words, found.start(), found.end()):
            yield Period(found.start(), found.end(), found["a"], after(found["a"], years), "last")


def _full(first: str, last: str) -> str:
    """Return the year ``last``, printed with two digits, in the century of ``first``."""
    return last if len(last) == 4 else first[:2] + last
