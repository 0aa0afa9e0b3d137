"""Which row of a table heads its columns: told by what stands in it and below it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.document import Cell, Item, Row
from loaders.formats.making.continuation import begins_low

MAX_HEADER_CELL = 90
"""Characters: a longer cell heads no column."""

LONGER = 1.5
"""How many times longer than a header the cells below it are, on average."""

_FIGURE = re.compile(
    r"[→↑↓↗↘=]?\s?[+-]?\s?\d[\d\s.,]*\s?(?:%|€|k€|euros)?(?:\s?(?:/\s?|par )(?:an|mois)|\s(?:HT|TTC))?"
    r"(?:\s?\((?:en |fin )?(?:19|20)\d\d\))?"
)


def heads(rows: Sequence[Row], header: bool | None) -> bool:
    """Tell whether the first of ``rows`` is a header; ``header`` is what the format says of it, None for nothing."""
    if header is False or not labels(rows[0]):
        return False
    if header:
        return True
    if _over_two_rows(rows):
        return True
    return sum(map(bool, rows[0].cells[1:])) == len(rows[0].cells) - 1 > 0 and _differ(rows[0], rows[1:])


def _over_two_rows(rows: Sequence[Row]) -> bool:
    """Tell whether a header stands over two rows: the second parts columns of the first, figures stand below.

    A cell of the second may be merged with the one above it; the labels' own title stands in one of the two at most.
    """
    if len(rows) < 3 or (rows[1].cells[0] and rows[0].cells[0]) or not labels(rows[1]):
        return False
    pairs = list(zip(rows[0].cells[1:], rows[1].cells[1:], strict=True))
    if not all(above or below for above, below in pairs) or sum(1 for _, below in pairs if below) < 2:
        return False
    below = [cell for row in rows[2:] for cell in row.cells[1:] if cell]
    return 2 * sum(is_figure(cell.text) for cell in below) >= len(below) > 0


def _differ(head: Row, rows: Sequence[Row]) -> bool:
    """Tell whether ``rows`` are of another kind than ``head``: a column of figures, or longer text in every column."""
    return bool(rows) and (has_figures(rows) or all(map(_heads_column, head.cells, _columns(rows))))


def has_figures(rows: Sequence[Row]) -> bool:
    """Tell whether half of what stands in a column of ``rows`` are figures; the first has labels."""
    return any(cells and 2 * sum(is_figure(cell.text) for cell in cells) >= len(cells) for cells in _columns(rows)[1:])


def _columns(rows: Sequence[Row]) -> list[list[Cell]]:
    """Return what stands in each column."""
    return [[cell for cell in column if cell] for column in zip(*(row.cells for row in rows), strict=True)]


def _heads_column(head: Cell, cells: Sequence[Cell]) -> bool:
    """Tell whether ``cells`` are clearly longer than ``head``, or lists."""
    if not head or not cells:
        return False
    listed = any(isinstance(cell.blocks[0], Item) for cell in cells)
    return listed or sum(len(cell.text) for cell in cells) >= LONGER * len(head.text) * len(cells)


def labels(row: Row) -> bool:
    """Tell whether the cells of ``row`` could head columns: short, of one paragraph, no figures."""
    return all(_label(cell) for cell in row.cells)


def _label(cell: Cell) -> bool:
    """Tell whether a cell could head a column."""
    if len(cell.blocks) > 2 or any(isinstance(block, Item) for block in cell.blocks):
        return False
    return len(cell.text) <= MAX_HEADER_CELL and not is_figure(cell.text) and not begins_low(cell.text)


def is_figure(text: str) -> bool:
    """Tell whether a cell holds a figure and nothing else (a year may head a column)."""
    return _FIGURE.fullmatch(text) is not None and re.fullmatch(r"(?:19|20)\d\d", text) is None
