"""Acteur: its roles over territories, its money, the bodies it sits in."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from viz.explorer.facts import Record, ask, grid, of_one_convention, read, told
from viz.explorer.names import link, name_of
from viz.explorer.neighbourhood import Drawing, draw, of_objects
from viz.explorer.problems import NotFoundError
from viz.explorer.sections import ENGAGEMENTS, FINANCEMENTS, GOUVERNANCE
from viz.explorer.views import Grid, Mark
from viz.explorer.visit import Visit
from viz.labels import concept, kind
from viz.plain import plain

TEMPLATE = "acteur.html"


@dataclass(frozen=True, slots=True)
class Role:
    """How often the actor has a role."""

    role: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Acteur:
    """What the page shows; ``others`` are the other names by which acts call the actor."""

    title: str
    kind: str
    others: tuple[str, ...]
    roles: tuple[Role, ...]
    conventions: tuple[Mark, ...]
    grids: tuple[Grid, ...]
    engagements: Grid
    drawing: Drawing


def page(visit: Visit, iri: str) -> Acteur:
    """Return the page of the actor ``iri``. Raises NotFoundError where there is none."""
    actor = visit.library.things.get(iri)
    if actor is None:
        raise NotFoundError(iri)
    engaged = tuple(ask(visit, ENGAGEMENTS.query, iri))
    conventions = dict.fromkeys(told(record, "convention") for record in engaged)
    return Acteur(
        name_of(visit, iri),
        kind(actor.kind, visit.language),
        tuple(plain(name) for name in actor.others),
        _roles(visit, engaged),
        tuple(link(visit, convention) for convention in conventions),
        tuple(read(visit, section, iri) for section in (FINANCEMENTS, GOUVERNANCE)),
        grid(visit, ENGAGEMENTS, engaged, without=("acteur", *of_one_convention(engaged))),
        draw(visit, iri, of_objects(engaged)),
    )


def _roles(visit: Visit, records: tuple[Record, ...]) -> tuple[Role, ...]:
    counted = Counter(told(record, "role") for record in records)
    return tuple(Role(role, concept("roles", role, visit.language), count) for role, count in counted.most_common())
