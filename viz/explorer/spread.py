"""Over which agreements and territories a theme or a type of action is spread: a table, and a map or tiles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from maillage.graph.iris import convention
from maillage.queries import question, run
from maillage.table import Table
from viz.explorer.addresses import with_query
from viz.explorer.areas import Area, Areas, areas
from viz.explorer.facts import told
from viz.explorer.names import link
from viz.explorer.presence import STATES, Presence, Reading, latest, presence, readings, said
from viz.explorer.views import Mark
from viz.explorer.visit import Visit
from viz.numbers import number


@dataclass(frozen=True, slots=True)
class Place:
    """An agreement, and what it has: ``figures`` are the fiches, the nodes of the plan, all that was read, the rest."""

    convention: Mark
    presence: Presence
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Total:
    """How many agreements are in a state."""

    presence: Presence
    count: str


@dataclass(frozen=True, slots=True)
class Spread:
    """Where it is; ``question`` is the page of the question of the catalogue that says the same, ``csv`` its table."""

    places: tuple[Place, ...]
    totals: tuple[Total, ...]
    areas: Areas
    question: Mark
    csv: str


def spread(visit: Visit, name: str, **values: str) -> Spread:
    """Ask the question ``name`` (one of those that tell presence) and lay out its answer."""
    table = run(visit.store, name, values)
    states = {convention(told(record, "ctg")): said(told(record, "presence")) for record in table}
    asked = question(name)
    return Spread(
        tuple(_place(visit, record) for record in _ordered(visit, table)),
        _totals(visit, states.values()),
        areas(visit, _areas(visit, states)),
        Mark(asked.title_en if visit.language == "en" else asked.title_fr, with_query(f"/questions/{name}", **values)),
        with_query(f"/query/{name}.csv", **values),
    )


def _ordered(visit: Visit, table: Table) -> list[Mapping[str, object]]:
    """Return the rows by state, then by the name of the agreement."""
    order = {state: at for at, state in enumerate(STATES)}
    named = [(order[said(told(record, "presence"))], _name(visit, record).casefold(), record) for record in table]
    return [record for _state, _called, record in sorted(named, key=lambda one: one[:2])]


def _name(visit: Visit, record: Mapping[str, object]) -> str:
    return link(visit, convention(str(record["ctg"]))).text


def _place(visit: Visit, record: Mapping[str, object]) -> Place:
    figures = [int(str(record[name])) for name in ("fiches", "elements", "lus", "blocs_non_lus")]
    iri = convention(str(record["ctg"]))
    return Place(
        link(visit, iri),
        presence(visit, said(str(record["presence"])), figures[0] + figures[1]),
        tuple(number(figure, visit.language) for figure in figures),
    )


def _totals(visit: Visit, states: Iterable[str]) -> tuple[Total, ...]:
    found = Counter(states)
    return tuple(
        Total(presence(visit, state), number(found[state], visit.language)) for state in STATES if found[state]
    )


def _areas(visit: Visit, states: Mapping[str, str]) -> list[Area]:
    """Return the territory of each agreement with the state of the last one that was read of it."""
    return [_area(visit, one, states[one.convention]) for one in latest(readings(visit).values()) if one.territory]


def _area(visit: Visit, one: Reading, state: str) -> Area:
    return Area(one.territory, link(visit, one.territory), link(visit, one.convention), presence(visit, state))
