"""Columns of a plan's table: what its heading row says that they hold."""

from __future__ import annotations

from loaders.document import Table
from loaders.readers.plan.action_tables import action_table
from loaders.readers.plan.column_levels import settled
from loaders.readers.plan.column_titles import Column, Columns
from loaders.readers.plan.heading_rows import heading
from loaders.readers.plan.party_columns import of_party
from loaders.remembering import remembered
from loaders.words.numbering import numbered

_HEAD_ROWS = 3


@remembered(256)
def columns(table: Table) -> tuple[Columns, int] | None:
    """Return the columns of a plan's table and how many rows head it, None where it is no such table.

    A table without headings is one where every cell names its level by itself (``Axe 1 : ... | Objectif 1.1 : ...``).
    """
    for index, row in enumerate(table.rows[:_HEAD_ROWS]):
        if (found := heading(row, strange=1)) is not None:
            body = table.rows[index + 1 :]
            return of_party(settled(found, row, body), row, body), index + 1
    width = range(len(table.rows[0].cells) if table.rows else 0)
    levels = [_level_of_cells(table, column) for column in width]
    named = len(set(levels)) > 1 and all(levels) and any(_counts(table, column) for column in width)
    if named:
        return tuple(map(Column, levels)), 0
    told = action_table(table)
    if told is None or told.alone:
        return None
    return of_party(told.columns, table.rows[told.heads - 1], table.rows[told.heads :]), told.heads


def _level_of_cells(table: Table, column: int) -> str:
    """Return the level that every filled cell of a column names first, empty where one does not."""
    heads = [numbered(row.cells[column].text) for row in table.rows if row.cells[column]]
    levels = {head.level if head is not None else "" for head in heads}
    return levels.pop() if len(levels) == 1 else ""


def _counts(table: Table, column: int) -> bool:
    """Whether every filled cell of a column has a number."""
    heads = [numbered(row.cells[column].text) for row in table.rows if row.cells[column]]
    return all(head is not None and head.number for head in heads)
