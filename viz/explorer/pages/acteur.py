"""Acteur: its roles over territories and years, its partners, its money, the bodies it sits in."""

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
_MOST_PARTNERS = 24


@dataclass(frozen=True, slots=True)
class Role:
    """How often the actor has a role."""

    role: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Presence:
    """An agreement in which the actor is, its period, and how often it has each of its roles there."""

    convention: Mark
    period: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Acteur:
    """What the page shows; ``others`` are the other names by which acts call the actor."""

    title: str
    kind: str
    others: tuple[str, ...]
    roles: tuple[Role, ...]
    presences: tuple[Presence, ...]
    partners: tuple[tuple[Mark, int], ...]
    grids: tuple[Grid, ...]
    engagements: Grid
    drawing: Drawing


def page(visit: Visit, iri: str) -> Acteur:
    """Return the page of the actor ``iri``. Raises NotFoundError where there is none."""
    actor = visit.library.things.get(iri)
    if actor is None:
        raise NotFoundError(iri)
    engaged = tuple(ask(visit, ENGAGEMENTS.query, iri))
    roles = _roles(visit, engaged)
    partners = (
        (link(visit, told(one, "partenaire")), int(told(one, "fiches"))) for one in ask(visit, "partenaires", iri)
    )
    return Acteur(
        name_of(visit, iri),
        kind(actor.kind, visit.language),
        tuple(plain(name) for name in actor.others),
        roles,
        _presences(visit, engaged, roles),
        tuple(partners)[:_MOST_PARTNERS],
        tuple(read(visit, section, iri) for section in (FINANCEMENTS, GOUVERNANCE)),
        grid(visit, ENGAGEMENTS, engaged, without=("acteur", *of_one_convention(engaged))),
        draw(visit, iri, of_objects(engaged)),
    )


def _presences(visit: Visit, records: tuple[Record, ...], roles: tuple[Role, ...]) -> tuple[Presence, ...]:
    """Return the agreements of the actor, the latest first, with its roles in each."""
    counted = Counter((told(record, "convention"), told(record, "role")) for record in records)
    traits = visit.finder().traits
    found = [
        Presence(
            link(visit, convention),
            ", ".join(sorted(traits.get(convention, {}).get("periode", ()))).replace("-", "–"),
            tuple(counted[convention, role.role] for role in roles),
        )
        for convention in sorted({told(record, "convention") for record in records})
    ]
    return tuple(sorted(found, key=lambda one: one.period, reverse=True))


def _roles(visit: Visit, records: tuple[Record, ...]) -> tuple[Role, ...]:
    counted = Counter(told(record, "role") for record in records)
    return tuple(Role(role, concept("roles", role, visit.language), count) for role, count in counted.most_common())
