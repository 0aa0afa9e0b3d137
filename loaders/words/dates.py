"""Dates as French acts print them, in figures or in words."""

from __future__ import annotations

import re
from datetime import date

from loaders.seeking import Sought
from loaders.vocabulary import values
from loaders.words.moments import Dated
from loaders.words.spelt_numbers import SPELT_NUMBER, count
from loaders.words.wording import alternatives, plain

YEAR = r"(?:19|20)\d\d"
"""A year in figures, as a pattern."""

WHOLE_YEAR = re.compile(rf"(?<!\d){YEAR}(?!\d)")
"""A year that is no part of a longer number."""

_MONTHS = dict(values("dates", "months"))
MONTH = alternatives(list(_MONTHS))
"""The name of a month, as a pattern on plain words."""

_ORDINAL = r"(?:\s*\^?\{?\s*(?:er|eme|e|°|ᵉʳ|%|[\"'*ªº”“]{1,2})\s*\}?)?\$?"
"""What stands behind the number of a day; scans make signs of a raised ``er``: ``1% janvier``, ``1°' janvier``."""

_DAY = rf"(?<![\d.,])(?:\$?\s*(?:(?:[0-2]?\d|3[01]){_ORDINAL}|\b[li]er))"
_OF_MONTH = r"\s+(?:du mois (?:de |d'))?"
_DATE = re.compile(
    rf"(?P<day>{_DAY}){_OF_MONTH}(?P<month>{MONTH})\b\.?(?:\s*(?P<year>{YEAR}(?!\d)|{SPELT_NUMBER}\b))?"
    rf"|(?<!\d)(?P<d>[0-2]?\d|3[01])\s?[/.-]\s?(?P<m>0?\d|1[0-2])\s?[/.-]\s?(?P<y>{YEAR}|\d\d)(?!\d)"
    rf"|\b(?P<dayword>{SPELT_NUMBER}){_OF_MONTH}(?P<monthname>{MONTH})\b\.?(?:\s+(?P<yearword>{YEAR}|{SPELT_NUMBER}))?"
    rf"|\b(?P<onlymonth>{MONTH})\b\.?\s+(?P<monthyear>{YEAR})(?!\d)"
)
_HINT = re.compile(rf"{MONTH}\b|\d\s?[/.-]\s?\d")
"""Without a month, by its name or its number, there is no date."""
_L_AN = Sought(rf"\bl'an\s+(?P<year>{YEAR}|{SPELT_NUMBER})")


def find_dates(text: str, year: int = 0) -> list[Dated]:
    """Return the dates of ``text`` in order; one without a year takes that of ``l'an ...`` before it, else ``year``."""
    words = plain(text)
    if not _HINT.search(words):
        return []
    years = [(found.end(), _year(found["year"])) for found in _L_AN.finditer(words)]
    dated = []
    for found in _DATE.finditer(words):
        known = next((value for end, value in reversed(years) if end <= found.start()), year)
        if iso := _iso(found, known):
            dated.append(Dated(found.start(), found.end(), iso))
    return dated


def _year(text: str | None) -> int:
    """Return the year that ``text`` writes in figures or words, 0 where it is none."""
    if not text:
        return 0
    number = count(text)
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
        number = int(re.sub(r"\D", "", found["day"]) or 1)  # « ler » is what scans make of « 1er »
        return _day(_year(found["year"]) or year, _MONTHS[found["month"]], number)
    return _day(_year(found["yearword"]) or year, _MONTHS[found["monthname"]], count(found["dayword"]))


def _day(year: int, month: int, day: int) -> str:
    """Return a day in ISO 8601, empty where the calendar has it not."""
    try:
        return date(year, month, day).isoformat() if year else ""
    except ValueError:
        return ""
