"""Tables of a plan without titles of columns: axes beside what stands within them, or a column an axe."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.document import Cell, Row, Table
from loaders.readers.plan.column_titles import Column, Columns
from loaders.readers.plan.open import child_of
from loaders.words.numbering import Numbered, numbered

_LEAST = 2
_FIGURES = re.compile(r"^[\d\s.,%€/–-]+$|\d\s?(?:€|euros?|%)$", re.IGNORECASE)


def upright(table: Table) -> Table:
    """Return ``table``, one whose columns are an axe each with every axe beside what stands below it instead."""
    if not table.rows or not _name_axes([cell for cell in table.rows[0].cells if cell], table.rows[0].cells):
        return table
    heads, *below = [row.cells for row in table.rows]
    if any(_axis(cell) for cells in below for cell in cells):
        return table
    rows = (
        Row((head if first else Cell(), cell))
        for index, head in enumerate(heads)
        for first, cell in zip([True, *[False] * len(below)], [cells[index] for cells in below], strict=False)
    )
    return Table(tuple(rows))


def axes(table: Table) -> Columns | None:
    """Return the columns of a table that has no titles: axes that say their number, and what stands within each."""
    if any(len(row.cells) != _LEAST for row in table.rows):
        return None
    first, second = ([row.cells[column] for row in table.rows if row.cells[column]] for column in range(_LEAST))
    if not _name_axes(first, first) or not second or any(is_figure(cell.text) for cell in second):
        return None
    level = next(head.level for cell in first if (head := _axis(cell)))
    named = {head.level if (head := numbered(cell.text)) else "" for cell in second}
    return (Column(level), Column(named.pop() if len(named) == 1 and named != {""} else child_of(level)))


def is_figure(text: str) -> bool:
    """Whether ``text`` is but figures, or ends with an amount or a share."""
    return _FIGURES.search(text) is not None


def _name_axes(cells: Sequence[Cell], all_cells: Sequence[Cell]) -> bool:
    """Whether ``cells``, all of ``all_cells``, are two axes at least with their numbers."""
    heads = [head for cell in cells if (head := _axis(cell))]
    return len(heads) == len(all_cells) and len({head.number for head in heads}) >= _LEAST


def _axis(cell: Cell) -> Numbered | None:
    """Return the number of the enjeu or socle that a cell names, with its label; None for any other cell."""
    head = numbered(cell.text)
    named = head is not None and head.level in ("socle", "enjeu") and head.number and cell.text[head.start :].strip()
    return head if named else None
