"""Changements: what a document would change in the store, as it is decided now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from maillage.pipeline.deposits import Review
from maillage.pipeline.deposits.comparing import KINDS, Change, changes
from viz.explorer.adding.at import At
from viz.explorer.adding.wording import column_words, main_words, table_words
from viz.explorer.addresses import place_of
from viz.explorer.views import Mark
from viz.numbers import lines
from viz.plain import shorten

TEMPLATE = "changements.html"
_MOST = 200
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Difference:
    """A column that differs: its name, what the store holds, what the document states."""

    column: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Line:
    """A fact that changes: what it is, its words, its place, the differences, and where the store has the other."""

    table: str
    words: str
    lines: str
    differences: tuple[Difference, ...]
    other: Mark


@dataclass(frozen=True, slots=True)
class Group:
    """The facts of a kind of change; ``count`` is of all of them."""

    kind: str
    count: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Changements:
    """What the page shows."""

    key: str
    seal: str
    name: str
    groups: tuple[Group, ...]
    undecided: int
    corrections: str


def page(at: At, review: Review) -> Changements:
    """Return the page of a review. Raises FactsError where its decisions cannot be."""
    found = changes(at.visit.store, review.statements())
    groups = (Group(kind, *_of(at, kind, found)) for kind in KINDS)
    return Changements(
        at.key,
        at.seal,
        shorten(at.deposit.called, _LONGEST),
        tuple(group for group in groups if group.count),
        sum(item.decision is None for item in review.items),
        review.text,
    )


def _of(at: At, kind: str, found: tuple[Change, ...]) -> tuple[int, tuple[Line, ...]]:
    alike = [change for change in found if change.kind == kind]
    shown = () if kind == "same" else alike[:_MOST]
    return len(alike), tuple(_line(at, change) for change in shown)


def _line(at: At, change: Change) -> Line:
    row: Mapping[str, str] = change.row or change.other
    both = change.kind in {"changed", "contradictory"}
    differing = [name for name in row if both and row[name] != change.other.get(name, "")]
    return Line(
        table_words(at.visit, change.table),
        main_words(row),
        lines(change.lines, at.visit.language),
        tuple(
            Difference(
                column_words(at.visit, name),
                shorten(change.other.get(name, ""), _LONGEST),
                shorten(row[name], _LONGEST),
            )
            for name in differing
        ),
        Mark(change.document, place_of(change.document, change.other.get("lines", ""))) if change.other else Mark(""),
    )
