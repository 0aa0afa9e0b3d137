"""Deadlines of fiches: the dates that a cell like ``Démarrage fin 2022`` can be read as."""

from __future__ import annotations

import re
from typing import NamedTuple

from loaders.vocabulary import words
from loaders.words.dates import find_dates
from loaders.words.periods import find_periods
from loaders.words.wording import alternatives, plain

_YEAR = r"(?:19|20)\d\d"
_MONTHS = re.compile(r"\bde?\s*(?P<first>[a-z]{3,9})\s+(?:a|au|-|et)\s+(?P<last>[a-z]{3,9})\s+(?P<year>(?:19|20)\d\d)")
_BARE = re.compile(rf"(?:(?:l')?annee )?{_YEAR}")
_SCHOOL = re.compile(
    rf"(?:pendant |durant |sur )?(?:l')?annees? scolaires? (?P<first>{_YEAR})\s?[-/]\s?(?P<last>{_YEAR}|\d\d)"
)
_PART_OF_YEAR = re.compile(
    r"(?P<since>(?:des|a (?:partir|compter) d[ue]) )?(?:(?:au|le|du|durant|pendant|courant|sur) )?(?:l[ea] )?"
    r"(?P<rank>premier|deuxieme|second|troisieme|quatrieme|[1-4] ?(?:er|e|eme|nd))"
    rf" (?P<part>trimestre|semestre) (?:de (?:l'annee )?)?(?P<year>{_YEAR})"
)
_RANKS = {"p": 1, "d": 2, "s": 2, "t": 3, "q": 4}
_MONTHS_OF = {"trimestre": 3, "semestre": 6}
_LONGEST = 300
_MANY = 3
_SEVERAL = re.compile(r"\d\.\s?\d\s*:|;")


class Span(NamedTuple):
    """The first and the last date that a deadline names, ISO 8601 cut to what is known, empty where it names none."""

    start: str = ""
    end: str = ""


def span(text: str) -> Span:
    """Return the dates of a deadline. A deadline for each objective, or one without a date, has none."""
    said = plain(text)
    if len(said) > _LONGEST or _SEVERAL.search(said):
        return Span()
    if found := _months(said) or _school_year(said) or _part_of_year(said):
        return found
    periods = find_periods(text)
    if len(re.findall(_YEAR, said)) < _MANY and len(periods) == 1 and periods[0].first and periods[0].last:
        return Span(periods[0].first, periods[0].last)
    return _single(said)


def _school_year(said: str) -> Span | None:
    """Return the span of one school year (``année scolaire 2023-2024``): from September to June."""
    found = _SCHOOL.fullmatch(said.strip(" .;"))
    if found is None:
        return None
    last = found["last"] if len(found["last"]) == len(found["first"]) else found["first"][:2] + found["last"]
    return Span(f"{found['first']}-09", f"{last}-06") if int(last) == int(found["first"]) + 1 else None


def _part_of_year(said: str) -> Span | None:
    """Return the span of one quarter or half of a year (``Premier semestre 2026``), open where it only begins then."""
    found = _PART_OF_YEAR.fullmatch(said.strip(" .;"))
    if found is None:
        return None
    rank = int(found["rank"][0]) if found["rank"][0].isdigit() else _RANKS[found["rank"][0]]
    last = rank * _MONTHS_OF[found["part"]]
    first = f"{found['year']}-{last - _MONTHS_OF[found['part']] + 1:02}"
    return None if last > 12 else Span(first, "" if found["since"] else f"{found['year']}-{last:02}")


def _months(said: str) -> Span | None:
    """Return the span of ``de septembre à décembre 2023``, whose first month takes the year of the last."""
    found = _MONTHS.search(said)
    if found is None:
        return None
    first = find_dates(f"{found['first']} {found['year']}")
    last = find_dates(f"{found['last']} {found['year']}")
    return Span(first[0].iso, last[0].iso) if first and last else None


def _single(said: str) -> Span:
    """Return the span that one date makes: a start or an end as the words before it say, else an end."""
    found = find_dates(said)
    years = re.finditer(rf"(?<![\d/.-]){_YEAR}(?![\d/.-])", said)
    bare = [
        (year.start(), year[0]) for year in years if not any(date.start <= year.start() < date.end for date in found)
    ]
    dates = sorted([*((date.start, date.iso) for date in found), *bare])
    if len(dates) > 1 and dates[0][1] < dates[-1][1]:
        return Span(dates[0][1], dates[-1][1])
    if len({iso for _, iso in dates}) != 1:
        return Span()
    position, iso = dates[0]
    before = said[:position]
    if _BARE.fullmatch(said.strip(" .;")):
        return Span(iso, iso)
    latest = re.search(alternatives(words("fiches", "latest")), before)
    if latest is None and re.search(alternatives(words("fiches", "beginnings")), before):
        return Span(start=iso)
    return Span(end=iso)
