"""Headers of tables of figures: one row, two rows of which the upper spans columns, or none."""

from __future__ import annotations

import re
from itertools import pairwise

from loaders.document import Cell, Row, Table
from loaders.readers.figures.column_words import is_bare, says
from loaders.resolve import fold
from loaders.words.numerals import figure

_YEAR = re.compile(r"(?:19|20)\d\d")


def header_of(table: Table) -> tuple[Row | None, tuple[Row, ...]]:
    """Split a table in its header (None where it has none, or an empty one) and its body."""
    if not table.header or not table.rows:
        return None, table.rows
    first, body = table.rows[0], table.rows[1:]
    if not any(first.cells):
        return None, body
    return (_joined(first, body[0]), body[1:]) if body and _is_second_header(first, body[0]) else (first, body)


def _is_second_header(first: Row, second: Row) -> bool:
    """Tell whether a row goes on with a header above it: years or words under cells that span several.

    The title of the labels stands in one of the two rows, or merged in both.
    """
    under = [cell for cell in second.cells[1:] if cell]
    titled = first.cells[0].text in ("", second.cells[0].text) and len(under) == len(second.cells) - 1
    spans = any(cell for cell in first.cells[1:]) and not all(first.cells[1:])
    spans = spans or any(one.text == next_.text for one, next_ in pairwise(first.cells[1:]))
    titles = all(figure(cell.text) is None or _YEAR.fullmatch(cell.text) for cell in under)
    return (titled or not second.cells[0]) and bool(under) and spans and titles


def _joined(first: Row, second: Row) -> Row:
    """Return one header of two: each cell of the upper row stands over all to its right that are empty."""
    cells = [first.cells[0] or second.cells[0]]
    over = Cell()
    for above, below in zip(first.cells[1:], second.cells[1:], strict=True):
        over = above or over
        cells.append(_under(over, below))
    return Row(tuple(cells))


def _under(over: Cell, below: Cell) -> Cell:
    """Return one title of two: "Valeur" adds nothing to what it stands under, a variation comes before whose it is."""
    folded = fold(below.text)
    if over and is_bare(folded, "value"):
        return over
    return Cell((*below.blocks, *over.blocks) if says(folded, "change") else (*over.blocks, *below.blocks))
