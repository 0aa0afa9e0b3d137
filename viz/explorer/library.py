"""The names of the things that have a page, read once for each generation of the store."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from maillage.names import ascii_words
from maillage.queries import run
from maillage.store import Endpoint
from maillage.table import Cell

THINGS = ("convention", "fiche", "equipement", "document", "acte")
"""The kinds of things that are no actors."""

TERRITORIES = ("commune", "epci", "departement", "region")
"""The kinds of actors that are territories."""


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing that has a page: ``kind`` is a kind of actor or one of THINGS, ``others`` are its other names."""

    iri: str
    label: str
    kind: str
    number: str = ""
    convention: str = ""
    others: tuple[str, ...] = ()

    @property
    def family(self) -> str:
        """What a person looks for: ``territoire``, ``acteur``, or one of THINGS."""
        if self.kind in THINGS:
            return self.kind
        return "territoire" if self.kind in TERRITORIES else "acteur"


@dataclass(frozen=True)
class Library:
    """The things of a store by IRI, how much of each there is, and the words by which they are found."""

    things: Mapping[str, Thing]
    figures: Mapping[str, int] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Thing]:
        """Give the things by label."""
        return iter(self._ordered)

    def of(self, *families: str) -> tuple[Thing, ...]:
        """Return the things of ``families``, by label."""
        if families not in self._chosen:  # a hundred thousand things are not gone through for each page
            self._chosen[families] = tuple(thing for thing in self if thing.family in families)
        return self._chosen[families]

    @cached_property
    def _ordered(self) -> tuple[Thing, ...]:
        return tuple(sorted(self.things.values(), key=lambda thing: (ascii_words(thing.label), thing.iri)))

    @cached_property
    def _chosen(self) -> dict[tuple[str, ...], tuple[Thing, ...]]:
        return {}

    @cached_property
    def conventions(self) -> Mapping[str, str]:
        """The IRIs of the agreements by key."""
        return {thing.iri.rsplit("/", 1)[-1]: thing.iri for thing in self.of("convention")}

    @cached_property
    def words(self) -> tuple[tuple[Thing, tuple[str, ...]], ...]:
        """Each thing, by label, with its names as they are compared."""
        return tuple((thing, tuple(ascii_words(name) for name in _names(thing))) for thing in self)


def read(store: Endpoint) -> Library:
    """Read the library of ``store``. Raises StoreError where it cannot be read."""
    found: dict[str, Thing] = {}
    for row in run(store, "pages/index"):
        iri, label, kind, number, convention = (_text(row[name]) for name in _FIELDS)
        thing = Thing(iri, label, kind, number, convention)
        found[thing.iri] = _merged(found.get(thing.iri), thing)
    counted = {str(row["mesure"]): int(str(row["nombre"])) for row in run(store, "lookups/bilan")}
    return Library(found, counted)


def _merged(known: Thing | None, other: Thing) -> Thing:
    """Return the thing with the label of the first row, all others kept as other names."""
    if known is None or known.label == other.label:
        return known or other
    others = tuple(dict.fromkeys((*known.others, other.label)))
    return Thing(known.iri, known.label, known.kind, known.number, known.convention, others)


def _names(thing: Thing) -> Iterator[str]:
    yield thing.label
    yield from thing.others
    yield thing.number
    yield thing.iri.rsplit("/", 1)[-1]


_FIELDS = ("iri", "label", "kind", "number", "convention")


def _text(value: Cell) -> str:
    return "" if value is None else str(value)
