"""Convention: its parties and period, plan, fiches, communes, governance, équipements, money, findings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from maillage.queries import run
from viz.explorer.facts import Record, ask, grid, read, told
from viz.explorer.names import link, name_of
from viz.explorer.neighbourhood import Drawing, draw, of_actors
from viz.explorer.outline import Branch, outline
from viz.explorer.pages.communes import Communes, communes
from viz.explorer.pages.findings import Finding, findings
from viz.explorer.problems import NotFoundError
from viz.explorer.sections import (
    AVENANTS,
    CONVENTIONS,
    ENGAGEMENTS,
    EQUIPEMENTS,
    FICHES,
    FINANCEMENTS,
    GOUVERNANCE,
    SIGNATURES,
    VOTES,
)  # fmt: skip
from viz.explorer.timeline import Span, Timeline, of_avenants, of_conventions, timeline
from viz.explorer.views import Grid, Mark
from viz.explorer.visit import Visit
from viz.numbers import day

TEMPLATE = "convention.html"
_OF_A_CONVENTION = (AVENANTS, FICHES, EQUIPEMENTS, FINANCEMENTS, GOUVERNANCE, VOTES)


@dataclass(frozen=True, slots=True)
class Convention:
    """What the page shows; ``periods`` are the periods that acts state."""

    title: str
    territory: Mark | None
    periods: tuple[str, ...]
    timeline: Timeline
    statements: Grid
    renewed_by: Grid
    grids: tuple[Grid, ...]
    plan: tuple[Branch, ...]
    communes: Communes
    engagements: Grid
    drawing: Drawing
    findings: tuple[Finding, ...]


def page(visit: Visit, iri: str) -> Convention:
    """Return the page of the convention ``iri``. Raises NotFoundError where there is none."""
    stated = tuple(ask(visit, CONVENTIONS.query, iri))
    own = [record for record in stated if told(record, "convention") == iri]
    if iri not in visit.library.things and not own:
        raise NotFoundError(iri)
    later = [record for record in stated if told(record, "renouvelle") == iri]
    signed = tuple(ask(visit, SIGNATURES.query, iri))
    bound = (*ask(visit, "roles", iri), *(_as_engagement(record, iri) for record in signed))
    territory = next((told(record, "territoire") for record in own if told(record, "territoire")), "")
    return Convention(
        name_of(visit, iri),
        link(visit, territory) if territory else None,
        _periods(visit, own),
        timeline(visit, _spans(visit, iri, stated)),
        grid(visit, CONVENTIONS, own, without=("convention",)),
        grid(visit, CONVENTIONS, later, without=("renouvelle",)),
        (
            grid(visit, SIGNATURES, signed),
            *(read(visit, section, iri, without=("convention",)) for section in _OF_A_CONVENTION),
        ),
        outline(visit, tuple(ask(visit, "plan", iri))),
        communes(visit, run(visit.store, "communes-d-une-ctg", {"convention": iri})),
        grid(visit, ENGAGEMENTS, bound, without=("convention",)),
        draw(visit, iri, of_actors(bound)),
        findings(visit, iri.rsplit("/", 1)[-1]),
    )


def _as_engagement(record: Record, convention: str) -> Record:
    """Return a signature as an engagement towards the convention."""
    return {**record, "role": "signataire", "objet": convention}


def _spans(visit: Visit, iri: str, stated: Iterable[Record]) -> tuple[Span, ...]:
    """Return the periods of the convention, of those before and after it, and of its amendments."""
    former = dict.fromkeys(told(record, "renouvelle") for record in stated if told(record, "convention") == iri)
    before = (row for one in former if one for row in ask(visit, CONVENTIONS.query, one))
    own = (record for record in before if told(record, "convention") in former)
    return (*of_conventions(visit, (*own, *stated), iri), *of_avenants(visit, iri))


def _periods(visit: Visit, records: list[Record]) -> tuple[str, ...]:
    """Return the periods that are stated, the same once, as one reads them."""
    stated = dict.fromkeys((told(record, "debut"), told(record, "fin")) for record in records)
    return tuple(" – ".join(day(end, visit.language) for end in ends if end) for ends in sorted(stated) if any(ends))
