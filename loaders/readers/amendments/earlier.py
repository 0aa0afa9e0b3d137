"""Earlier avenants: those that an avenant says came before it, by their number or their rank."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from loaders.acts.section import Section
from loaders.acts.splitting import words_of
from loaders.document import Passage, Table
from loaders.words.dates import find_dates
from loaders.words.plan_levels import rank, rank_number
from loaders.words.wording import plain, sentences

_HAS = re.compile(r"(?:,[^,;:.]{3,80},)?\s+(?:a|avait)\s")
"""What stands, as printed, behind an avenant that changed something: ``, conclu en mai, a précisé``."""

_CITES = re.compile(r"\W*vu\b")

_LONGEST_LEAD = 25
"""Characters between an avenant and the day on which it was signed: ``conclu le``, ``signé à Laon le``."""


def earlier_avenants(section: Section) -> dict[str, list[Passage]]:
    """Return the sentences in which an avenant tells of those that came before it, by their number.

    They tell the day, or what it changed; what only names one does not (``les clauses de l'avenant n° 1``), nor what
    cites it among the texts that the act rests on.
    """
    told: dict[str, list[Passage]] = {}
    for sentence in _speaking(section):
        text = plain(sentence.text)
        for found in _named().finditer(text):
            number = found["number"] or rank_number(found["rank"])
            if _is_before(number, section.number) and _is_past(sentence.text[found.end() :]):
                told.setdefault(number, []).append(sentence)
    return told


def _speaking(section: Section) -> Iterator[Passage]:
    """Give the sentences of an act, outside its tables, that speak of an avenant."""
    for block in section.blocks:
        if not isinstance(block, Table) and "avenant" in plain(words_of(block).text):
            said = ((sentence, plain(sentence.text)) for sentence in sentences(words_of(block)))
            yield from (sentence for sentence, text in said if "avenant" in text and not _CITES.match(text))


def _is_before(number: str, own: str) -> bool:
    """Whether the avenant of a ``number`` came before that with the number ``own``."""
    return int(number) < int(own) if own.isdecimal() else number != own


def _is_past(behind: str) -> bool:
    """Whether what stands ``behind`` an avenant says that it was signed on a day, or what it has changed."""
    day = next(iter(find_dates(behind)), None)
    return _HAS.match(behind) is not None or (day is not None and day.start <= _LONGEST_LEAD)


@cache
def _named() -> re.Pattern[str]:
    """Return the pattern of an avenant with its number, or its rank: ``l'avenant n° 1``, ``un premier avenant``."""
    number = r"(?:n\s?[°ºo]\s?\.?\s*)?(?P<number>\d{1,2})\b(?![/.-]\d)"
    return re.compile(rf"\bavenant\W{{1,3}}{number}|\b(?P<rank>{rank()}) avenant\b(?!\W*n\W)")
