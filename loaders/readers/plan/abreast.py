"""Rows of a plan's table that hold several actions at once: their numbers in one cell, their titles in another."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.document import Cell, Row
from loaders.readers.plan.column_titles import Columns
from loaders.words.numbering import numbered


def set_apart(row: Row, columns: Columns) -> Iterator[Row]:
    """Give ``row``, or a row for each number that its cell of numbers lists, where as many actions stand beside it.

    What is listed as often in other cells goes with them; of the rest, what is said of all of them is said of each, and
    what they hang on stands once.
    """
    count = _count(row, columns)
    if not count:
        yield row
        return
    for index in range(count):
        cells = zip(row.cells, columns, strict=True)
        yield Row(tuple(_part(cell, index, count, said=bool(column.rubric)) for cell, column in cells))


def _count(row: Row, columns: Columns) -> int:
    """Return how many actions stand in ``row``, 0 where it is not one of several."""
    cells = list(zip(row.cells, columns, strict=True))
    counted = next((cell for cell, column in cells if column.level == "number" and len(cell.blocks) > 1), None)
    if counted is None or not all(_is_number(block.words.text) for block in counted.blocks):
        return 0
    named = any(column.level == "action" and len(cell.blocks) == len(counted.blocks) for cell, column in cells)
    return len(counted.blocks) if named else 0


def _part(cell: Cell, index: int, count: int, *, said: bool) -> Cell:
    """Return what ``cell`` holds for the action at ``index`` of ``count``; ``said`` where it says something of them."""
    if len(cell.blocks) == count:
        return Cell((cell.blocks[index],))
    return cell if said or index == 0 else Cell()


def _is_number(text: str) -> bool:
    """Whether ``text`` is but a number: ``3``, ``Fiche 3``, ``A.2``."""
    head = numbered(f"{text.strip(' .')} : x")
    return head is not None and bool(head.number) and f"{text.strip(' .')} : x"[head.start :] == "x"
