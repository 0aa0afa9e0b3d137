"""Budgets that stand as rows of a fiche's own table: cut out, so that they are read as budgets and the rest goes on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loaders.document import Block, Row, Table
from loaders.readers.funding.column_roles import heads_budget
from loaders.words.numerals import figure


def parted(block: Block) -> Iterator[Block]:
    """Give ``block``; of a table that holds a budget, the rows above it, the budget with its header, those below."""
    header = _header(block) if isinstance(block, Table) else None
    if not isinstance(block, Table) or header is None:
        yield block
        return
    end = _end(block.rows, header + 1)
    if header:
        yield Table(block.rows[:header], block.header)
    yield _without_empty_columns(block.rows[header:end])
    if end < len(block.rows):
        yield from parted(Table(block.rows[end:], header=False))


def _header(table: Table) -> int | None:
    """Return which row heads a budget with an amount right below it, None where none does."""
    pairs = enumerate(zip(table.rows, table.rows[1:], strict=False))
    return next((index for index, (row, below) in pairs if heads_budget(row) and _has_amount(below)), None)


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
