"""Vocabulaire: the documentation of the ontology and of the thesauri, from the graph that holds them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from maillage.queries import run
from maillage.thesauri import SCHEMES
from maillage.vocabulary import DEF
from viz.explorer.addresses import page_of
from viz.explorer.facts import Record, told
from viz.explorer.views import Mark
from viz.explorer.visit import Visit

TEMPLATE = "vocabulaire.html"
_KINDS = ("classe", "objet", "donnees", "note")


@dataclass(frozen=True, slots=True)
class Entry:
    """A term or a concept: its anchor, name and definition, then what else is told of it, each under its heading."""

    anchor: str
    name: str
    definition: str
    more: tuple[tuple[str, tuple[Mark, ...]], ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The terms of a kind, or the concepts of a scheme."""

    anchor: str
    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Vocabulaire:
    """What the page shows."""

    terms: tuple[Group, ...]
    schemes: tuple[Group, ...]


def page(visit: Visit) -> Vocabulaire:
    """Return the documentation; empty groups where the store does not hold the ontology."""
    terms, concepts = run(visit.store, "pages/vocabulaire", {}), run(visit.store, "pages/concepts", {})
    return Vocabulaire(
        tuple(
            Group(kind, visit.words(f"vocabulary.{kind}"), _entries(visit, terms, "terme", "sorte", kind))
            for kind in _KINDS
        ),
        tuple(
            Group(name, name, _entries(visit, concepts, "concept", "thesaurus", f"{DEF}{name}"))
            for name in sorted(SCHEMES)
        ),
    )


def _entries(visit: Visit, records: Iterable[Record], name: str, group: str, value: str) -> tuple[Entry, ...]:
    return tuple(_entry(visit, record, told(record, name)) for record in records if told(record, group) == value)


def _entry(visit: Visit, record: Record, iri: str) -> Entry:
    suffix = "_en" if visit.language == "en" else ""
    more = ((visit.words(f"vocabulary.{key}"), marks) for key, marks in _more(record).items() if marks)
    return Entry(iri.removeprefix(DEF), told(record, f"nom{suffix}"), told(record, f"definition{suffix}"), tuple(more))


def _more(record: Record) -> Mapping[str, tuple[Mark, ...]]:
    """Return what else is told, by the key of its heading: links to terms, then words."""
    links = {key: _links(told(record, key)) for key in ("dessus", "domaine", "portee", "remplace", "source")}
    return links | {key: _words(told(record, key)) for key in ("autres", "exemple")}


def _words(value: str) -> tuple[Mark, ...]:
    return (Mark(value.replace(";", ", ")),) if value else ()


def _links(iris: str) -> tuple[Mark, ...]:
    return tuple(_link(iri) for iri in iris.split(";") if iri)


def _link(iri: str) -> Mark:
    """Return a link to one of our terms; the name of a document, or of a term of another vocabulary."""
    if iri.startswith(DEF):
        return Mark(iri.removeprefix(DEF), f"#{iri.removeprefix(DEF)}")
    return Mark(page_of(iri).rpartition("/")[2] or iri)
