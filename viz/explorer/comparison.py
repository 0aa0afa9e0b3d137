"""Agreements side by side: their themes, the types of action and the actors that they share or not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from maillage.queries import run
from maillage.thesauri import SCHEMES
from viz.explorer.facts import ask, theme_marks, told
from viz.explorer.kinds_of_action import counts, mark_of, types
from viz.explorer.names import link
from viz.explorer.presence import ABSENT, UNREAD, Line, Matrix, Presence, counted, presence
from viz.explorer.sides import Side
from viz.explorer.views import Mark
from viz.explorer.visit import Visit

Found = Mapping[str, int]
"""How often each thing, by its IRI or id, is stated in an agreement."""


def themes_of(visit: Visit, side: Side) -> Found:
    """Return how often each theme is stated, in fiches and in the plan."""
    found = counted(run(visit.store, "themes-par-ctg", {}), "ctg", "sujet")
    return {theme: count for (key, theme), count in found.items() if key == side.key}


def types_of(visit: Visit, side: Side) -> Found:
    """Return how often each type of action, or one below it, is stated, less those that stand for a whole domain."""
    stated = counts(visit)
    return {name: found[side.iri] for name, found in stated.items() if found.get(side.iri) and types()[name].broader}


def actors_of(visit: Visit, side: Side) -> Found:
    """Return how often each actor commits itself: to a fiche, or by signing."""
    engaged = (*ask(visit, "roles", side.iri), *ask(visit, "signatures", side.iri))
    return Counter(told(record, "acteur") for record in engaged if told(record, "acteur"))


def themes(visit: Visit, sides: Sequence[Side]) -> Matrix:
    """Return the matrix of all themes."""
    found = [themes_of(visit, side) for side in sides]
    marks = theme_marks(visit, ";".join(theme.id for theme in SCHEMES["themes"]))
    names = [theme.id for theme in SCHEMES["themes"]]
    return _matrix(visit, "themes", sides, dict(zip(names, marks, strict=True)), found)


def shared_types(visit: Visit, sides: Sequence[Side]) -> tuple[Matrix, Matrix]:
    """Return the types of action that all the agreements have, then those that only some have."""
    found = [types_of(visit, side) for side in sides]
    named = [name for name in types() if any(name in one for one in found)]
    shared = {name: mark_of(visit, name) for name in named if all(name in one for one in found)}
    partial = {name: mark_of(visit, name) for name in named if name not in shared}
    return _matrix(visit, "shared", sides, shared, found), _matrix(visit, "partial", sides, partial, found)


def shared_actors(visit: Visit, sides: Sequence[Side]) -> Matrix:
    """Return the actors of several of the agreements, those of most first."""
    found = [actors_of(visit, side) for side in sides]
    spread = Counter(iri for one in found for iri in one)
    marks = {iri: link(visit, iri) for iri, count in spread.items() if count > 1}
    ordered = sorted(marks, key=lambda iri: (-spread[iri], marks[iri].text.casefold(), iri))
    return _matrix(visit, "actors", sides, {iri: marks[iri] for iri in ordered}, found)


def _matrix(visit: Visit, name: str, sides: Sequence[Side], rows: Mapping[str, Mark], found: Sequence[Found]) -> Matrix:
    lines = (
        Line(
            mark,
            tuple(_cell(visit, name, side, one.get(row, 0), one) for side, one in zip(sides, found, strict=True)),
        )
        for row, mark in rows.items()
    )
    return Matrix(
        name,
        visit.words(f"compare.{name}"),
        visit.words(f"compare.corner.{name}"),
        tuple(side.link for side in sides),
        tuple(lines),
    )


def _cell(visit: Visit, name: str, side: Side, count: int, found: Found) -> Presence:
    """Return a cell; an actor is absent from an agreement whose actors were read."""
    if name != "actors":
        return presence(visit, side.reading.state(count), count)
    state = "present" if count else ABSENT if found else UNREAD
    return presence(visit, state, count)
