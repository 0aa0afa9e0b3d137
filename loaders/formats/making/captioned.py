"""Titles of whole tables, printed as their first row in one cell over all columns, above the titles of the columns."""

from __future__ import annotations

from loaders.document import Block, Row, Table
from loaders.formats.making.header_rows import MAX_HEADER_CELL, has_figures, heads

MAX_CAPTION = 2 * MAX_HEADER_CELL
"""Characters: a longer cell is a text, and no title."""

FEWEST = 3
"""Columns below which two rows of words may as well be labels beside what they head."""


def uncaptioned(table: Table) -> tuple[tuple[Block, ...], Table]:
    """Return what the title of ``table`` prints, to stand above it, and the table without; none where it has no title.

    A table whose other rows hold such cells is parted by them: the first is no title of the whole.
    """
    first, *rest = table.rows
    if not (_spans(first) and len(rest) > 1 and len(first.cells[0].text) <= MAX_CAPTION):
        return (), table
    if any(map(_spans, rest)) or not all(rest[0].cells) or not heads(rest, header=None):
        return (), table
    if len(first.cells) < FEWEST and not has_figures(rest[1:]):
        return (), table
    return first.cells[0].blocks, Table(tuple(rest), header=True)


def _spans(row: Row) -> bool:
    """Tell whether nothing but the first of several cells of ``row`` holds anything."""
    return len(row.cells) > 1 and bool(row.cells[0]) and not any(row.cells[1:])
