"""Tables that say of each fiche one thing or another: a row a fiche, by number or title, a column a rubric."""

from __future__ import annotations

from loaders.document import Block, Table
from loaders.readers.plan.action_tables import OF_FICHES, action_table
from loaders.readers.plan.columns import columns

_PARTED = ["action", "activite"]


def rubrics_of_fiches(block: Block) -> tuple[tuple[str, ...], int]:
    """Return the rubrics of the columns of a table whose rows name fiches, and how many rows head it; else none, 0."""
    found = action_table(block) if isinstance(block, Table) else None
    if found is None or not found.alone:
        return (), 0
    return tuple(column.rubric if column.rubric in OF_FICHES else "" for column in found.columns), found.heads


def of_several_fiches(block: Block) -> bool:
    """Whether ``block`` is such a table, whose first column says that it names fiches: it is no part of one.

    Or it is a plan's table, of actions and what each consists of (``Actions | Opérations | Porteurs``).
    """
    if not isinstance(block, Table):
        return False
    plan = columns(block)
    if plan is not None and [column.level for column in plan[0]][: len(_PARTED)] == _PARTED:
        return len(block.rows) > plan[1]
    found = action_table(block)
    if found is None or not found.alone:
        return False
    return not found.named or (found.columns[0].fiche and len(block.rows) > found.heads + 1)
