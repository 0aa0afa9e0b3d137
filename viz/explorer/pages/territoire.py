"""Territoire: its agreements, équipements, commitments, figures, and the territories it belongs to or holds."""

from __future__ import annotations

from dataclasses import dataclass

from maillage.queries import run
from viz.explorer.facts import Record, ask, grid, of_one_convention, read, told
from viz.explorer.names import link
from viz.explorer.neighbourhood import Drawing, draw, of_objects
from viz.explorer.problems import NotFoundError
from viz.explorer.sections import (
    CHIFFRES,
    CONVENTIONS,
    COUVERTURES,
    ENGAGEMENTS,
    EQUIPEMENTS,
    FINANCEMENTS,
    GOUVERNANCE,
    VOTES,
)  # fmt: skip
from viz.explorer.views import Grid, Mark
from viz.explorer.visit import Visit
from viz.labels import kind
from viz.numbers import number

TEMPLATE = "territoire.html"
_OF_A_TERRITORY = (COUVERTURES, EQUIPEMENTS, FINANCEMENTS, VOTES, GOUVERNANCE, CHIFFRES)


@dataclass(frozen=True, slots=True)
class Territoire:
    """What the page shows."""

    title: str
    kind: str
    code: str
    population: str
    postcodes: str
    belongs_to: tuple[Mark, ...]
    members: tuple[Mark, ...]
    conventions: Grid
    grids: tuple[Grid, ...]
    engagements: Grid
    drawing: Drawing

    @property
    def unread(self) -> bool:
        """Whether no act that was read says anything of it."""
        return not (self.conventions or self.engagements or any(self.grids))


def page(visit: Visit, iri: str) -> Territoire:
    """Return the page of the territory ``iri``. Raises NotFoundError where there is none."""
    official = tuple(run(visit.store, "pages/territoire", {"chose": iri}))
    if not official:
        raise NotFoundError(iri)
    engaged = tuple(ask(visit, ENGAGEMENTS.query, iri))
    first = official[0]
    return Territoire(
        told(first, "nom"),
        kind(iri.rsplit("/", 2)[-2], visit.language),
        told(first, "code"),
        number(int(told(first, "population")), visit.language) if told(first, "population") else "",
        ", ".join(sorted({told(record, "postal") for record in official} - {""})),
        _links(visit, official, "lien", "lien_nom"),
        _links(visit, tuple(run(visit.store, "pages/membres", {"chose": iri})), "commune", "nom"),
        read(visit, CONVENTIONS, iri, without=("territoire",)),
        tuple(read(visit, section, iri) for section in _OF_A_TERRITORY),
        grid(visit, ENGAGEMENTS, engaged, without=("acteur", *of_one_convention(engaged))),
        draw(visit, iri, of_objects(engaged)),
    )


def _links(visit: Visit, records: tuple[Record, ...], column: str, printed: str) -> tuple[Mark, ...]:
    found = {told(record, column): told(record, printed) for record in records if told(record, column)}
    return tuple(link(visit, iri, name) for iri, name in found.items())
