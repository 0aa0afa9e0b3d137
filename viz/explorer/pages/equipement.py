"""Équipement: what it is, where it stands, and who supports it."""

from __future__ import annotations

from dataclasses import dataclass

from viz.explorer.facts import ask, grid, told
from viz.explorer.names import link, name_of
from viz.explorer.neighbourhood import Drawing, draw, of_actors
from viz.explorer.problems import NotFoundError
from viz.explorer.sections import ENGAGEMENTS, EQUIPEMENTS
from viz.explorer.views import Grid, Mark
from viz.explorer.visit import Visit

TEMPLATE = "equipement.html"


@dataclass(frozen=True, slots=True)
class Equipement:
    """What the page shows."""

    title: str
    type: str
    conventions: tuple[Mark, ...]
    communes: tuple[Mark, ...]
    statements: Grid
    engagements: Grid
    drawing: Drawing


def page(visit: Visit, iri: str) -> Equipement:
    """Return the page of the équipement ``iri``. Raises NotFoundError where there is none."""
    stated = tuple(ask(visit, EQUIPEMENTS.query, iri))
    if not stated:
        raise NotFoundError(iri)
    engaged = tuple(ask(visit, ENGAGEMENTS.query, iri))
    communes = {told(record, "commune"): told(record, "commune_nom") for record in stated if told(record, "commune")}
    return Equipement(
        name_of(visit, iri),
        next((told(record, "type") for record in stated if told(record, "type")), ""),
        tuple(link(visit, one) for one in dict.fromkeys(told(record, "convention") for record in stated)),
        tuple(link(visit, commune, name) for commune, name in communes.items()),
        grid(visit, EQUIPEMENTS, stated, without=("equipement",)),
        grid(visit, ENGAGEMENTS, engaged, without=("objet",)),
        draw(visit, iri, of_actors(engaged)),
    )
