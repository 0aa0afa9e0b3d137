"""Chose: any other thing of the graph, as the graph has it."""

from __future__ import annotations

from dataclasses import dataclass

from viz.explorer.addresses import page_of
from viz.explorer.facts import ask, told
from viz.explorer.names import name_of
from viz.explorer.problems import NotFoundError
from viz.explorer.views import Mark
from viz.explorer.visit import Visit

TEMPLATE = "chose.html"


@dataclass(frozen=True, slots=True)
class Property:
    """A property of the thing and its values."""

    label: str
    values: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Chose:
    """What the page shows."""

    title: str
    iri: str
    properties: tuple[Property, ...]


def page(visit: Visit, iri: str) -> Chose:
    """Return the page of the thing ``iri``. Raises NotFoundError where the graph says nothing of it."""
    found: dict[str, list[Mark]] = {}
    for record in ask(visit, "chose", iri):
        label = told(record, "nom_en" if visit.language == "en" else "nom") or _end(told(record, "propriete"))
        values = found.setdefault(label, [])
        mark = _value(visit, told(record, "valeur"))
        if mark not in values:
            values.append(mark)
    if not found:
        raise NotFoundError(iri)
    named = found.get("label") or found.get("étiquette")
    title = named[0].text if named else name_of(visit, iri)
    return Chose(title, iri, tuple(Property(label, tuple(values)) for label, values in found.items()))


def _value(visit: Visit, value: str) -> Mark:
    href = page_of(value)
    return Mark(name_of(visit, value), href) if href else Mark(_end(value) if value.startswith("http") else value)


def _end(iri: str) -> str:
    return iri.replace("#", "/").rsplit("/", 1)[-1]
