"""What the facts of a fictional act are drawn with: its own chance, the words, and places that follow one another."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import TypedDict, TypeVar

from maillage import reference
from maillage.facts import Place, Span, Tier
from maillage.reference import Territory

T = TypeVar("T")


class Provenance(TypedDict):
    """The fields that every fact has, as keywords."""

    place: Place
    act: int
    rule: str
    tier: Tier


@cache
def words() -> Mapping[str, tuple[str, ...]]:
    """Return the words of ``words.toml`` by their list."""
    lists = tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))
    return {name: tuple(values) for name, values in lists.items()}


@dataclass(slots=True)
class Ctg:
    """A fictional CTG of a real EPCI, and the document that is being drawn of it."""

    key: str
    stem: str
    epci: Territory
    start: int
    generation: int
    previous: str
    chance: Random
    act: int = 1
    line: int = 1

    @property
    def end(self) -> int:
        """The last year of its period."""
        return self.start + 4

    @property
    def title(self) -> str:
        """What it is called."""
        return f"Convention territoriale globale {self.start}-{self.end} : {self.epci.name}"

    @property
    def caf(self) -> str:
        """The Caf, as printed."""
        return f"Caf {self.departement.name}"

    @property
    def departement(self) -> Territory:
        """The département of the EPCI."""
        return reference.load().departements[self.epci.parent]

    @property
    def communes(self) -> tuple[Territory, ...]:
        """The communes of the EPCI when the period begins that still exist."""
        known = reference.load()
        codes = known.members(self.epci.code, self.start)
        return tuple(known.communes[code] for code in codes if code in known.communes)

    def at(self, rule: str, lines: int = 1) -> Provenance:
        """Return the provenance of a fact on the next ``lines``."""
        first, self.line = self.line, self.line + lines
        place = Place(self.stem, (Span(first, self.line - 1),))
        return {"place": place, "act": self.act, "rule": rule, "tier": self.one(("verbatim", "normalised"))}

    def one(self, among: Sequence[T]) -> T:
        """Draw one."""
        return self.chance.choice(among)

    def some(self, among: Sequence[T], least: int, most: int) -> list[T]:
        """Draw ``least`` to ``most`` different ones, as far as there are."""
        return self.chance.sample(among, min(len(among), self.chance.randint(least, most)))

    def word(self, name: str) -> str:
        """Draw a word of a list, filled in with a commune, a name and the years of the period."""
        commune, called = self.one(self.communes).name, self.one(words()["names"])
        return self.one(words()[name]).format(commune=commune, name=called, start=self.start, end=self.end)

    def person(self) -> str:
        """Draw the name of a person who does not exist."""
        return f"{self.word('first_names')} {self.word('last_names')}"
