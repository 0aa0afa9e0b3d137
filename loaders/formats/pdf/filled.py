"""Cells that a page shows by their ground alone: filled boxes side by side, as the head of a table often is.

Browsers print it so: its cells lie on their own borders, only those of the rows below are seen. Word processors fill
every other row, and leave those between them white.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from loaders.formats.laid.geometry import Rule, Word, printed_lines
from loaders.formats.pdf.segments import pieces_of, runs

TOUCHING = 1.5
"""Points between the edges of two boxes that touch."""

MAX_BOXES = 2_000
"""Filled boxes of one page; a drawing has more."""

CORNER, MAX_CORNER = 0.2, 20.0
"""How much of the smaller side of a box, and how many points, its round corners take at most."""

BANDS = 3
"""Rows filled alike that are a table, whatever is drawn, at least."""

NEAR = 0.9
"""White, in sizes of the print, between a filled row and the words of the next one at most, and between their lines."""

PANELS = 2
"""Boxes side by side up to which two rows that touch may be panels rather than a table."""

ROW = 80.0
"""Points of a white row between two filled ones, at most."""

Fill = tuple[float, float, float, float]
"""A filled box: left, top, right, bottom."""


def filled(points: Sequence[tuple[float, float]]) -> Fill | None:
    """Return the box that a shape with these ``points`` fills, None where it is no upright rectangle.

    Its corners may be round: then all its points stand near them.
    """
    left, top = min(x for x, _ in points), min(y for _, y in points)
    right, bottom = max(x for x, _ in points), max(y for _, y in points)
    round_ = min(CORNER * min(right - left, bottom - top), MAX_CORNER)
    if any(min(x - left, right - x) > round_ or min(y - top, bottom - y) > round_ for x, y in points):
        return None
    return left, top, right, bottom


def edges_of(fills: Sequence[Fill], drawn: Sequence[Rule], words: Sequence[Word]) -> Iterator[Rule]:
    """Give the edges of filled boxes that stand side by side as the cells of a table.

    A line ``drawn`` runs along them or those of a row with the same columns, is drawn in pieces as long as they are, or
    there are several such rows, two where these touch. Of ``words`` those right below several rows are a white one.
    """
    if len(fills) > MAX_BOXES:
        return
    lying = [rule for rule in drawn if rule.horizontal]
    pieces = pieces_of(lying)
    for rows in _alike([row for row in _rows(fills) if len(row) > 1]):
        parted = any(_same(rows[0], [(rule.left, rule.right) for rule in line]) for line in pieces)
        stacked = any(_near(above[0][3], below[0][1]) for above, below in pairwise(rows)) and len(rows[0]) > PANELS
        if parted or stacked or len(rows) >= BANDS or any(_meets(row, rule) for row in rows for rule in lying):
            banded = len(rows) > 1 and not any(_goes_below(rule, rows[-1]) for rule in drawn)
            white = _white_row(rows[-1], words) if banded else []
            for left, top, right, bottom in (box for row in (*rows, white) for box in row):
                yield Rule(left, top, right, top)
                yield Rule(left, bottom, right, bottom)
                yield Rule(left, top, left, bottom)
                yield Rule(right, top, right, bottom)


def _goes_below(rule: Rule, row: Sequence[Fill]) -> bool:
    """Tell whether a standing line is drawn on from a ``row``: what is below it is told by lines."""
    along = any(_near(rule.left, edge) for box in row for edge in (box[0], box[2]))
    return along and not rule.horizontal and rule.top <= row[0][3] + TOUCHING < rule.bottom - TOUCHING


def _white_row(last: Sequence[Fill], words: Sequence[Word]) -> list[Fill]:
    """Return the boxes of the white row that follows the ``last`` filled one; none where no words stand in its columns.

    They stand as near to it as to one another, in two columns at least, and over no edge of these.
    """
    left, right, top = last[0][0], last[-1][2], last[0][3]
    below = printed_lines(word for word in words if left <= word.center <= right and top < word.middle < top + ROW)
    ends = [top, *(line.bottom for line in below)]
    far = next((at for at, line in enumerate(below) if line.top - max(ends[: at + 1]) > NEAR * line.size), len(below))
    row = [word for line in below[:far] for word in line.words]
    if any(one < box[2] < other for one, other in runs(row) for box in last[:-1]):
        return []
    if sum(any(box[0] <= word.center <= box[2] for word in row) for box in last) < 2:
        return []
    bottom = max(word.bottom for word in row) + below[0].top - top
    return [(box[0], top, box[2], bottom) for box in last]


def in_rows(fills: Iterable[Fill]) -> set[Fill]:
    """Return the boxes that touch others at one height, no higher than rows are: they are no panels beside a text."""
    return {fill for row in _rows(fills) if len(row) > 1 and row[0][3] - row[0][1] <= ROW for fill in row}


def _alike(rows: Iterable[list[Fill]]) -> list[list[list[Fill]]]:
    """Return ``rows``, from top to bottom, in groups that have the same columns, and at most one row between two."""
    groups: list[list[list[Fill]]] = []
    for row in rows:
        edges = [(left, right) for left, _, right, _ in row]
        group = next((each for each in groups if row[0][1] - each[-1][0][3] <= ROW and _same(each[0], edges)), None)
        if group is None:
            groups.append([row])
        else:
            group.append(row)
    return groups


def _same(row: Sequence[Fill], edges: Sequence[tuple[float, float]]) -> bool:
    """Tell whether the boxes of ``row`` have these ``edges``, each its left and right one."""
    return len(row) == len(edges) and all(
        _near(box[0], left) and _near(box[2], right) for box, (left, right) in zip(row, edges, strict=True)
    )


def piled(fills: Iterable[Fill]) -> list[Fill]:
    """Join the boxes of one colour that stand on one another: a word processor fills a cell line by line."""
    joined: list[Fill] = []
    for fill in sorted(set(fills), key=lambda each: (each[0], each[2], each[1])):
        last = joined[-1] if joined else None
        if last and _near(last[0], fill[0]) and _near(last[2], fill[2]) and fill[1] <= last[3] + TOUCHING:
            joined[-1] = (last[0], last[1], last[2], max(last[3], fill[3]))
        else:
            joined.append(fill)
    return joined


def side_by_side(fills: Iterable[Fill]) -> list[list[Fill]]:
    """Return the boxes that are equally high at one height, from left to right, whatever stands between them."""
    levels: list[list[Fill]] = []
    for fill in sorted(set(fills), key=lambda each: (each[1], each[3], each[0])):
        level = next((each for each in levels if _near(each[0][1], fill[1]) and _near(each[0][3], fill[3])), None)
        if level is None:
            levels.append([fill])
        else:
            level.append(fill)
    return [sorted(level) for level in levels]


def _rows(fills: Iterable[Fill]) -> Iterator[list[Fill]]:
    """Give the boxes that stand side by side, equally high, from left to right."""
    for level in side_by_side(fills):
        cuts = [at for at, (one, other) in enumerate(pairwise(level), 1) if not _near(one[2], other[0])]
        for first, last in pairwise([0, *cuts, len(level)]):
            yield level[first:last]


def _meets(row: Sequence[Fill], rule: Rule) -> bool:
    """Tell whether ``rule`` runs along the upper or lower edge of a box of ``row``."""
    return any(
        rule.left < right - TOUCHING
        and left + TOUCHING < rule.right
        and (_near(rule.top, bottom) or _near(rule.bottom, top))
        for left, top, right, bottom in row
    )


def _near(one: float, other: float) -> bool:
    """Tell whether two edges touch."""
    return abs(one - other) <= TOUCHING
