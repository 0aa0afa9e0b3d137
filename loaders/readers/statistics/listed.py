"""Figures that stand a line each in a paragraph: ``Enfants de moins de 3 ans : 986``, below or above other lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from operator import itemgetter

from loaders.acts.own_territory import own
from loaders.acts.section import Section
from loaders.acts.territories import mentions, place_after
from loaders.acts.territory_codes import Named, specific
from loaders.document import Item, Passage, spaced
from loaders.readers.figures.column_words import is_counted
from loaders.readers.outline import Standing
from loaders.readers.statistics.counting_words import is_held
from loaders.readers.statistics.prose import Printed, declared, figures, tells_none
from loaders.readers.statistics.stated import beside, stated
from loaders.readers.statistics.whose import told_of
from loaders.readers.statistics.years import CITED
from loaders.resolve import fold
from loaders.seeking import Sought
from loaders.words.numerals import NUMBER
from loaders.words.wording import lines, plain, tidy
from maillage.facts import Statistic

_LISTED = Sought(
    rf"^\W{{0,9}}(?P<label>[^:;.]{{3,100}}?)\s*"
    rf"(?:{CITED})?\s*"
    rf"(?::|(?P<leaders>[.…_]{{3}}[.…_]{{0,200}}))\s*"
    rf"(?:\+\s?|(?P<sign>[-–−]\s?))?(?P<figure>{NUMBER})\s?(?P<unit>%|€|euros|hab(?:itants)?\.?\s?/\s?km.?)?"
    r"(?: habitants?)?(?: (?:au km.|par an))?"
    r"(?:\s*\(?(?:[a-z]+,? )?(?:en |fin |au 31[/ ](?:12/|decembre ))?(?P<then>(?:19|20)\d\d)\)?"
    r"|\s*\((?P<beside>[^()]{0,80})\))?"
    rf"(?:(?:,? \(?contre|,(?: puis)?| puis| et) (?P<former>{NUMBER})\s?%? ?"
    r"(?:\(?(?:en |fin )?(?P<before>(?:19|20)\d\d)|\(?(?P<where>(?:en|dans|au|a|sur|pour) [^:;()\d]{2,60}))\)?)?"
    r"(?:, (?:soit|en (?:hausse|baisse|progression|recul|augmentation|diminution)|dont)\b[^:;]{0,80})?\W*$"
)
_BETWEEN = re.compile(r"\s[–—|•·-]\s|\s?;\s")
_COUNTS = re.compile(r"(?:nombre|nb|nbre|taux|parts?|indice|densite) ")
_FEWEST = 2
_MONEY = ("€", "euros")


def statements(section: Section, words: Passage) -> Iterator[tuple[Passage, bool]]:
    """Part a paragraph where lines of it state a figure each; tell of each part whether it is such a line.

    A single line in the middle of others is taken for a sentence that was wrapped.
    """
    found = _apart(section, words) or lines(words)
    listed = [_LISTED.match(plain(line.text)) is not None for line in found]
    if sum(listed) < _FEWEST or tells_none(plain(words.text)):  # who sat and voted
        yield words, False
        return
    for alone, group in groupby(zip(found, listed, strict=True), itemgetter(1)):
        parts = [line for line, _ in group]
        yield from ((line, True) for line in parts) if alone else [(spaced(parts), False)]


def _apart(section: Section, words: Passage) -> list[Passage]:
    """Return the figures that dashes or bars part on one line: ``Population : 19 801 – Communes : 44``; else none.

    Those of other territories are of what the first one counts: ``Taux de couverture : 61 % ; Isère : 58 %``.
    """
    bounds = [(0, 0), *(found.span() for found in _BETWEEN.finditer(words.text)), (len(words.text),) * 2]
    parts = [words.cut(end, start) for (_, end), (start, _) in pairwise(bounds)]
    if len(parts) < _FEWEST or not all(_LISTED.match(plain(part.text)) for part in parts):
        return []
    names = (tidy(part.text.partition(":")[0]) for part in parts[1:])
    return [] if any(specific(section, name) is not None for name in names) else parts


def announces(text: str) -> bool:
    """Tell whether words announce a list of figures: ``Les chiffres de la commune de X sont les suivants :``."""
    said = plain(text).rstrip()
    below = said.endswith(":") or "ci-dessous" in said or "ci-apres" in said
    return below and any(re.search(rf"\b{word}\b", said) for word in declared("announcing"))


def announced_of(section: Section, text: str) -> Named | None:
    """Return the commune or EPCI whose figures a line announces by kind and name; None where it names none.

    A name alone can be whose figures they are told by: ``les chiffres de la Caf de l'Ardèche``.
    """
    return next(mentions(section, text), None) or told_of(section, text)


def keyed_items(standings: Sequence[Standing]) -> frozenset[int]:
    """Return which of ``standings`` are items that state a figure behind a colon, in lists where most count something.

    One such item among others of another kind is read as a sentence.
    """
    keyed: set[int] = set()
    for listed, run in groupby(enumerate(standings), key=lambda one: isinstance(one[1].block, Item)):
        texts = [(place, one.block.words.text) for place, one in run if listed and isinstance(one.block, Item)]
        stating = [(place, text) for place, text in texts if is_line(text)]
        counting = sum(is_counted(fold(text)) or is_held(plain(text)) or "%" in text for _, text in stating)
        if len(stating) >= _FEWEST and counting * 2 >= len(stating):
            keyed.update(place for place, _ in stating)
    return frozenset(keyed)


def is_line(text: str) -> bool:
    """Tell whether ``text`` states a figure behind a colon or leaders, and nothing else; an income is read as prose."""
    said = plain(text)
    found = _LISTED.match(said)
    return found is not None and found["unit"] not in _MONEY and not tells_none(said)


def read_line(section: Section, line: Passage, announced: Named | None = None, when: str = "") -> Iterator[Statistic]:
    """Give the figures of one such line: its own, and those that a bracket sets beside it of another territory.

    Its own are of the territory ``announced`` above the list, else of the act's; all are of the year that the line
    tells, else of that said above it (``when``).
    Money is no figure of a territory, nor is what stands behind leaders the page of a title.
    """
    text = plain(line.text)
    found = _LISTED.match(text)
    if found is None or found["unit"] in _MONEY:
        return
    if found["leaders"] and not (found["year"] or found["unit"] or when or _COUNTS.match(found["label"])):
        return
    year = found["year"] or found["then"] or when
    there = announced or own(section)
    for printed, whose, then in _printed_on(section, line, text, found, there, year):
        if whose is not None:
            yield stated(section, line, found.span("label"), printed, whose, then)


def _printed_on(
    section: Section, line: Passage, text: str, found: re.Match[str], there: Named, year: str
) -> Iterator[tuple[Printed, Named | None, str]]:
    """Give the figures of a line that was ``found`` to be one, each with whose (None where unknown) and when it is."""
    for printed in figures(text, found.start("figure"), found.end("figure") + len(found["unit"] or "") + 1):
        yield replace(printed, value=-printed.value) if found["sign"] else printed, there, year
    for printed in figures(text, *found.span("former")) if found["former"] else ():
        whose = place_after(section, f" {line.text[slice(*found.span('where'))]}") if found["where"] else there
        yield replace(printed, percent=found["unit"] == "%"), whose, found["before"] or year
    for printed in figures(text, *found.span("beside")) if found["beside"] else ():
        _, other = beside(section, line.text[: printed.start])
        yield printed, other, year
