"""Titles of columns printed above a ruled table, where no line is drawn around them (a browser's, a light design's)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from loaders.formats.laid.geometry import Printed, Word
from loaders.formats.laid.ruled_grid import Grid, slot_at

NEAR = 1.0
"""White, in sizes of the print, up to which a line belongs to the table below it."""

BEYOND = 2.0
"""Points by which a title may reach beyond its column."""

APART = 0.45
"""White, in sizes of the print, between two titles: more than a space."""

PADDING = 8.0
"""Points from the edge of a column to what stands at its left, at most."""

MOST = 4
"""Printed lines of the titles, at most."""


def headed(grid: Grid, lines: Iterable[Printed]) -> Grid:
    """Return ``grid`` with the titles of its columns as its first row, where the last of ``lines`` above it are these.

    Each stands within its column, apart from its neighbours; every column has one, but perhaps the first.
    """
    titles: list[Printed] = []
    top = grid.top
    for line in sorted((line for line in lines if line.bottom <= grid.top + BEYOND), key=lambda each: -each.bottom):
        kin = not titles or (line.bold == titles[-1].bold and line.size == titles[-1].size)
        if top - line.bottom > NEAR * line.size or not kin or len(titles) == MOST or not _in_columns(grid, line):
            break
        titles.append(line)
        top = line.top
    filled = {slot_at(grid.columns, word.center) for line in titles for word in line.words}
    if len(filled) < 2 or not filled >= set(range(1, len(grid.columns) - 1)):
        return grid
    first = tuple((0, column) for column in range(len(grid.columns) - 1))
    begins = tuple(tuple((row + 1, column) for row, column in line) for line in grid.begins)
    return replace(grid, rows=(top - 1, *grid.rows), begins=(first, *begins))


def _in_columns(grid: Grid, line: Printed) -> bool:
    """Tell whether every word of ``line`` stands in a column of ``grid``, as titles do.

    These stand apart from one another or, more than two, each in the middle or at the left of its column.
    """
    groups: dict[int, list[Word]] = {}
    for word in line.words:
        groups.setdefault(slot_at(grid.columns, word.center), []).append(word)
    places = [
        (grid.columns[column], words[0].left, words[-1].right, grid.columns[column + 1])
        for column, words in groups.items()
    ]
    if any(begin < left - BEYOND or end > right + BEYOND for left, begin, end, right in places):
        return False
    if all(after[1] - before[2] > APART * line.size for before, after in pairwise(places)):
        return True
    return len(places) > 2 and all(
        abs(begin + end - left - right) <= 2 * BEYOND or begin - left <= PADDING for left, begin, end, right in places
    )
