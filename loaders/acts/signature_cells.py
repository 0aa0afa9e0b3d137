"""Signature cells: who signs in what capacity, cell by cell of a grid below an act, or line by line.

Below a party stand its office and the person who holds it, in either order; the person can also stand right of the
party, or above the office that names it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from loaders.acts.party import Party
from loaders.acts.signature_words import (
    BARE_OFFICE,
    OFFICE_BELOW,
    OFFICE_OF,
    office_behind,
    signature,
    signer,
    unlabelled,
    with_office,
)
from loaders.document import Passage
from loaders.words.wording import plain

_PAIR = 2
_NO_COLUMN = -9


def stacked(cells: Iterable[tuple[int, Passage]]) -> Iterator[Party]:
    """Give the parties of cells, each with its column, of each with the person and the office that stand with it."""
    grid = _Grid()
    for column, told in cells:
        words = unlabelled(told)
        yield from grid.take(column, words, plain(words.text))
    yield from grid.above.values()


@dataclass
class _Grid:
    """The parties last seen in each column, the persons who wait for the office below them, and a party just met.

    ``offices`` are the columns in which the office stands in a cell of its own below the party, ``bare`` the cells that
    name nothing by themselves: above the office of a maire, a commune.
    """

    above: dict[int, Party] = field(default_factory=dict)
    waiting: dict[int, Passage] = field(default_factory=dict)
    offices: set[int] = field(default_factory=set)
    bare: dict[int, Passage] = field(default_factory=dict)
    fresh: int = _NO_COLUMN

    def take(self, column: int, words: Passage, text: str) -> Iterator[Party]:
        """Take one cell; give the party that stood above it in its column, where another begins."""
        name = self.bare.pop(column, None)
        if self._completes(column, words, text) or self._shares(column, words, text):
            self.fresh = _NO_COLUMN
            return
        below = OFFICE_BELOW.match(text) if column in self.waiting else None
        if below is not None:
            held, role = words.cut(below.start("name")), words.cut(*below.span("role"))
            party: Party | None = Party(words, held, self.waiting.pop(column), role)
        else:
            party = signature(words, text) or (_commune(name, words, text) if name else None)
        if party is not None:
            if column in self.above:
                yield self.above[column]
            self.offices.discard(column)
            self.above[column], self.fresh = party, column
        elif not self._beside(column, words, text):
            self.fresh = _NO_COLUMN
            self.bare[column] = words

    def _completes(self, column: int, words: Passage, text: str) -> bool:
        """Whether a cell tells the office or the person of the party above it."""
        known = self.above.get(column)
        if known is None:
            return False
        held = BARE_OFFICE.match(text) if not OFFICE_OF.match(text) else None
        if held is not None and not known.role:
            self.above[column] = with_office(known, words, held)
            self.offices.add(column)
            return True
        return not known.representative and self._represent(column, words, text)

    def _shares(self, column: int, words: Passage, text: str) -> bool:
        """Whether a cell tells another who represents the party left of it, whose cell is as wide as both."""
        held = BARE_OFFICE.match(text)
        if column in self.above or column - 1 not in self.offices or held is None:
            return False
        party = self.above[column - 1]
        who = signer(rest := words.cut(held.start("rest")), plain(rest.text))
        if who:
            self.above[column - 1] = replace(party, also=(*party.also, (who, words.cut(*held.span("role")))))
        return bool(who)

    def _represent(self, column: int, words: Passage, text: str) -> bool:
        """Give the party of ``column`` the person whom a cell names, if it names one."""
        party, who = self.above[column], signer(words, text)
        if who:
            role = party.role or office_behind(words, who)
            self.above[column] = replace(party, words=party.words + words, representative=who, role=role)
        return bool(who)

    def _beside(self, column: int, words: Passage, text: str) -> bool:
        """Whether a cell tells the person, or next to that the office, of the party that the row has just named."""
        party = self.above.get(self.fresh)
        if party is not None and self.fresh == column - 1 and not party.representative:
            return self._represent(self.fresh, words, text)
        held = BARE_OFFICE.match(text) if party is not None and self.fresh == column - _PAIR else None
        if party is not None and held is not None and not party.role:
            self.above[self.fresh] = replace(party, role=words.cut(*held.span("role")))
        elif who := signer(words, text):
            self.waiting[column] = who
        return False


def _commune(name: Passage, words: Passage, text: str) -> Party | None:
    """Return the party that stands above a cell which says ``Maire``: a commune, by its bare name."""
    held = BARE_OFFICE.match(text)
    if held is None or held["rest"] or not held["role"].startswith("maire"):
        return None
    return Party(name + words, name, Passage(()), words.cut(*held.span("role")))
