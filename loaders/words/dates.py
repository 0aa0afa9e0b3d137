"""Dates and periods as French acts print them, in figures or in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from loaders.vocabulary import values, words
from loaders.words.wording import alternatives, plain

_MONTHS = dict(values("dates", "months"))
_NUMBERS = dict(values("dates", "numbers"))
_TERMS = dict(values("dates", "terms"))
_MONTH = alternatives(list(_MONTHS))
_WORD = alternatives(list(_NUMBERS))
_COUNT = rf"{_WORD}(?:(?:[ -]+et[ -]+|[ -]+){_WORD}){{0,7}}"
_YEAR = r"(?:19|20)\d\d"
_ORDINAL = r"(?:\s*\^?\{?\s*(?:er|eme|e)\s*\}?)?\$?"
_DAY = rf"(?<![\d.,])(?:\$?\s*(?:[0-2]?\d|3[01]){_ORDINAL})"
_DATE = re.compile(
    rf"(?P<day>{_DAY})\s+(?P<month>{_MONTH})\b\.?(?:\s*(?P<year>{_YEAR}(?!\d)|{_COUNT}\b))?"
    rf"|(?<!\d)(?P<d>[0-2]?\d|3[01])\s?[/.-]\s?(?P<m>0?\d|1[0-2])\s?[/.-]\s?(?P<y>{_YEAR}|\d\d)(?!\d)"
    rf"|\b(?P<dayword>{_COUNT})\s+(?P<monthname>{_MONTH})\b\.?(?:\s+(?P<yearword>{_YEAR}|{_COUNT}))?"
    rf"|\b(?P<onlymonth>{_MONTH})\b\.?\s+(?P<monthyear>{_YEAR})(?!\d)"
)
_L_AN = re.compile(rf"\bl'an\s+(?P<year>{_YEAR}|{_COUNT})")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date found in a text: where (``start``, ``end``), and what it is in ISO 8601 (``2021-06``, ``2021-06-30``)."""

    start: int
    end: int
    iso: str


def count(words: str) -> int:
    """Return the number that French ``words`` (plain) spell: ``deux mille vingt-cinq``, ``trente et un``."""
    total = current = 0
    for word in re.split(r"[ -]+", words.strip()):
        number = _NUMBERS.get(word, 0)
        if number == 1000:
            total, current = (current or 1) * 1000, 0
        elif number == 100:
            current = (current or 1) * 100
        elif number == 20 and current % 100 == 4:
            current += 76
        else:
            current += number
    return total + current


def find_dates(text: str, year: int = 0) -> list[Dated]:
    """Return the dates of ``text`` in order; one without a year takes that of ``l'an ...`` before it, else ``year``."""
    words = plain(text)
    years = [(found.end(), _year(found["year"])) for found in _L_AN.finditer(words)]
    dated = []
    for found in _DATE.finditer(words):
        known = next((value for end, value in reversed(years) if end <= found.start()), year)
        if iso := _iso(found, known):
            dated.append(Dated(found.start(), found.end(), iso))
    return dated


def first_date(text: str, year: int = 0) -> str:
    """Return the first date of ``text`` that is known to the day, else empty."""
    return next((dated.iso for dated in find_dates(text, year) if len(dated.iso) == 10), "")


def _year(text: str | None) -> int:
    """Return the year that ``text`` writes in figures or words, 0 where it is none."""
    if not text:
        return 0
    number = int(text) if text.isdigit() else count(text)
    if number < 100 and text.isdigit():
        number += 2000
    return number if 1900 <= number < 2100 else 0


def _iso(found: re.Match[str], year: int) -> str:
    """Return the date that a match of ``_DATE`` is; empty where there is no such day."""
    if found["onlymonth"]:
        return f"{found['monthyear']}-{_MONTHS[found['onlymonth']]:02}"
    if found["d"]:
        return _day(_year(found["y"]), int(found["m"]), int(found["d"]))
    if found["day"]:
        number = int(re.sub(r"\D", "", found["day"]) or 0)
        return _day(_year(found["year"]) or year, _MONTHS[found["month"]], number)
    return _day(_year(found["yearword"]) or year, _MONTHS[found["monthname"]], count(found["dayword"]))


def _day(year: int, month: int, day: int) -> str:
    """Return a day in ISO 8601, empty where the calendar has it not."""
    try:
        return date(year, month, day).isoformat() if year else ""
    except ValueError:
        return ""


def year_of(iso: str) -> int:
    """Return the year of an ISO date, 0 for none."""
    return int(iso[:4]) if iso[:4].isdigit() else 0


def after(start: str, years: int) -> str:
    """Return the last day (or, for a bare year, the last year) of a period of ``years`` that begins on ``start``."""
    if len(start) < 10:
        return str(year_of(start) + years - 1) if start else ""
    first = date.fromisoformat(start)
    day = 28 if (first.month, first.day) == (2, 29) else first.day
    return (date(first.year + years, first.month, day) - timedelta(days=1)).isoformat()


