"""Heads of tables that say of each fiche one thing or another: a row a fiche, by number or title, a column a rubric."""

from __future__ import annotations

from loaders.document import Block, Row, Table
from loaders.readers.fiches.fields import ACTORS
from loaders.readers.funding.column_roles import heads_budget
from loaders.readers.plan.action_tables import action_table
from loaders.readers.plan.column_titles import column_of
from loaders.readers.plan.columns import columns
from loaders.words.rubrics import rubric

_KEPT = ACTORS | {
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
_HEAD_ROWS = 2
_PARTED = 2


def keyed_heads(row: Row) -> tuple[str, ...]:
    """Return the kind of rubric that each cell of a heading row names, the first empty; none for any other row.

    The first column names the fiches by number or title, all the others are rubrics, and none is a column of amounts.
    """
    first, *others = row.cells or (None,)
    column = column_of(first.text) if first else None
    if column is None or column.level not in ("number", "action") or heads_budget(row):
        return ()
    kinds = tuple(rubric(cell.text) for cell in others)
    lists = any(said is not None and said.level == "action" for cell in others if (said := column_of(cell.text)))
    return ("", *kinds) if kinds and set(kinds) <= _KEPT and not lists else ()


def keyed(block: Block) -> tuple[tuple[str, ...], int]:
    """Return the rubrics of a table's columns and how many rows head it, none and 0 where it is no such table.

    Where the titles are in words of the author's own, the codes of the rows show it (``action_table``).
    """
    if not isinstance(block, Table):
        return (), 0
    rows = enumerate(block.rows[:_HEAD_ROWS], 1)
    named = next(((said, count) for count, row in rows if (said := keyed_heads(row))), None)
    if named is not None or (found := action_table(block)) is None or not found.alone:
        return named or ((), 0)
    return tuple(column.rubric if column.rubric in _KEPT else "" for column in found.columns), found.heads


def of_several_fiches(block: Block) -> bool:
    """Whether ``block`` is such a table, whose first column says that it names fiches: it is no part of one.

    Or it is a plan's table, of actions and what each consists of (``Actions | Opérations | Porteurs``).
    """
    if not isinstance(block, Table):
        return False
    if (plan := columns(block)) is not None and [column.level for column in plan[0]][:_PARTED] == [
        "action",
        "activite",
    ]:
        return len(block.rows) > plan[1]
    heads, count = keyed(block)
    if heads and not keyed_heads(block.rows[count - 1]):
        return True
    first = column_of(block.rows[count - 1].cells[0].text) if heads else None
    return first is not None and first.fiche and len(block.rows) > count + 1
