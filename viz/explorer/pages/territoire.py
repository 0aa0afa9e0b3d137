"""Territoire: its agreements, équipements, commitments, figures, and the territories it belongs to or holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from maillage.queries import run
from viz.explorer.facts import Record, ask, grid, of_one_convention, read, told
from viz.explorer.figures import Figures, figures
from viz.explorer.gaps import Gaps, gaps
from viz.explorer.names import link
from viz.explorer.neighbourhood import Drawing, draw, of_objects
from viz.explorer.problems import NotFoundError
from viz.explorer.sections import (
    CHIFFRES,
    CONVENTIONS,
    COUVERTURES,
    ENGAGEMENTS,
    EQUIPEMENTS,
    FICHES,
    FINANCEMENTS,
    GOUVERNANCE,
    SIGNATURES,
    VOTES,
)  # fmt: skip
from viz.explorer.timeline import Timeline, of_conventions, timeline
from viz.explorer.views import Grid, Mark
from viz.explorer.visit import Visit
from viz.labels import kind
from viz.numbers import number

TEMPLATE = "territoire.html"
_OF_A_TERRITORY = (EQUIPEMENTS, FINANCEMENTS, VOTES, GOUVERNANCE)
_MOST_ACTORS = 24


@dataclass(frozen=True, slots=True)
class Agreement:
    """The newest agreement of which something was read: its fiches, and its actors with their number of roles."""

    link: Mark
    fiches: Grid
    actors: tuple[tuple[Mark, int], ...]


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
    covered: Grid
    timeline: Timeline
    newest: Agreement | None
    grids: tuple[Grid, ...]
    engagements: Grid
    drawing: Drawing
    figures: Figures
    chiffres: Grid
    gaps: Gaps | None

    @property
    def unread(self) -> bool:
        """Whether no act that was read says anything of it."""
        return not (self.conventions or self.covered or self.engagements or self.chiffres or any(self.grids))


def page(visit: Visit, iri: str) -> Territoire:
    """Return the page of the territory ``iri``. Raises NotFoundError where there is none."""
    official = tuple(run(visit.store, "pages/territoire", {"chose": iri}))
    if not official:
        raise NotFoundError(iri)
    first, engaged = official[0], tuple(ask(visit, ENGAGEMENTS.query, iri))
    stated, covering = (tuple(ask(visit, section.query, iri)) for section in (CONVENTIONS, COUVERTURES))
    periods = [*stated, *(row for one in _conventions(covering) for row in ask(visit, CONVENTIONS.query, one))]
    counted = tuple(ask(visit, CHIFFRES.query, iri))
    return Territoire(
        told(first, "nom"),
        kind(iri.rsplit("/", 2)[-2], visit.language),
        told(first, "code"),
        number(int(told(first, "population")), visit.language) if told(first, "population") else "",
        ", ".join(sorted({told(record, "postal") for record in official} - {""})),
        _links(visit, official, "lien", "lien_nom"),
        _links(visit, tuple(run(visit.store, "pages/membres", {"chose": iri})), "commune", "nom"),
        grid(visit, CONVENTIONS, stated, without=("territoire",)),
        grid(visit, COUVERTURES, covering),
        timeline(visit, of_conventions(visit, periods)),
        _newest(visit, periods),
        tuple(read(visit, section, iri) for section in _OF_A_TERRITORY),
        grid(visit, ENGAGEMENTS, engaged, without=("acteur", *of_one_convention(engaged))),
        draw(visit, iri, of_objects(engaged)),
        figures(visit, (iri, told(first, "nom")), _departement(official), counted),
        grid(visit, CHIFFRES, counted, without=of_one_convention(counted)),
        gaps(visit, iri) if stated else None,
    )


def _conventions(records: Iterable[Record]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(told(record, "convention") for record in records))


def _departement(official: Iterable[Record]) -> tuple[str, str]:
    """Return the IRI and the name of the département; empty where there is none."""
    areas = ((told(record, "lien"), told(record, "lien_nom")) for record in official)
    return next((area for area in areas if "/departement/" in area[0]), ("", ""))


def _newest(visit: Visit, periods: Iterable[Record]) -> Agreement | None:
    """Return the agreement that begins last among those whose fiches or actors were read."""
    for start, convention in sorted({(told(one, "debut"), told(one, "convention")) for one in periods}, reverse=True):
        bound = Counter(
            (told(one, "acteur"), told(one, "acteur_nom") if not told(one, "acteur") else "")
            for one in (*ask(visit, "roles", convention), *ask(visit, SIGNATURES.query, convention))
        )
        fiches = read(visit, FICHES, convention, without=("convention",))
        if start and (bound or fiches):
            ranked = sorted(bound.items(), key=lambda one: (-one[1], one[0]))[:_MOST_ACTORS]
            actors = ((link(visit, iri) if iri else Mark(name), count) for (iri, name), count in ranked)
            return Agreement(link(visit, convention), fiches, tuple(actors))
    return None


def _links(visit: Visit, records: tuple[Record, ...], column: str, printed: str) -> tuple[Mark, ...]:
    found = {told(record, column): told(record, printed) for record in records if told(record, column)}
    return tuple(link(visit, iri, name) for iri, name in found.items())
