"""What a page is parted into, from top to bottom: its ruled tables, and stretches of the printed lines between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loaders.formats.laid.geometry import Printed, Sheet, printed_lines
from loaders.formats.laid.gutters import stretches
from loaders.formats.laid.over_pages import Edges
from loaders.formats.laid.ruled_grid import Grid
from loaders.formats.laid.stretches import Stretch

MAX_LINES = 400
"""Printed lines of a page; on a fuller one no columns are looked for."""

_RULED = 4.0
"""Points on both sides of a ruling line within which it is the same on the next page."""

Region = Grid | Stretch


def loose(sheet: Sheet, found: Sequence[Grid]) -> list[Printed]:
    """Return the printed lines of ``sheet`` outside its ruled tables."""
    return printed_lines(word for word in sheet.words if not any(grid.holds(word) for grid in found))


def regions_of(sheet: Sheet, found: Sequence[Grid], lines: Sequence[Printed]) -> Iterator[Region]:
    """Give the tables and stretches of a page from top to bottom."""
    rest = list(lines)
    for grid in (*found, None):
        above = [line for line in rest if grid is None or (line.top + line.bottom) / 2 < grid.top]
        rest = [line for line in rest if (line.top + line.bottom) / 2 >= grid.top] if grid is not None else []
        if above:
            left, right = min(line.left for line in above), max(line.right for line in above)
            yield from stretches(above, left, right) if len(above) <= MAX_LINES else [Stretch(tuple(above))]
        if grid is not None and any(grid.holds(word) for word in sheet.words):
            yield grid


def edges_of(region: Region) -> Edges:
    """Return where the columns of a table are parted."""
    if isinstance(region, Grid):
        return Edges(tuple((column - _RULED, column + _RULED) for column in region.columns), ruled=True)
    return Edges(region.stripes)
