"""Pages set in columns among which tables stand: each column is read by itself, from its top to its bottom.

A table that is as wide as one column, with text or another table beside it, shows where the columns are parted; above
and below, what crosses that white stands over the whole page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.formats.laid.geometry import Rule, Sheet, Word, printed_lines
from loaders.formats.laid.ruled_grid import Grid

GUTTER = 8.0
"""Points of white between two columns, at least."""

NARROW = 0.6
"""Part of the page's width that a table in a column takes at most."""

LEAST_WIDE = 0.2
"""Part of the page's width that a column takes at least."""

ENOUGH = 6
"""Printed lines of a column, at least."""


def parted(sheet: Sheet, found: Sequence[Grid]) -> list[Sheet]:
    """Return the parts of ``sheet`` in the order in which they are read; none where what is ``found`` parts nothing."""
    for at in _gutters(sheet, found):
        top, bottom = at[1], at[2]
        left = [word for word in sheet.words if top <= word.middle <= bottom and word.center < at[0]]
        right = [word for word in sheet.words if top <= word.middle <= bottom and word.center >= at[0]]
        if all(_is_column(words, sheet) for words in (left, right)):
            return list(_cut(sheet, *at))
    return []


def _gutters(sheet: Sheet, found: Sequence[Grid]) -> Iterator[tuple[float, float, float]]:
    """Give where the white beside a narrow table stands, and from which height to which it reaches."""
    for grid in found:
        if grid.right - grid.left > NARROW * sheet.width:
            continue
        for at in (grid.right + GUTTER / 2, grid.left - GUTTER / 2):
            crossing = [*_crossing(sheet.words, at), *((g.top, g.bottom) for g in found if g.left < at < g.right)]
            if any(top < grid.bottom and grid.top < bottom for top, bottom in crossing):
                continue
            above = max((bottom for _, bottom in crossing if bottom <= grid.top + 1), default=0.0)
            below = min((top for top, _ in crossing if top >= grid.bottom - 1), default=sheet.height)
            yield at, above, below


def _crossing(words: Sequence[Word], at: float) -> Iterator[tuple[float, float]]:
    """Give from where to where a printed line reaches that leaves no white at ``at``."""
    for line in printed_lines(words):
        before = max((word.right for word in line.words if word.center < at), default=None)
        after = min((word.left for word in line.words if word.center >= at), default=None)
        whole = any(word.left < at < word.right for word in line.words)
        if whole or (before is not None and after is not None and after - before < GUTTER):
            yield line.top, line.bottom


def _is_column(words: Sequence[Word], sheet: Sheet) -> bool:
    """Tell whether ``words`` are as many lines, and as wide, as a column."""
    if not words or len(printed_lines(words)) < ENOUGH:
        return False
    return max(word.right for word in words) - min(word.left for word in words) >= LEAST_WIDE * sheet.width


def _cut(sheet: Sheet, at: float, top: float, bottom: float) -> Iterator[Sheet]:
    """Give the parts of ``sheet``: what is above, the left column, the right one, what is below."""
    boxes = (
        (-1.0, -1.0, sheet.width + 1, top),
        (-1.0, top, at, bottom),
        (at, top, sheet.width + 1, bottom),
        (-1.0, bottom, sheet.width + 1, sheet.height + 1),
    )
    turned = sheet.turned
    for left, upper, right, lower in boxes:
        words = tuple(word for word in sheet.words if left <= word.center < right and upper <= word.middle < lower)
        rules = tuple(rule for rule in sheet.rules if _stands_in(rule, left, upper, right, lower))
        if words or rules:
            yield replace(sheet, words=words, rules=rules, turned=turned)
            turned = ()


def _stands_in(rule: Rule, left: float, upper: float, right: float, lower: float) -> bool:
    """Tell whether the middle of ``rule`` stands in a box."""
    x, y = (rule.left + rule.right) / 2, (rule.top + rule.bottom) / 2
    return left <= x < right and upper <= y < lower
