"""Columns of a table in the order of the plan: the levels above an action first, what is said of it behind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.document import Cell, Row
from loaders.readers.plan.column_titles import Column, Columns
from loaders.readers.plan.nodes import OUTER
from loaders.readers.plan.party_columns import GIFT, ROLE
from loaders.words.numbering import numbered

_NUMBER_ALONE = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.?|[A-H](?:\.?\d{1,2})*|[IVX]{1,4}")


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Columns as ``printed``, and as the plan takes them: their ``order`` (printed indices) and what they then hold."""

    printed: Columns = ()
    order: tuple[int, ...] = ()
    columns: Columns = ()

    def arranged(self, rows: Sequence[Row]) -> Sequence[Row]:
        """Return ``rows``, which have the printed columns, with their cells in the order of the plan."""
        if self.order == tuple(range(len(self.printed))):
            return rows
        return [Row(tuple(row.cells[index] for index in self.order), row.broken) for row in rows]


def arrangement(columns: Columns, body: Sequence[Row]) -> Arrangement:
    """Return the arrangement of the ``columns`` of a table whose rows below its headings are ``body``.

    A level of the plan may stand right of the actions (``Fiche | Axe``): it is moved. The objectives behind a fiche
    that has its own in each row (``Fiche | Objectifs | Pilote``) are a rubric of the fiche, and no nodes of the plan;
    those behind a mere action are the parts of it.
    """
    fiche = next((index for index, column in enumerate(columns) if column.fiche), None)
    first = next(
        (index for index, column in enumerate(columns) if index == fiche or column.level == "action"), len(columns)
    )
    outer = OUTER if fiche is not None else OUTER[:-1]
    behind = [index for index in range(first + 1, len(columns)) if columns[index].level in outer]
    own = {index for index in behind if columns[index].level == "objectif" and _is_own(body, index)}
    moved = [index for index in behind if index not in own]
    order = (*range(first), *moved, *(index for index in range(first, len(columns)) if index not in moved))
    held = tuple(Column(rubric="objectif") if index in own else columns[index] for index in order)
    return Arrangement(columns, order, held)


def refers(columns: Columns, body: Sequence[Row]) -> bool:
    """Whether a table only says of fiches that the plan tells elsewhere: by a number, to which node each belongs.

    Or what one party does in each, or what is given for it.
    """
    if any(column.rubric == GIFT or (column.rubric == ROLE and column.party) for column in columns):
        return True
    outer = [index for index, column in enumerate(columns) if column.level in OUTER]
    told = [row.cells[index].text for row in body for index in outer if row.cells[index]]
    return bool(told) and all(_NUMBER_ALONE.fullmatch(text) for text in told)


def _is_own(body: Sequence[Row], index: int) -> bool:
    """Whether each row of a table has aims of its own in column ``index``, without the numbers that a plan gives."""
    cells: list[Cell] = [row.cells[index] for row in body if row.cells[index]]
    heads = [numbered(cell.text) for cell in cells]
    if not cells or any(head is not None and head.number for head in heads):
        return False
    several = any(len(cell.blocks) > 1 for cell in cells)
    return (several or len(cells) == len(body)) and len({cell.text for cell in cells}) == len(cells)
