"""Shapes of the tables of fiches: the frame drawn around them, boxes of their own, columns of keys."""

from __future__ import annotations

from loaders.document import Row, Table
from loaders.words.cell_kinds import mostly
from loaders.words.rubrics import rubric


def key_columns(table: Table) -> frozenset[int]:
    """Return the columns of ``table`` more than half of whose filled cells are rubrics."""
    texts = {column: [row.cells[column].text for row in table.rows] for column in columns_in(table)}
    return frozenset(column for column, held in texts.items() if mostly(held, lambda text: bool(rubric(text))))


def columns_in(table: Table) -> range:
    """Return the indices of the columns of ``table``."""
    return range(len(table.rows[0].cells) if table.rows else 0)


def without_frame(table: Table) -> Table:
    """Return ``table`` without the empty columns before its first words: a frame that is drawn around it."""
    first = next((column for column in columns_in(table) if any(row.cells[column] for row in table.rows)), 0)
    return Table(tuple(Row(row.cells[first:], row.broken) for row in table.rows), table.header) if first else table


def is_of_boxes(table: Table) -> bool:
    """Whether most cells of a table are boxes of their own: a rubric, and below it what it says."""
    cells = [cell for row in table.rows for cell in row.cells if cell]
    boxes = sum(1 for cell in cells if len(cell.blocks) > 1 and rubric(cell.blocks[0].words.text))
    return len(cells) > 1 and 3 * boxes >= 2 * len(cells)
