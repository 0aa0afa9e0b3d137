"""What searching needs of a generation of the store, made when the first person looks for something."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from maillage.queries import run
from maillage.search import Index, opened
from maillage.store import Store
from viz.explorer.library import Library, Thing
from viz.explorer.search.counting import Counts, Traits, counted

FAMILIES = ("territoire", "convention", "fiche", "acteur", "equipement", "document")
"""What can be found."""

_OF_A_CONVENTION = ("territoire", "periode")
_CONVENTION = "convention"
_NOTHING: Traits = {}


@dataclass(frozen=True, slots=True)
class Found:
    """A thing that was found, its traits, and the document and lines that the index gives for it."""

    thing: Thing
    traits: Traits
    document: str = ""
    lines: str = ""


class Finder:
    """The full text index of a store, and what the things of its ``library`` can be filtered by."""

    def __init__(self, store: Store, library: Library) -> None:
        self._store, self._library = store, library

    @cached_property
    def index(self) -> Index:
        """The index of names and words."""
        return opened(self._store)

    @cached_property
    def traits(self) -> Mapping[str, Traits]:
        """The traits of each thing by its IRI; those of its conventions are its own."""
        stated: dict[str, dict[str, set[str]]] = {}
        for row in run(self._store, "pages/facettes"):
            stated.setdefault(str(row["iri"]), {}).setdefault(str(row["facette"]), set()).add(
                _short(str(row["valeur"]))
            )
        return {iri: self._traits(iri, stated) for iri in {*stated, *self._library.things}}

    def found(self, thing: Thing, document: str = "", lines: str = "") -> Found:
        """Return ``thing`` with its traits, and where the index says that it stands."""
        return Found(thing, self.traits.get(thing.iri, _NOTHING), document, lines)

    @cached_property
    def everything(self) -> tuple[Found, ...]:
        """All that can be found, by name: what a search without words finds."""
        return tuple(map(self.found, self._library.of(*FAMILIES)))

    @cached_property
    def counts(self) -> Counts:
        """How much of everything has each value of each facet."""
        return counted([one.traits for one in self.everything], {})

    def _traits(self, iri: str, stated: Mapping[str, Mapping[str, set[str]]]) -> Traits:
        own = stated.get(iri, {})
        found = {facet: frozenset(values) for facet, values in own.items() if facet != _CONVENTION}
        start = iri[: iri.index("/id/") + len("/id/")] if "/id/" in iri else ""
        above = [stated.get(f"{start}convention/{key}", {}) for key in own.get(_CONVENTION, ())]
        for facet in _OF_A_CONVENTION:
            found[facet] = found.get(facet, frozenset()).union(*(one.get(facet, set()) for one in above))
        thing = self._library.things.get(iri)
        if thing is not None:
            found |= {"genre": frozenset({thing.family})}
            if thing.family in {"acteur", "territoire"}:
                found |= {"acteur": frozenset({thing.kind})}
        return found


def _short(value: str) -> str:
    """Return the end of an IRI, by which addresses call it; any other value as it is."""
    return value.rsplit("/", 1)[-1] if value.startswith("http") else value
