"""Rows of a budget as they are meant: what the empty cells of one repeat, and what one is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.document import Cell, Row, Table
from loaders.readers.funding.amount_cells import amount
from loaders.readers.funding.budget_titles import Column
from loaders.readers.funding.column_roles import is_total

_MERGED = frozenset(("", "object", "scheme", "recipient"))
"""Roles of columns whose cells may be merged over several rows; of a funder that is empty its column tells more."""

_UNIT = re.compile(r"\ben (?:k€|€|euros|milliers d['’]euros)", re.IGNORECASE)


def repeated(columns: Sequence[Column], body: Sequence[Row]) -> Iterator[Row]:
    """Give the rows; the empty cells at the head of one are merged with those above, and repeat them.

    A total of what one alone gets is got by that one.
    """
    above: tuple[Cell, ...] = (Cell(),) * len(columns)
    getters = [n for n, column in enumerate(columns) if column.role == "recipient"]
    getting = {row.cells[n].text for n in getters for row in body if not is_total(row)}
    for row in body:
        told = [n for n, column in enumerate(columns) if column.role != "amount" and row.cells[n]]
        first = min(told, default=0) if not is_total(row) else 0
        alike = getters if len(getting) == 1 and is_total(row) else []
        cells = tuple(
            cell or above[n] if n in alike or (n < first and column.role in _MERGED) else cell
            for n, (column, cell) in enumerate(zip(columns, row.cells, strict=True))
        )
        above = cells
        yield Row(cells, row.broken)


def counted_in(table: Table) -> str:
    """Return what the label of a total says that the amounts count in: ``Total (en k€)``; empty where none does."""
    labels = (row.cells[0].text for row in table.rows[1:] if row.cells and is_total(row))
    return next((found[0] for label in labels if (found := _UNIT.search(label))), "")


def cell_of(columns: Sequence[Column], row: Row, role: str) -> Cell:
    """Return the cell of ``row`` in the first column of ``role``, an empty one where there is none."""
    return next((row.cells[n] for n, column in enumerate(columns) if column.role == role), Cell())


def label_of(columns: Sequence[Column], row: Row) -> Cell:
    """Return the cell that says what ``row`` is about: an object, or else words in a column without a role."""
    labels = (cell for cell, held in zip(row.cells, columns, strict=True) if _is_label(held, cell))
    return cell_of(columns, row, "object") or next(labels, Cell())


def _is_label(column: Column, cell: Cell) -> bool:
    """Tell whether a cell of a column without a role holds words, and so says what the row is about."""
    return not column.role and bool(cell) and amount(cell.text) is None
