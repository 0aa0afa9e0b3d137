"""What the engine answers, made into the table that the header promises: columns, lists, natural order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from maillage.queries.questions import Question
from maillage.table import Cell, Table

_NUMBERS = re.compile(r"(\d+)")
_INNER = "\n"

NaturalKey = tuple[tuple[int, Decimal | int, str], ...]


def shape(question: Question, answer: Table) -> Table:
    """Return ``answer`` with the columns of ``question``, its lists joined, its rows in order and none twice."""
    rows = _joined(answer, question.lists) if question.lists else answer.rows
    names = tuple(column.name for column in question.columns)
    positions = [answer.columns.index(name) if name in answer.columns else None for name in names]
    cut = (tuple(None if at is None else row[at] for at in positions) for row in rows)
    return Table(names, _ordered(tuple(dict.fromkeys(cut)), names, question.order))


def _joined(answer: Table, lists: Sequence[str]) -> tuple[tuple[Cell, ...], ...]:
    """Make one row of those that differ only by the columns ``lists``."""
    places = [answer.columns.index(name) for name in lists if name in answer.columns]
    groups: dict[tuple[Cell, ...], list[set[str]]] = {}
    for row in answer.rows:
        rest = tuple(None if at in places else value for at, value in enumerate(row))
        found = groups.setdefault(rest, [set() for _ in places])
        for values, at in zip(found, places, strict=True):
            values.update(part for part in str("" if row[at] is None else row[at]).split(_INNER) if part)
    return tuple(_filled(rest, dict(zip(places, found, strict=True))) for rest, found in groups.items())


def _filled(rest: tuple[Cell, ...], found: dict[int, set[str]]) -> tuple[Cell, ...]:
    joined: dict[int, Cell] = {at: ";".join(sorted(values, key=natural)) or None for at, values in found.items()}
    return tuple(joined.get(at, value) for at, value in enumerate(rest))


def _ordered(
    rows: tuple[tuple[Cell, ...], ...], names: tuple[str, ...], order: Sequence[str]
) -> tuple[tuple[Cell, ...], ...]:
    """Sort by all columns, then, stably, by each one of ``order`` from the last to the first."""
    ordered = sorted(rows, key=lambda row: tuple(natural(value) for value in row))
    for name in reversed(order):
        at = names.index(name.removeprefix("-"))
        ordered.sort(key=lambda row: natural(row[at]), reverse=name.startswith("-"))
    return tuple(ordered)


@lru_cache(maxsize=1 << 16)  # the same words come back in answer after answer
def natural(value: Cell) -> NaturalKey:
    """Return the key by which ``3`` comes before ``3 bis`` and both before ``10``; an absent value comes first."""
    if value is None:
        return ()
    if isinstance(value, (int, float, Decimal)):
        return ((0, Decimal(value), ""),)
    parts = enumerate(_NUMBERS.split(value))
    return tuple((0, Decimal(part), "") if at % 2 else (1, 0, part) for at, part in parts if part)
