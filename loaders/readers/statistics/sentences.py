"""Figures that stand in a sentence alone: ``5 630 habitants``, ``le taux de pauvreté est de 16% sur ...``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.acts.own_territory import own
from loaders.acts.section import Section
from loaders.acts.territories import place_before
from loaders.acts.territory_codes import Named
from loaders.document import Passage
from loaders.readers.statistics.counted import IN_YEAR, YEAR, counted, last_year
from loaders.readers.statistics.counts import compared, count_at
from loaders.readers.statistics.labelled import EUROS, PER_HUNDRED, labelled
from loaders.readers.statistics.people import people
from loaders.readers.statistics.prose import declared, figures, tells_none
from loaders.readers.statistics.stated import beside, stated
from loaders.readers.statistics.whose import told_of
from loaders.readers.statistics.years import CITED
from loaders.words.moments import points_to_a_year
from loaders.words.numerals import NUMBER
from loaders.words.wording import plain
from maillage.facts import Statistic

_NOTE = re.compile(r"\W*\(?(?:\d|\*+|[a-z])\)|\s*\*")
_KEY = re.compile(
    rf"^\W*(?P<label>[^:;.]{{3,100}}?)\s*(?:{CITED}\s*)?:"
    rf"\s*(?P<figure>(?:environ\s+)?(?:\+\s?|(?P<sign>[-–−]\s?))?(?:{NUMBER})\s?%?)"
)
_SOURCE = re.compile(r"\([^()]{0,60}\b(?P<year>(?:19|20)\d\d)\)?")
_AMONG = re.compile(r"(?:elles?|ils?) (?:compte|recense|denombre)(?:nt)?\b|parmi (?:eux|elles|ceux-ci|celles-ci)\b")
_THERE = re.compile(r"\b(?:on|s'|il|elle|qui|nous) ?y (?!a\b|avait\b)|^parmi (?:eux|elles|ceux-ci|celles-ci)\b")


def read_sentence(
    section: Section, sentence: Passage, year: str, before: str = "", announced: Named | None = None
) -> Iterator[Statistic]:
    """Give the figures that ``sentence`` states of a territory; ``year`` is that of the paragraph's source.

    What stands ``before`` says where and when it is, where it only points there: ``on y compte``, ``la même année``.
    Else it is of the territory ``announced`` above its list, or of the act's own.

    Three forms: ``indicator: figure``; a counted word after a number; a rate with its percentages and their places.
    """
    text = plain(sentence.text)
    if tells_none(text):
        return
    back = points_to_a_year(text) or _AMONG.match(text)
    year = only_year(text) or (last_year(before) if back else "") or year
    back_to = (place_before(section, before) or told_of(section, before)) if points_back(sentence.text) else None
    there = told_of(section, sentence.text) or back_to or announced or own(section)
    key = _KEY.match(text)
    if key is not None and _is_key(key["label"]):
        yield from _keyed(section, sentence, text, key, year, there)
        return
    told = [*_of_people(section, sentence, year, there), *counted(section, sentence, text, year, there)]
    yield from told
    values = {fact.value for fact in told}
    yield from (fact for fact in labelled(section, sentence, text, year, there) if fact.value not in values)


def _of_people(section: Section, sentence: Passage, year: str, there: Named) -> Iterator[Statistic]:
    """Give the figures of people told by what they are or have."""
    for label, printed, indicator in people(sentence):
        territory = place_before(section, sentence.text[: printed.start]) or there
        yield stated(section, sentence, label, printed, territory, year, indicator)
        count = count_at(section, sentence, printed.start) if printed.percent else None
        for other, whose, when in compared(section, sentence, count) if count is not None else ():
            yield stated(section, sentence, label, other, whose or territory, when or year, indicator)


def _is_key(label: str) -> bool:
    """Tell whether a label before a colon counts or measures something: by its first word, or ``... pour 100 ...``."""
    return any(label.startswith(word) for word in declared("key")) or PER_HUNDRED.search(label) is not None


def _keyed(
    section: Section, sentence: Passage, text: str, key: re.Match[str], year: str, there: Named
) -> Iterator[Statistic]:
    """Give the figures behind a key and a colon: the first, and those told to be of another place or another year."""
    first = True
    for printed in figures(text, key.start("figure")):
        dated = IN_YEAR.match(text, printed.end)
        compared, place = beside(section, sentence.text[: printed.start]) if not first else (False, None)
        if first or place is not None or (dated is not None and not compared and not printed.percent):
            fact = stated(
                section, sentence, key.span("label"), printed, place or there, dated["year"] if dated else year
            )
            signed = replace(fact, value=-printed.value) if first and key["sign"] else fact
            yield replace(signed, unit="€") if EUROS.match(text, printed.end) else signed
        first = False


def is_note(text: str) -> bool:
    """Tell whether ``text`` is a footnote, which explains a figure and states none."""
    return _NOTE.match(plain(text)) is not None


def points_back(text: str) -> bool:
    """Tell whether a sentence only points to where or when it is: ``on y compte``, ``la même année``."""
    said = plain(text)
    return points_to_a_year(said) or bool(_THERE.search(said))


def paragraph_year(text: str) -> str:
    """Return the year of the source that a paragraph names in brackets, empty where it names none or several."""
    sources = (found for found in _SOURCE.finditer(text) if re.search("insee|chiffres|source", plain(found[0])))
    years = {found["year"] for found in sources}
    return years.pop() if len(years) == 1 else ""


def only_year(text: str) -> str:
    """Return the year that ``text`` names, empty where it names none or several."""
    years = set(YEAR.findall(text))
    return years.pop() if len(years) == 1 else ""
