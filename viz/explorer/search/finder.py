"""What searching needs of a generation of the store, made when the first person looks for something."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from maillage.queries import run
from maillage.search import Index, opened
from maillage.store import Store
from viz.explorer.library import Library

Traits = Mapping[str, frozenset[str]]
"""The values of a thing by facet."""

_OF_A_CONVENTION = ("territoire", "periode")
_CONVENTION = "convention"


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
