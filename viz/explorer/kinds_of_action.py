"""The types of action as a tree, and which agreements have which of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from maillage.queries import run
from maillage.thesauri import SCHEMES, Concept
from viz.explorer.addresses import page_of_type
from viz.explorer.facts import told
from viz.explorer.names import link
from viz.explorer.presence import PRESENT, Line, Matrix, Presence, Reading, presence, readings, shorter
from viz.explorer.views import Mark
from viz.explorer.visit import Visit
from viz.labels import concept

_SCHEME = "types-action"
_MOST_COLUMNS = 12
"""How many agreements stand beside each other; where there are more, they are counted."""

Counts = Mapping[str, Mapping[str, int]]
"""How often each type of action, or one below it, is stated in each convention."""


@cache
def types() -> Mapping[str, Concept]:
    """Return the types of action by id, in the order of the thesaurus."""
    return {one.id: one for one in SCHEMES[_SCHEME]}


@cache
def below() -> Mapping[str, tuple[str, ...]]:
    """Return the ids of the types right below each one, and of those that nothing is above under the empty text."""
    found: dict[str, list[str]] = defaultdict(list)
    for one in types().values():
        found[one.broader if one.broader in types() else ""].append(one.id)
    return {name: tuple(ids) for name, ids in found.items()}


@cache
def above(name: str) -> tuple[str, ...]:
    """Return a type of action and those above it, each once."""
    seen: dict[str, None] = {}
    while name in types() and name not in seen:
        seen[name] = None
        name = types()[name].broader
    return tuple(seen)


def counts(visit: Visit) -> Counts:
    """Return how often each type is stated in each convention, that of a narrower one counting for the broader."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for record in run(visit.store, "pages/types-par-ctg", {}):
        stated = int(told(record, "fiches")) + int(told(record, "elements"))
        for name in above(told(record, "type_action")):
            found[name][told(record, "convention")] += stated
    return found


def mark_of(visit: Visit, name: str) -> Mark:
    """Return the link to the page of a type of action."""
    tone = f"theme-{types()[name].themes[0]}" if types()[name].themes else ""
    return Mark(concept(_SCHEME, name, visit.language), page_of_type(name), tone)


def matrix(visit: Visit, caption: str, names: Sequence[str]) -> Matrix:
    """Return the matrix of the types ``names`` by agreement or, of many agreements, by how many have them."""
    stated, read = counts(visit), tuple(readings(visit).values())
    several = len(read) > _MOST_COLUMNS
    headings = (
        (Mark(visit.words("presence.have")), Mark(visit.words("presence.out_of")))
        if several
        else shorter(tuple(link(visit, one.convention) for one in read))
    )
    cells = _totals if several else _cells
    lines = tuple(Line(mark_of(visit, name), cells(visit, stated.get(name, {}), read)) for name in names)
    return Matrix("types", caption, visit.words("column.type_action"), headings, lines)


def _cells(visit: Visit, stated: Mapping[str, int], read: Sequence[Reading]) -> tuple[Presence, ...]:
    found = ((one, stated.get(one.convention, 0)) for one in read)
    return tuple(presence(visit, one.state(count), count) for one, count in found)


def _totals(visit: Visit, stated: Mapping[str, int], read: Sequence[Reading]) -> tuple[Presence, ...]:
    having = sum(1 for one in read if stated.get(one.convention, 0))
    known = sum(1 for one in read if one.read)
    return presence(visit, PRESENT, having) if having else presence(visit, "absent"), presence(visit, PRESENT, known)
