"""Figures written in sentences: those that repeat a table's, and those that stand there alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from loaders.acts.section import Section
from loaders.document import Passage
from loaders.remembering import remembered_texts
from loaders.resolve import fold
from loaders.seeking import Sought
from loaders.vocabulary import groups
from loaders.words.numerals import NUMBER, canonical
from loaders.words.wording import alternatives, plain
from maillage.facts import Statistic

_FIGURE = re.compile(rf"(?<![\d.,/-])(?P<number>{NUMBER})\s?(?P<percent>%)?(?![\d/])")
_IN, _ROUND, _REACH = re.compile(r"(?:\bpour|/)\s?$", re.IGNORECASE), re.compile(r"100+"), 6
_YEAR = re.compile(r"(?:19|20)\d\d")
_SMALLEST_REPEATED = 100
_FEWEST_WORDS = 2
_TELLING = 4


@dataclass(frozen=True, slots=True)
class Printed:
    """A figure within a text: its value, ``%`` or a count, where it begins and ends."""

    value: Decimal
    percent: bool
    start: int
    end: int


@cache
def declared(key: str) -> tuple[str, ...]:
    """Return a list of the words by which figures are known in prose, as ``plain`` writes them."""
    return tuple(plain(word) for word in groups("statistics", "prose")[key])


def figures(text: str, start: int = 0, end: int | None = None) -> Iterator[Printed]:
    """Give the figures of ``text`` between two positions, years and the base of a ratio (``pour 1 000``) left out."""
    for found in _FIGURE.finditer(text, start, len(text) if end is None else end):
        base = _IN.search(text, max(found.start() - _REACH, 0), found.start()) is not None
        if base and _ROUND.fullmatch(canonical(found["number"])):
            continue
        if found["percent"] or not _YEAR.fullmatch(found["number"]):
            yield Printed(Decimal(canonical(found["number"])), bool(found["percent"]), *found.span())


class Repeated:
    """The facts of an act's tables; a sentence that repeats the figure of one adds its place to it.

    Only figures of the act's own territory count; a count below 100 says too little, unless the sentence has all words
    of its indicator.
    """

    def __init__(self, section: Section, facts: Iterable[Statistic]) -> None:
        self._section = section
        self.facts = list(facts)
        self._by_value: dict[Decimal, list[int]] = {}
        own = section.territory.code if section.territory is not None else ""
        for index, fact in enumerate(self.facts):
            if fact.value is not None and fact.territory_code == own:
                self._by_value.setdefault(fact.value, []).append(index)

    def take(self, sentence: Passage) -> bool:
        """Add the place of each figure of ``sentence`` that a fact has; return whether there was one."""
        seen = False
        for printed in figures(sentence.text):
            index = self._best(printed, sentence.text)
            if index is not None:
                place = self._section.place(sentence.cut(printed.start, printed.end))
                self.facts[index] = replace(self.facts[index], place=self.facts[index].place | place)
                seen = True
        return seen

    def new(self, told: Iterable[Statistic]) -> Iterator[Statistic]:
        """Give those of ``told`` whose figure is in none of the facts: what a sentence says besides repeating one."""
        values = {fact.value for fact in self.facts}
        yield from (fact for fact in told if fact.value not in values)

    def _best(self, printed: Printed, said: str) -> int | None:
        """Return the fact of the same value and unit that shares the most telling words with what is ``said``."""
        small = not printed.percent and printed.value < _SMALLEST_REPEATED
        shared = {
            index: len(_stems(said) & _stems(self.facts[index].indicator))
            for index in self._by_value.get(printed.value, ())
            if (self.facts[index].unit == "%") == printed.percent and not (small and self._says_less(index, said))
        }
        best = max(shared, key=lambda index: shared[index], default=None)
        return best if best is not None and shared[best] else None

    def _says_less(self, index: int, said: str) -> bool:
        """Tell whether what is ``said`` lacks a telling word of a fact's indicator, or this has but one."""
        wanted = _stems(self.facts[index].indicator)
        return len(wanted) < _FEWEST_WORDS or not wanted <= _stems(said)


def tells_none(said: str) -> bool:
    """Tell whether plain words are about what is no figure of a territory: who sat and voted, pages, actions."""
    return _never().search(said) is not None


@cache
def _never() -> Sought:
    """Return the pattern of the words of what is no figure of a territory."""
    return Sought(rf"\b{alternatives([plain(word) for word in groups('statistics', 'prose')['never']])}\b")


@remembered_texts(1_024)
def _stems(text: str) -> frozenset[str]:
    """Return the beginnings of the telling words of ``text``."""
    words = [word for word in fold(text).split() if len(word) >= _TELLING and word not in _common()]
    return frozenset(_same().get(word[:6], word[:6]) for word in words)


@cache
def _same() -> dict[str, str]:
    """Return the beginning that stands for others of the same meaning, by each of them."""
    return {fold(word)[:6]: fold(one)[:6] for one, others in groups("statistics", "same").items() for word in others}


@cache
def _common() -> frozenset[str]:
    """Return the words that tell no indicator from another."""
    return frozenset(fold(word) for word in groups("statistics", "prose")["common"])