def before(end: str, years: int) -> str:
    """Return the first day of a period of ``years`` that ends on ``end``."""
    if len(end) < 10:
        return str(year_of(end) - years + 1) if end else ""
    following = date.fromisoformat(end) + timedelta(days=1)
    day = 28 if (following.month, following.day) == (2, 29) else following.day
    return date(following.year - years, following.month, day).isoformat()


@dataclass(frozen=True, slots=True)
class Period:
    """A period found in a text: where, its first and last day (or year), and which of the two a duration gave."""

    start: int
    end: int
    first: str = ""
    last: str = ""
    computed: Literal["", "first", "last"] = ""


_YEARS = re.compile(
    rf"(?<![\d/.-])(?P<a>{_YEAR})\s*(?:[-/>→]|->|\ba\b|\bet\b|\bau\b|\bjusqu'(?:a|en))\s*"
    rf"(?:(?:la )?fin )?(?:l'(?:annee|exercice) )?(?P<b>{_YEAR}|\d\d)(?![\d/]|[.-]\d)"
)
_EACH_YEAR = re.compile(
    rf"(?<![\d/.-])(?P<a>{_YEAR})(?:\s*[,;]\s*{_YEAR}){{0,8}}\s*(?:[,;]\s*)?\bet\s+(?P<b>{_YEAR})(?![\d/])"
)
_YEAR_BY_YEAR = re.compile(
    rf"(?<![\d/.-])(?P<a>{_YEAR})(?:\s?[,;-]\s?{_YEAR}){{1,8}}\s?[,;-]\s?(?P<b>{_YEAR})(?![\d/])"
)
_SCHOOL = re.compile(
    rf"(?:annees?|rentrees?)\s+scolaires?,?\s+(?:de\s+)?(?P<a>{_YEAR})\s*[-/]\s*(?P<b>{_YEAR}|\d\d)(?!\d)"
    rf"(?:\s*(?:a|au|et|jusqu'a)\s+(?:l'annee scolaire\s+)?{_YEAR}\s*[-/]\s*(?P<c>{_YEAR}|\d\d)(?!\d))?"
)
_DURATION = re.compile(
    rf"\b(?P<years>\d{{1,2}}|{_WORD})\s*(?:\(\s*\d+\s*\)\s*)?(?:ans|annees|exercices)\b"
    rf"|\b(?P<term>{alternatives(list(_TERMS))})\b|\b(?P<months>\d{{2}})\s*mois\b"
)
_YEAR_START = re.compile(rf"\b(?:a compter|a partir) (?:de |d')(?:l'annee )?(?P<a>{_YEAR})(?![\d/-])")
_LAST_YEAR = rf"\s*(?:la )?(?:fin )?(?:de )?(?:l'(?:annee|exercice) )?(?P<b>{_YEAR})(?![\d/-])"
_ENDING = alternatives(words("dates", "ending"))
_YEAR_END = re.compile(rf"[^.;]{{0,40}}?\b(?:{_ENDING}|au terme de|a){_LAST_YEAR}")
_ENDS_IN = re.compile(rf"\b{_ENDING}{_LAST_YEAR}")
_MONTHS_JOINED = re.compile(r"\s*(?:-|/|>|→|\b(?:a|au|jusqu'(?:a|en))\b)\s*(?:(?:la )?fin )?")
_SINCE = re.compile(r"\bdu\s*:?\s*$")
_FROM = re.compile(rf"\b{alternatives(words('dates', 'from'))}\s*:?\s*$")
_TO = re.compile(
    rf"(?:\b{alternatives(words('dates', 'to'))}|(?<!avant )(?<!avant la )(?<!d'ici )(?<!d'ici la )\bfin)\s*:?\s*$"
)
_LEAD = 60


def find_periods(text: str) -> list[Period]:
    """Return the periods of ``text`` in order.

    Forms: ``du 01/01/2022 au 31/12/2026``, ``2023/2026``, ``2021 à 2024``, ``à compter du ... jusqu'au ...``, ``pour
    une durée de 4 ans à compter du ...`` (the end is computed), ``jusqu'au ...`` alone, school years.
    """
    words = plain(text)
    found = [*_school_years(words), *_year_spans(words), *_year_starts(words), *_dated_spans(words)]
    kept: list[Period] = []
    for period in sorted(found, key=lambda p: (p.start, -p.end)):
        if not kept or period.start >= kept[-1].end:
            kept.append(period)
    return kept


def _school_years(words: str) -> Iterator[Period]:
    """Give a span of school years from the first's autumn to the last's summer, told by their years."""
    seen = list(_SCHOOL.finditer(words))
    if seen:
        last = _full(seen[-1]["a"], seen[-1]["c"] or seen[-1]["b"])
        yield Period(seen[0].start(), seen[-1].end(), seen[0]["a"], last)


