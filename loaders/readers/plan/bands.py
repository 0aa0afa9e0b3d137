"""Rows of a plan's table that stand over all its columns: the enjeu, or the objectif, of the rows below them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from loaders.document import Row
from loaders.readers.plan.column_titles import Columns
from loaders.readers.plan.nodes import LEVELS
from loaders.readers.plan.open import within_of

_LONGEST = 120


def bands(rows: Sequence[Row], columns: Columns, *, goes_on: bool) -> frozenset[int]:
    """Return the identities of those of ``rows``, without headings, that are bands.

    A band has its first cell alone filled, and a row below it that says more. The first row is one, or the table before
    had some (``goes_on``); every other row says more, so that no action without a pilot is taken for one.
    """
    levels = {column.level for column in columns}
    alone = [bool(row.cells) and _stands_alone(row) for row in rows]
    single = [sum(map(bool, row.cells)) < 2 for row in rows]
    apart = not any(first and second for first, second in pairwise([*alone, True]))
    if levels & {"socle", "enjeu"} or not (apart and alone == single and any(alone) and (alone[0] or goes_on)):
        return frozenset()
    return frozenset(id(row) for row, band in zip(rows, alone, strict=True) if band)


def level_of_band(columns: Columns, outer: str) -> str:
    """Return the level of a band above ``columns`` and below a node of the level ``outer`` (empty for none).

    It is empty where nothing can stand between the two.
    """
    inner = min((LEVELS.index(column.level) for column in columns if column.level in LEVELS), default=0)
    level = within_of(outer, outer) if outer else "enjeu"
    return level if LEVELS.index(level) < inner else ""


def _stands_alone(row: Row) -> bool:
    first, *others = row.cells
    text = first.text
    short = len(text) <= _LONGEST and not text.endswith((".", ";", ","))
    return bool(text) and text[:1].isalnum() and len(first.blocks) == 1 and short and not any(others)
