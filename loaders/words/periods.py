"""Periods as French acts print them: between two days, two years, or from a day for so many years."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.vocabulary import words
from loaders.words.dates import YEAR, find_dates
from loaders.words.durations import after, before, duration_near
from loaders.words.moments import Dated, Period
from loaders.words.wording import alternatives, plain
from loaders.words.year_spans import year_spans

_LAST_YEAR = rf"\s*(?:la )?(?:fin )?(?:de )?(?:l'(?:annee|exercice) )?(?P<b>{YEAR})(?![\d/-])"
_ENDING = alternatives(words("dates", "ending"))
_YEAR_END = re.compile(rf"[^.;]{{0,40}}?\b(?:{_ENDING}|au terme de|a){_LAST_YEAR}")
_ENDS_IN = re.compile(rf"\b{_ENDING}{_LAST_YEAR}")
_JOINED = re.compile(r"\s*(?:-|/|[>→·•›»▸►▶➔➜➤⟶⇒~]|\b(?:a|au|jusqu'(?:a|en))\b)\s*(?:(?:la )?fin )?")
_ANEW = re.compile(r"\bretroacti\w+ (?:au|le|du|a compter du)\s*$")
"""What begins another period on the day behind it, and does not end one."""

_ON = re.compile(r"(?<!jusqu')\bau\s*$")
_STOPS = re.compile(rf"\b(?:{_ENDING}|prolong|report|repouss|fin\b|terme|echeance|expir|jusqu)")
_SINCE = re.compile(r"\bdu\s*:?\s*$")
_FROM = re.compile(rf"\b{alternatives(words('dates', 'from'))}\s*:?\s*$")
_TO = re.compile(
    rf"(?:\b{alternatives(words('dates', 'to'))}|(?<!avant )(?<!avant la )(?<!d'ici )(?<!d'ici la )\bfin)\s*:?\s*$"
)
_SINCE_YEAR = re.compile(rf"\b(?:depuis|des|a (?:compter|partir) de) (?P<a>{YEAR})(?:,? et|,)? jusqu'au\W*$")
_LASTS = ("duree de", "couvre", "couvrira", "couvrant", "porte sur", "portera sur")
"""Words before a duration that is the whole of a period: its beginning can be reckoned back from the end."""

_LEAD = 60


def find_periods(text: str) -> list[Period]:
    """Return the periods of ``text`` in order.

    Forms: ``du 01/01/2022 au 31/12/2026``, ``2023/2026``, ``2021 à 2024``, ``à compter du ... jusqu'au ...``, ``pour
    une durée de 4 ans à compter du ...`` (the end is computed), ``jusqu'au ...`` alone, school years.
    """
    words = plain(text)
    found = [*year_spans(words), *_dated_spans(words)]
    kept: list[Period] = []
    for period in sorted(found, key=lambda p: (p.start, -p.end)):
        if not kept or period.start >= kept[-1].end:
            kept.append(period)
    return kept


def last_year(text: str) -> str:
    """Return the year at whose end something is over, empty for none: ``jusqu'en 2027``, ``se termine fin 2027``."""
    found = _ENDS_IN.search(plain(text))
    return found["b"] if found else ""


def _dated_spans(words: str) -> Iterator[Period]:
    """Give the periods that days bound, sentence by sentence part; a duration gives the bound that is missing."""
    dates = find_dates(words)
    index = 0
    while index < len(dates):
        head, following = dates[index], dates[index + 1] if index + 1 < len(dates) else None
        lead = words[max(0, head.start - _LEAD) : head.start]
        closing = following if following and _closes(words[head.end : following.start]) else None
        if following and _joined(words, head, following):
            yield Period(head.start, following.end, head.iso, following.iso)
            index += 1
        elif _FROM.search(lead) or (_SINCE.search(lead) and (closing or _YEAR_END.match(words, head.end))):
            yield _beginning(words, head, closing)
            index += closing is not None
        elif _TO.search(lead) and not _is_first_day(lead, head):
            yield _ending(words, head)
        index += 1


def _is_first_day(lead: str, head: Dated) -> bool:
    """Whether something happens on the first of a month, and nothing ends: ``la prise de compétence au ...``."""
    return head.iso.endswith("-01") and bool(_ON.search(lead)) and not _STOPS.search(lead)


def _joined(words: str, head: Dated, following: Dated) -> bool:
    """Whether two months or two days bound a period: ``mars 2023 à juin 2025``, ``1er janvier 2023 - 31 mars 2026``.

    Two days do so only where a year or more lies between them: sessions too are listed from day to day.
    """
    both = len(head.iso) == len(following.iso)
    lasting = len(head.iso) == len("2023-01") or head.iso[:4] < following.iso[:4]
    return both and lasting and bool(_JOINED.fullmatch(words, head.end, following.start))


def _closes(between: str) -> bool:
    """Whether the words between two dates say that the second ends what the first began."""
    return len(between) < 120 and bool(_TO.search(between[-40:])) and not _ANEW.search(between)


def _beginning(words: str, head: Dated, closing: Dated | None) -> Period:
    """Return the period that begins on ``head`` and ends on ``closing`` or after the duration named beside it."""
    if closing is not None:
        return Period(head.start, closing.end, head.iso, closing.iso)
    if year := _YEAR_END.match(words, head.end):
        return Period(head.start, year.end(), head.iso, year["b"])
    years = duration_near(words, head.start, head.end)
    return Period(head.start, head.end, head.iso, after(head.iso, years) if years else "", "last" if years else "")


def _ending(words: str, head: Dated) -> Period:
    """Return the period that ends on ``head``; its beginning is computed where a duration is named beside it."""
    if since := _SINCE_YEAR.search(words, max(0, head.start - _LEAD), head.start):
        return Period(since.start(), head.end, since["a"], head.iso)
    years = duration_near(words, head.start, head.end, _LASTS)
    return Period(head.start, head.end, before(head.iso, years) if years else "", head.iso, "first" if years else "")
