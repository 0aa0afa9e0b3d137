"""Fiche action: its roles, what it holds, its money, each with its place."""

from __future__ import annotations

from dataclasses import dataclass

from viz.explorer.facts import Record, ask, grid, read, source, theme_marks, told
from viz.explorer.names import link, name_of
from viz.explorer.neighbourhood import Drawing, draw, of_actors
from viz.explorer.problems import NotFoundError
from viz.explorer.sections import CLASSEMENTS, ENGAGEMENTS, FICHES, FINANCEMENTS
from viz.explorer.views import Grid, Mark, Source
from viz.explorer.visit import Visit
from viz.labels import concept

TEMPLATE = "fiche.html"


@dataclass(frozen=True, slots=True)
class Item:
    """An element of the fiche, as printed."""

    number: str
    text: str
    source: Source


@dataclass(frozen=True, slots=True)
class Items:
    """The elements of a kind."""

    label: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Fiche:
    """What the page shows."""

    title: str
    convention: Mark
    themes: tuple[Mark, ...]
    types: Grid
    money: Grid
    statements: Grid
    engagements: Grid
    drawing: Drawing
    items: tuple[Items, ...]


def page(visit: Visit, iri: str) -> Fiche:
    """Return the page of the fiche ``iri``. Raises NotFoundError where there is none."""
    stated = tuple(ask(visit, FICHES.query, iri))
    if not stated:
        raise NotFoundError(iri)
    engaged = tuple(ask(visit, ENGAGEMENTS.query, iri))
    themes = dict.fromkeys(part for record in stated for part in told(record, "themes").split(";") if part)
    return Fiche(
        name_of(visit, iri),
        link(visit, told(stated[0], "convention")),
        theme_marks(visit, ";".join(themes)),
        read(visit, CLASSEMENTS, iri),
        read(visit, FINANCEMENTS, iri, without=("finance", "convention")),
        grid(visit, FICHES, stated, without=("convention",)),
        grid(visit, ENGAGEMENTS, engaged, without=("objet", "convention")),
        draw(visit, iri, of_actors(engaged)),
        _items(visit, tuple(ask(visit, "elements", iri))),
    )


def _items(visit: Visit, records: tuple[Record, ...]) -> tuple[Items, ...]:
    """Return the elements by kind, in the order in which a fiche is read."""
    return tuple(
        Items(
            concept("genres-element", name, visit.language),
            tuple(
                Item(told(record, "numero"), told(record, "texte"), source(visit, record))
                for record in records
                if told(record, "genre") == name
            ),
        )
        for name in _ORDER
        if any(told(record, "genre") == name for record in records)
    )


_ORDER = ("diagnostic", "objectif", "public", "modalite", "resultat", "indicateur")
