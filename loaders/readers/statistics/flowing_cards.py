"""Figure cards one after the other: a figure alone in large print, below it what it counts, whose it is compared with.

A line below it can also tell of when it is; below the last one it tells that of all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from loaders.acts.own_territory import own
from loaders.acts.section import Section
from loaders.acts.territory_codes import Named, named
from loaders.document import Passage, Table
from loaders.readers.figures.column_words import is_counted
from loaders.readers.figures.indicators import is_funding, unit
from loaders.readers.outline import Standing
from loaders.readers.statistics.figure_cards import card_fact
from loaders.readers.statistics.prose import tells_none
from loaders.readers.statistics.titles_above import number_over
from loaders.readers.statistics.years import single_year
from loaders.resolve import fold
from loaders.words.numerals import NUMBER, Figure, figure
from loaders.words.wording import plain, tidy
from maillage.facts import Statistic

_FEWEST = 2
_LONGEST = 90
_YEAR = re.compile(r"(?:19|20)\d\d")
_DATED = re.compile(r"\W*(?P<of>[^\W\d][^\d.;]{2,60}?\s)?(?:en |fin )?(?P<year>(?:19|20)\d\d)\W*", re.IGNORECASE)
_BESIDE = re.compile(
    r"\W*(?:(?P<year>(?:19|20)\d\d)\s*[:,–—-]\s*)?"
    rf"(?P<name>[^\W\d][^:\d]{{2,60}}?)\s*:\s*(?P<figure>{NUMBER}\s?(?:%|€|euros?)?)\W*"
)
"""Another territory's figure, perhaps behind the year of both: ``2021 – Drôme : 18,6 %``."""


@dataclass(slots=True)
class _Card:
    """A figure, what it counts, those of other territories that it is compared with, and the year that it tells."""

    figure: Figure
    words: Passage
    label: Passage = field(default_factory=lambda: Passage(()))
    others: list[tuple[Named, Figure, Passage]] = field(default_factory=list)
    year: str = ""


@dataclass(slots=True)
class _Cards:
    """Cards that follow one another, the first of which stands there; ``year`` is that of all of them."""

    standing: Standing
    found: list[_Card] = field(default_factory=list)
    places: set[int] = field(default_factory=set)
    year: str = ""

    def take(self, section: Section, words: Passage) -> bool:
        """Take a line below a figure if it tells something of it: what it counts, of whom another is, of when it is."""
        card, text = self.found[-1], words.text.strip()
        if not card.label:
            card.label = words if _counts(text) else card.label
            return bool(card.label)
        told = _DATED.fullmatch(text)
        if told is not None:
            card.year = card.year or told["year"]
            self.year = self.year or (told["year"] if told["of"] else "")
            return True
        other = _BESIDE.fullmatch(text)
        whose, value = (named(section, other["name"]), figure(other["figure"])) if other else (None, None)
        if whose is not None and value is not None:
            card.others.append((whose, value, words))
            card.year = card.year or (other["year"] or "" if other else "")
        return whose is not None

    def are_figures(self) -> bool:
        """Whether there are several, and most count people or what they have; those that go on from 1 are numbers."""
        values = [card.figure.value for card in self.found]
        telling = sum(is_counted(fold(card.label.text)) for card in self.found)
        return len(values) >= _FEWEST and values != list(range(1, len(values) + 1)) and 2 * telling >= len(values)


def flowing_cards(section: Section, standings: Sequence[Standing]) -> tuple[frozenset[int], list[Statistic]]:
    """Return which of ``standings`` are cards one after the other, and the figures that these state."""
    found = list(_groups(section, standings))
    places = frozenset(place for group in found for place in group.places)
    return places, [fact for group in found for fact in _facts(section, group)]


def _groups(section: Section, standings: Sequence[Standing]) -> Iterator[_Cards]:
    """Give the cards that follow one another, group by group."""
    group: _Cards | None = None
    for place, standing in enumerate(standings):
        words = Passage(()) if isinstance(standing.block, Table) else standing.block.words
        printed = _figure(words.text)
        if printed is not None:
            group = group or _Cards(standing)
            group.found.append(_Card(printed, words))
        elif group is not None and not group.take(section, words):
            yield from _settled(group)
            group = None
        if group is not None:
            group.places.add(place)
    yield from _settled(group) if group is not None else ()


def _settled(group: _Cards) -> Iterator[_Cards]:
    """Give a group without the figures that nothing labels, if its cards are figures of a territory."""
    group.found = [card for card in group.found if card.label]
    if group.are_figures():
        yield group


def _facts(section: Section, group: _Cards) -> Iterator[Statistic]:
    """Give the figures of cards, and those that they are compared with; money given is none."""
    number = number_over(section, group.standing)
    above = group.standing.titles[-1].words.text if group.standing.titles else ""
    for card in group.found:
        label = tidy(card.label.text)
        year = card.year or group.year or single_year(label) or single_year(above)
        if is_funding((label,), card.figure.unit or unit((label,), ()), above):
            continue
        yield card_fact(section, label, card.figure, (card.words, card.label), own(section), year, number)
        for whose, printed, words in card.others:
            yield card_fact(section, label, printed, (words, card.label), whose, year, number)


def _figure(text: str) -> Figure | None:
    """Return the figure that a line is and nothing else; a year is none."""
    bare = text.strip()
    printed = figure(bare) if bare[:1].isdigit() and not _YEAR.fullmatch(bare) else None
    return printed if printed is not None and printed.value is not None else None


def _counts(text: str) -> bool:
    """Whether a line may say what the figure above it counts: words, no sentence."""
    said = plain(text)
    words = any(map(str.isalpha, text)) and len(text) <= _LONGEST and not text.endswith((".", ":", ";"))
    return words and not tells_none(said)
