"""Unfolding: what the cells of a table announce and hold, as the titles and lines that they would be outside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loaders.document import Block, Cell, Heading, Table
from loaders.readers.communes.announcing import of_a_fiche, speaks_of_communes
from loaders.words.wording import plain

_PAIR = 2
_LONGEST_LABEL = 100


def unfolded(blocks: Sequence[Block], front: int) -> Iterator[tuple[int, Block]]:
    """Give ``blocks`` with their places, behind each table of the first ``front`` what its rows say of communes.

    A row of a label and a value is a title with its lines below it, and so is a first row of one cell with the rows
    below it.
    """
    for place, block in enumerate(blocks):
        yield place, block
        if isinstance(block, Table) and place < front:
            yield from ((place, one) for one in _told(block))


def _told(table: Table) -> Iterator[Block]:
    """Give the titles that a table has about communes, each with what it entitles."""
    if any(of_a_fiche(plain(row.cells[0].text)) for row in table.rows):
        return
    for index, row in enumerate(table.rows):
        filled = [cell for cell in row.cells if cell]
        if not filled or not _entitles(filled[0]):
            continue
        if len(filled) == 1 and index + 1 < len(table.rows):
            yield Heading(filled[0].words)
            yield Table(table.rows[index + 1 :])
        elif len(filled) == _PAIR:
            yield Heading(filled[0].words)
            yield from filled[1].blocks


def _entitles(cell: Cell) -> bool:
    """Whether a cell is a title that speaks of communes."""
    return len(cell.text) < _LONGEST_LABEL and speaks_of_communes(plain(cell.text))