def _year_spans(words: str) -> Iterator[Period]:
    """Give the spans of years: ``2023/2026``, ``2022 - 26``."""
    by_year = (found for found in _YEAR_BY_YEAR.finditer(words) if _in_turn(found[0]))
    for found in (*_EACH_YEAR.finditer(words), *by_year, *_YEARS.finditer(words)):
        last = _full(found["a"], found["b"])
        lead = words[max(0, found.start() - 12) : found.start()]
        if 0 < int(last) - int(found["a"]) <= 12 and not re.search(r"\bdu\s+\d+/$|n\s?°\s*$", lead):
            yield Period(found.start(), found.end(), found["a"], last)


def _in_turn(listed: str) -> bool:
    """Whether the years ``listed`` follow each other without a gap."""
    years = [int(year) for year in re.findall(r"\d{4}", listed)]
    return years == list(range(years[0], years[0] + len(years)))


def _year_starts(words: str) -> Iterator[Period]:
    """Give the periods that begin in a year and last as long as is said beside it: ``pour 4 ans à compter de 2023``."""
    for found in _YEAR_START.finditer(words):
        if years := _duration(words, found.start(), found.end()):
            yield Period(found.start(), found.end(), found["a"], after(found["a"], years), "last")


def _full(first: str, last: str) -> str:
    """Return the year ``last``, printed with two digits, in the century of ``first``."""
    return last if len(last) == 4 else first[:2] + last


def _dated_spans(words: str) -> Iterator[Period]:
    """Give the periods that days bound, sentence by sentence part; a duration gives the bound that is missing."""
    dates = find_dates(words)
    index = 0
    while index < len(dates):
        head, following = dates[index], dates[index + 1] if index + 1 < len(dates) else None
        lead = words[max(0, head.start - _LEAD) : head.start]
        closing = following if following and _closes(words[head.end : following.start]) else None
        if following and _months(words, head, following):
            yield Period(head.start, following.end, head.iso, following.iso)
            index += 1
        elif _FROM.search(lead) or (_SINCE.search(lead) and (closing or _YEAR_END.match(words, head.end))):
            yield _beginning(words, head, closing)
            index += closing is not None
        elif _TO.search(lead):
            yield _ending(words, head)
        index += 1


def _months(words: str, head: Dated, following: Dated) -> bool:
    """Whether two months bound a period: ``janvier 2023 - décembre 2026``, ``de mars 2023 à juin 2025``."""
    both = len(head.iso) == len(following.iso) == len("2023-01")
    return both and bool(_MONTHS_JOINED.fullmatch(words, head.end, following.start))


def _closes(between: str) -> bool:
    """Whether the words between two dates say that the second ends what the first began."""
    return len(between) < 120 and bool(_TO.search(between[-40:]))


def _duration(words: str, start: int, end: int, lead: str = "") -> int:
    """Return the years of the last duration near ``start`` to ``end``, right after ``lead`` if given; 0 for none."""
    near = _DURATION.finditer(words, max(0, start - 120), min(len(words), end + 120))
    durations = [found for found in near if words[max(0, found.start() - 20) : found.start()].rstrip().endswith(lead)]
    if not durations:
        return 0
    return _length(durations[-1])


def _length(found: re.Match[str]) -> int:
    """Return the years of a match of ``_DURATION``; 0 where no convention lasts so long."""
    if found["months"]:
        years, rest = divmod(int(found["months"]), 12)
        return 0 if rest else years
    said = found["years"] or ""
    number = _TERMS.get(found["term"] or "", 0) or (int(said) if said.isdigit() else count(said))
    return number if 0 < number <= 12 else 0


def duration(text: str) -> int:
    """Return the years of the first duration that ``text`` states, 0 for none: ``pour une durée de quatre ans``."""
    found = _DURATION.search(plain(text))
    return _length(found) if found else 0


def last_year(text: str) -> str:
    """Return the year at whose end something is over, empty for none: ``jusqu'en 2027``, ``se termine fin 2027``."""
    found = _ENDS_IN.search(plain(text))
    return found["b"] if found else ""


def _beginning(words: str, head: Dated, closing: Dated | None) -> Period:
    """Return the period that begins on ``head`` and ends on ``closing`` or after the duration named beside it."""
    if closing is not None:
        return Period(head.start, closing.end, head.iso, closing.iso)
    if year := _YEAR_END.match(words, head.end):
        return Period(head.start, year.end(), head.iso, year["b"])
    years = _duration(words, head.start, head.end)
    return Period(head.start, head.end, head.iso, after(head.iso, years) if years else "", "last" if years else "")


def _ending(words: str, head: Dated) -> Period:
    """Return the period that ends on ``head``; its beginning is computed where a duration is named beside it."""
    years = _duration(words, head.start, head.end, "duree de")
    return Period(head.start, head.end, before(head.iso, years) if years else "", head.iso, "first" if years else "")
