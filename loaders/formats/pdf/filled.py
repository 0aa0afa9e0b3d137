"""Cells that a page shows by their ground alone: filled boxes side by side, as the head of a table often is.

Browsers print it so: its cells lie on their own borders, only those of the rows below are seen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from loaders.formats.laid.geometry import Rule

TOUCHING = 1.5
"""Points between the edges of two boxes that touch."""

MAX_BOXES = 2_000
"""Filled boxes of one page; a drawing has more."""

Fill = tuple[float, float, float, float]
"""A filled box: left, top, right, bottom."""


def edges_of(fills: Sequence[Fill], drawn: Sequence[Rule]) -> Iterator[Rule]:
    """Give the edges of filled boxes that stand side by side and touch a line ``drawn`` along them."""
    if len(fills) > MAX_BOXES:
        return
    lying = [rule for rule in drawn if rule.horizontal]
    for row in _rows(_piled(fills)):
        if len(row) > 1 and any(_meets(row, rule) for rule in lying):
            for left, top, right, bottom in row:
                yield Rule(left, top, right, top)
                yield Rule(left, bottom, right, bottom)
                yield Rule(left, top, left, bottom)
                yield Rule(right, top, right, bottom)


def _piled(fills: Iterable[Fill]) -> list[Fill]:
    """Join the boxes that stand on one another: a word processor fills a cell line by line."""
    joined: list[Fill] = []
    for fill in sorted(set(fills), key=lambda each: (each[0], each[2], each[1])):
        last = joined[-1] if joined else None
        if last and _near(last[0], fill[0]) and _near(last[2], fill[2]) and fill[1] <= last[3] + TOUCHING:
            joined[-1] = (last[0], last[1], last[2], max(last[3], fill[3]))
        else:
            joined.append(fill)
    return joined


def _rows(fills: Iterable[Fill]) -> Iterator[list[Fill]]:
    """Give the boxes that stand side by side, equally high, from left to right."""
    levels: list[list[Fill]] = []
    for fill in sorted(fills, key=lambda each: (each[1], each[3], each[0])):
        level = next((each for each in levels if _near(each[0][1], fill[1]) and _near(each[0][3], fill[3])), None)
        if level is None:
            levels.append([fill])
        else:
            level.append(fill)
    for level in levels:
        ordered = sorted(level)
        cuts = [at for at, (one, other) in enumerate(pairwise(ordered), 1) if not _near(one[2], other[0])]
        for first, last in pairwise([0, *cuts, len(ordered)]):
            yield ordered[first:last]


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
