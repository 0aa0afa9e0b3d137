"""Counts: a figure and behind it what it counts, where, when, and what it is compared with.

``742 enfants de moins de 3 ans en 2021``, ``57,3 % de monoparentales à Mens en 2020, contre 61 % dans l'Isère``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.acts.section import Section
from loaders.acts.territories import place_after
from loaders.acts.territory_codes import Named, named
from loaders.document import Passage
from loaders.readers.statistics.prose import Printed, figures
from loaders.words.numerals import NUMBER
from loaders.words.wording import plain

AGES = (
    r"(?:(?:de |entre )?\d{1,2} (?:a|et) \d{1,2} ans|\d{1,2}[-/]\d{1,2} ans|(?:moins|plus) de \d{1,2} ans"
    r"|(?:de )?\d{1,2} ans(?: (?:et|ou) plus)?)"
)
"""Ages, whose figures belong to what is counted."""

BY_PERCENT = r"(?:a|pour|d'au moins) (?:plus de |moins de |au moins )?\d{2,3} ?%(?: (?:et|ou) plus)?(?= d)"
"""How much of something: ``les ressources dépendent à 50 % des prestations``."""

_COUNT = re.compile(
    rf"(?P<figure>{NUMBER})\s?(?P<unit>%|€|euros?\b)?\s?(?:: ?|(?:des? |du |d')(?:la |l'|les )?|(?<=[\s€%]))"
    rf"(?P<label>(?:les )?(?:{AGES}|[a-z]){{1}}(?:{AGES}|pour (?:100|1 ?000)\b|[^\d:;,.()%]){{2,90}}?)"
    r"(?=\s?[,;:.()]|\s(?:en|fin|debut|depuis|au 1er janvier|au 31 decembre) (?:19|20)\d\d"
    r"|\s(?:y )?(?:sont|etaient|ont ete|avaient ete) (?:recens|denombr|compt|enregistr)\w{2,8}\b"
    r"|\s(?:contre|soit|dont|pour (?=(?:les )?\d)(?!100\b|1 ?000\b))\b|\s(?:et|ainsi que|ou) (?:de |d')?\d|\s?$)"
)
_PREPOSITION = re.compile(r"\s(?=(?:sur|a|au|dans|en|chez|pour)\s)")
_DATED = re.compile(
    r"[^\d;.:]{0,50}?\b(?:(?:en|fin|debut|au 1er janvier|au 31 decembre) |au 31/12/|(?<=\()|(?:insee|caf|msa),? )"
    r"(?P<year>(?:19|20)\d\d)(?!\d)"
)
_AGAINST = re.compile(
    rf"[^\d;.:]{{0,40}}?(?:\bcontre |\b(?:elles?|ils?) (?:etaient|etait) |\()(?P<figure>{NUMBER})\s?(?P<percent>%)?"
)
_ALSO = re.compile(rf"[^\d;.:]{{0,40}}?(?:,|\bet) (?P<figure>{NUMBER})\s?(?P<percent>%)?")
_BESIDE = re.compile(rf"\s?\((?P<name>[^()\d:]{{2,60}}?)\s?: ?(?P<figure>{NUMBER})\s?(?P<percent>%)?")
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Count:
    """A figure, where its words stand, its unit, its territory and year where they are told, and where it ends."""

    printed: Printed
    label: tuple[int, int]
    unit: str
    territory: Named | None
    year: str
    end: int


def count_at(section: Section, words: Passage, start: int) -> Count | None:
    """Return the count that begins at ``start`` of ``words`` with its figure; None where none does."""
    text = plain(words.text)
    found = _COUNT.match(text, start)
    printed = next(figures(text, start, found.end("label")), None) if found is not None else None
    if found is None or printed is None or printed.start != start:
        return None
    begin, end = found.span("label")
    cut, territory = _placed(section, words.text, begin, end)
    dated = _DATED.match(text, cut)
    year = dated["year"] if dated is not None and not _AGAINST.match(text, cut, dated.start("year")) else ""
    after = dated.end() if dated is not None and year else end
    unit = "€" if (found["unit"] or "%") not in ("%",) else ""
    return Count(printed, (begin, cut), unit, territory, year, after)


def compared(section: Section, words: Passage, count: Count) -> Iterator[tuple[Printed, Named | None, str]]:
    """Give the figures that a count is compared with: of another territory, or of another year."""
    text = plain(words.text)
    beside = _BESIDE.match(text, count.end)
    if beside is not None:
        whose = named(section, words.text[slice(*beside.span("name"))])
        printed = next(figures(text, beside.start("figure"), beside.end()), None)
        if whose is not None and printed is not None:
            yield printed, whose, count.year
        return
    against = _AGAINST.match(text, count.end)
    while against is not None:
        printed = next(figures(text, against.start("figure"), against.end()), None)
        if printed is None or printed.percent != count.printed.percent:
            return
        where = place_after(section, words.text[against.end() : against.end() + _LONGEST])
        dated = _DATED.match(text, against.end())
        if where is None and dated is None:
            return
        yield printed, where, dated["year"] if dated is not None else count.year
        against = _ALSO.match(text, against.end())


def _placed(section: Section, text: str, start: int, end: int) -> tuple[int, Named | None]:
    """Return where a label ends, before the territory that it is told of, and this territory."""
    said = plain(text)
    for found in _PREPOSITION.finditer(said, start, end):
        where = place_after(section, text[found.start() : found.start() + _LONGEST])
        if where is not None:
            return found.start(), where
    return end, None
