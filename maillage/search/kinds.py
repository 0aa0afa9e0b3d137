"""The kinds of things that are searched, and what is said of each: the rows of ``queries/search``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from maillage.graph.iris import territory as territory_iri
from maillage.queries import run
from maillage.reference import load
from maillage.search.concepts import Wider, widened, wider
from maillage.store import Endpoint
from maillage.table import Cell

KINDS = ("fiche", "acteur", "convention", "equipement", "territoire")
"""In the order in which equally good answers are told."""

_MOST_PLACES = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """A thing that can be found: ``names`` are its other names, ``concepts`` IRIs, ``words`` what is said of it."""

    kind: str
    iri: str
    key: str
    label: str
    convention: str = ""
    territory: str = ""
    document: str = ""
    lines: str = ""
    names: tuple[str, ...] = ()
    concepts: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


def entries(store: Endpoint) -> Iterator[Entry]:
    """Give everything that the acts of ``store`` name."""
    same = wider(store)
    for kind in KINDS:
        for row in run(store, f"search/{kind}"):
            yield _entry(kind, row, same)


def official() -> Iterator[Entry]:
    """Give the communes, EPCI and départements of the official reference, named by an act or not."""
    reference = load()
    for areas in (reference.epcis, reference.communes, reference.departements):
        for area in areas.values():
            yield Entry("territoire", territory_iri(area.code), area.code, area.name, territory=area.name)


def _entry(kind: str, row: Mapping[str, Cell], same: Wider) -> Entry:
    texts = {name: "" if value is None else str(value) for name, value in row.items()}
    several = {name: tuple(filter(None, texts[name].split(";"))) for name in ("names", "concepts", "words", "label")}
    document, lines = _first(texts["places"])
    return Entry(
        kind,
        texts["iri"],
        texts["key"],
        max(several["label"], key=len, default=""),
        texts["convention"],
        texts["territory"],
        document,
        lines,
        (*several["names"], *several["label"]),
        widened(several["concepts"], same),
        several["words"],
    )


def _first(places: str) -> tuple[str, str]:
    """Return the first document that states a thing, and its first places in it."""
    document = places.partition("#")[0]
    stated = [place.partition("#")[2] for place in places.split(";") if place.startswith(f"{document}#")]
    spans = [span for place in stated for span in place.split("+")]
    return document, ";".join(spans[:_MOST_PLACES])
