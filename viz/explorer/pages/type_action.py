"""Type d'action: in which agreements and territories it is present, absent or not read, and the words that say so."""

from __future__ import annotations

from dataclasses import dataclass

from maillage.graph.iris import convention
from maillage.queries import run
from viz.explorer.facts import Column, Record, Section, grid, several, text, theme_marks, told
from viz.explorer.kinds_of_action import above, below, mark_of, matrix, types
from viz.explorer.names import link
from viz.explorer.presence import Matrix
from viz.explorer.problems import NotFoundError
from viz.explorer.spread import Spread, spread
from viz.explorer.views import Grid, Mark
from viz.explorer.visit import Visit
from viz.labels import concept
from viz.plain import plain

TEMPLATE = "type_action.html"


def _agreement(visit: Visit, record: Record) -> tuple[Mark, ...]:
    return (link(visit, convention(told(record, "ctg"))),)


_STATED = Section(
    "actions",
    "ctg-par-type-d-action",
    (
        Column("convention", _agreement),
        text("intitule"),
        text("type_action"),
        text("mots"),
        several("pilotes"),
    ),
)


@dataclass(frozen=True, slots=True)
class TypeAction:
    """What the page shows: ``broader`` are the types above, ``narrower`` those below by agreement."""

    title: str
    others: tuple[str, ...]
    themes: tuple[Mark, ...]
    broader: tuple[Mark, ...]
    narrower: Matrix
    spread: Spread
    stated: Grid


def page(visit: Visit, name: str) -> TypeAction:
    """Return the page of the type of action with that id. Raises NotFoundError where there is none."""
    found = types().get(name)
    if found is None:
        raise NotFoundError(name)
    title = concept("types-action", name, visit.language)
    return TypeAction(
        title,
        tuple(plain(label) for label in found.labels) if visit.language == "fr" else (),
        theme_marks(visit, ";".join(found.themes)),
        tuple(mark_of(visit, one) for one in reversed(tuple(above(name))) if one != name),
        matrix(visit, visit.words("presence.narrower"), below().get(name, ())),
        spread(visit, "presence-d-un-type-d-action", type=name),
        grid(visit, _STATED, tuple(run(visit.store, _STATED.query, {"type": name}))),
    )
