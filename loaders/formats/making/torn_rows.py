"""Rows that the end of a page cuts in the middle of their sentences: their two parts made whole again."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.document import Cell, Item, Paragraph, Row
from loaders.formats.making.continuation import begins_date, goes_on, hangs
from loaders.formats.making.joining import Lexicon, join

ENOUGH = 3
"""Rows that show that each has a first cell."""


def torn(above: Row, below: Row) -> bool:
    """Tell whether ``below``, at the top of a page, is the rest of ``above``: its sentences begin on the page before.

    One cell that goes on is enough where the first one is empty or goes on itself; otherwise two are.
    """
    going = [index for index, pair in enumerate(zip(above.cells, below.cells, strict=True)) if _cut(*pair)]
    return bool(going) and (len(going) > 1 or not below.cells[0] or going == [0])


def nameless(row: Row, others: Sequence[Row]) -> bool:
    """Tell whether ``row``, at the top of a page, has no first cell, which all ``others`` have, and few cells at all.

    Where columns are merged downwards others lack it too.
    """
    filled = sum(map(bool, row.cells))
    if row.cells[0] or len(others) < ENOUGH or not 0 < 2 * filled <= len(row.cells):
        return False
    pairs = zip(others[0].cells, row.cells, strict=True)
    return all(other.cells[0] for other in others) and all(up for up, down in pairs if down)


def _cut(above: Cell, below: Cell) -> bool:
    """Tell whether a sentence runs from one cell into the other, and not a date of its own begins there."""
    if not above or not below or isinstance(below.blocks[0], Item):
        return False
    before, after = above.blocks[-1].words.text, below.blocks[0].words.text
    return goes_on(before, after) and (not begins_date(after) or hangs(before) or before[-1].isdigit())


def whole(above: Row, below: Row) -> Row:
    """Return the two parts of a row as one."""
    cells = (_joined(*pair) for pair in zip(above.cells, below.cells, strict=True))
    return Row(tuple(cells), above.broken)


def _joined(above: Cell, below: Cell) -> Cell:
    """Return what stands in two parts of a cell; a sentence that runs from one into the other is one."""
    if not _cut(above, below):
        return Cell((*above.blocks, *below.blocks))
    last, first = above.blocks[-1], below.blocks[0]
    words = join([*last.words.pieces, *first.words.pieces], Lexicon())
    block = Item(words, last.depth, last.marker) if isinstance(last, Item) else Paragraph(words)
    return Cell((*above.blocks[:-1], block, *below.blocks[1:]))
