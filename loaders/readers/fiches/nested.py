"""Budgets that stand as rows of a fiche's own table: cut out, so that they are read as budgets and the rest goes on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from loaders.document import Block, Row, Table
from loaders.readers.fiches.unheaded import rows_below
from loaders.readers.funding.column_roles import heads_budget
from loaders.words.numerals import figure


def parted(block: Block) -> Iterator[Block]:
    """Give ``block``; of a table that holds a budget, the rows above it, the budget with its header, those below."""
    budget = _budget(block) if isinstance(block, Table) else None
    if not isinstance(block, Table) or budget is None:
        yield block
        return
    header, end = budget
    if header:
        yield Table(block.rows[:header], block.header)
    yield _without_empty_columns(block.rows[header:end])
    if end < len(block.rows):
        yield from parted(Table(block.rows[end:], header=False))


def _budget(table: Table) -> tuple[int, int] | None:
    """Return which row heads a budget with an amount right below it, and which ends it; None where none does.

    Titles of its columns head it, or a rubric of money alone.
    """
    for index, (row, below) in enumerate(pairwise(table.rows)):
        if heads_budget(row) and _has_amount(below):
            return index, _end(table.rows, index + 1)
        if unheaded := rows_below(table.rows, index):
            return index, index + 1 + unheaded
    return None


def _end(rows: Sequence[Row], start: int) -> int:
    """Return the index after the last row with an amount that begins at ``start``."""
    return next((index for index in range(start, len(rows)) if not _has_amount(rows[index])), len(rows))


def _has_amount(row: Row) -> bool:
    read = [figure(cell.text) for cell in row.cells if cell]
    return any(one is not None and one.value is not None for one in read)


def _without_empty_columns(rows: Sequence[Row]) -> Table:
    """Return the budget of ``rows``, whose first is its header."""
    kept = [column for column in range(len(rows[0].cells)) if any(row.cells[column] for row in rows)]
    return Table(tuple(Row(tuple(row.cells[column] for column in kept)) for row in rows), header=True)
