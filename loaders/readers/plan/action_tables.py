"""Tables whose rows are actions or fiches: what their columns say of each, by known titles, else by what they hold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from loaders.document import Row, Table
from loaders.readers.fiches.fields import ACTORS
from loaders.readers.funding.column_roles import heads_budget
from loaders.readers.plan.action_columns import columns_by_form, could_head
from loaders.readers.plan.column_titles import Column, column_of
from loaders.remembering import remembered
from loaders.words.cell_kinds import holds
from loaders.words.rubrics import rubric

_HEAD_ROWS = 2
OF_FICHES = ACTORS | {
    "objectif",
    "public",
    "modalite",
    "resultat",
    "indicateur",
    "diagnostic",
    "echeance",
    "budget",
    "statut",
}
"""The kinds of rubric that a column beside fiches may be."""


class ActionTable(NamedTuple):
    """Such a table: its columns, how many rows head it, whether its rows only name actions that stand elsewhere.

    ``named`` where the titles that acts print say all of it.
    """

    columns: tuple[Column, ...]
    heads: int
    alone: bool
    named: bool = False


@remembered(256)
def action_table(table: Table) -> ActionTable | None:
    """Return what the columns of ``table`` hold where its rows are actions, None where it is no such table."""
    rows = table.rows[:_HEAD_ROWS]
    named = next((found for count, row in enumerate(rows, 1) if (found := _named(row, count)) is not None), None)
    if named is not None and _pays(table.rows[named.heads - 1 :]):
        return None
    if named is not None:
        return named
    index = next((index for index, row in enumerate(rows) if could_head(row)), len(table.rows))
    body = [row for row in table.rows[index + 1 :] if sum(map(bool, row.cells)) > 1]
    formed = columns_by_form(table.rows[index], body) if body else None
    return ActionTable(formed.columns, index + 1, formed.alone) if formed is not None else None


def _named(row: Row, heads: int) -> ActionTable | None:
    """Return the table that a row heads in known words: the first column names fiches, all the others are rubrics.

    It is by number or title that they are named; no column is one of amounts.
    """
    first, *others = [cell.text for cell in row.cells] or [""]
    column = column_of(first)
    if column is None or column.level not in ("number", "action") or heads_budget(row) or not others:
        return None
    said = [column_of(title) for title in others]
    kinds = [rubric(title) for title in others]
    if not set(kinds) <= OF_FICHES or any(one is not None and one.level == "action" for one in said):
        return None
    beside = (Column(rubric=kind, said=title) for kind, title in zip(kinds, others, strict=True))
    return ActionTable((column, *beside), heads, alone=True, named=True)


def _pays(rows: Sequence[Row]) -> bool:
    """Tell whether the first of ``rows`` heads who gets how much for which action: whom it serves are organisations."""
    head, *body = rows
    held = {
        rubric(title.text): holds([row.cells[at].text for row in body]) for at, title in enumerate(head.cells[1:], 1)
    }
    return held == {"public": "actors", "budget": "amounts"}
