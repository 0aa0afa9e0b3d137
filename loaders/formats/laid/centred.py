"""Rows of a table without rules whose cells are centred in height: what is set on one axis is one row.

The lines are cut into rows so that the cells of each stand around one height and few cells stay empty.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from loaders.formats.laid.geometry import Printed
from loaders.formats.laid.overlapping import Band, bands
from loaders.formats.laid.setting import white_between
from loaders.formats.making.continuation import goes_on

Segments = Sequence[Printed | None]
"""What a printed line has in each column."""

HIGHEST = 16
"""Printed lines of one row at most."""

LOOSER = 0.25
"""White beyond that between the lines of a cell, in sizes of the print, that ends the cell."""

OFF = 0.2
"""Distance of two heights, in sizes of the print, from which they are not one axis."""

EMPTY, ASKEW, TORN, ROW = 1.0, 3.0, 0.6, 0.01
"""What an empty cell costs, one that is off the axis, a cut where the lines stand as close as those of a cell; what a
row gains."""


def centred_rows(lines: Sequence[Printed], segments: Sequence[Segments]) -> list[int]:
    """Return the indices of the lines that begin a row; none where no cells are seen to be centred.

    ``segments`` are what each of ``lines`` (from top to bottom) has in each column.
    """
    whites = [white_between(*pair) for column in zip(*segments, strict=True) for pair in pairwise(filter(None, column))]
    if not whites or not any(isinstance(band, Band) for band in bands(lines)):
        return []
    usual = min(whites)
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(lines) + 1):
        starts = range(end - 1, max(end - HIGHEST, 0) - 1, -1)
        best.append(min((best[start][0] + _cost(segments, start, end, usual), start) for start in starts))
    begins, end = [], len(lines)
    while end:
        end = best[end][1]
        begins.append(end)
    return begins[::-1] if best[-1][0] < EMPTY * len(segments[0]) * len(begins) / 2 else []


def _cost(segments: Sequence[Segments], start: int, end: int, usual: float) -> float:
    """Return what the lines ``start`` to ``end`` cost as one row; infinite where they are none."""
    cost, size = -ROW, 1.0
    middles: list[float] = []
    for column in zip(*segments[start:end], strict=True):
        cell = [segment for segment in column if segment]
        if any(white_between(above, below) > usual + LOOSER for above, below in pairwise(cell)):
            return float("inf")
        cost += EMPTY if not cell else 0.0
        if cell:
            size = cell[0].size
            middles.append((cell[0].top + cell[-1].bottom) / 2)
    axis = sorted(middles)[len(middles) // 2] if middles else 0.0
    cost += ASKEW * sum(abs(middle - axis) > OFF * size for middle in middles)
    return cost + TORN * _is_torn(segments, start, usual)


def _is_torn(segments: Sequence[Segments], start: int, usual: float) -> bool:
    """Tell whether a cut above the line ``start`` parts lines that stand as close as those of one cell.

    Lines that fill all columns are two rows, however close they stand, where none of the upper cells goes on.
    """
    if not start:
        return False
    both = zip(segments[start - 1], segments[start], strict=True)
    pairs = [(above, below) for above, below in both if above and below]
    if len(pairs) == len(segments[0]) > 2 and not any(goes_on(above.text, below.text) for above, below in pairs):
        return False
    return any(white_between(above, below) < usual + LOOSER / 3 for above, below in pairs)
