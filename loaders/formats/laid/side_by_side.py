"""Pages set in columns among which tables stand: each column is read by itself, from its top to its bottom.

A table that is as wide as one column, with text or another table beside it, shows where the columns are parted, and so
does a panel, a filled box in which one of them is printed; above and below, what crosses that white stands over the
whole page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from loaders.formats.laid.geometry import Rule, Sheet, Word, printed_lines
from loaders.formats.laid.ruled_grid import Grid
from loaders.formats.laid.stretches import apart

GUTTER = 8.0
"""Points of white between two columns, at least."""

NARROW = 0.6
"""Part of the page's width that a table in a column takes at most."""

LEAST_WIDE = 0.2
"""Part of the page's width that a column takes at least."""

ENOUGH = 6
"""Printed lines of a column, at least."""

LEVEL, LABELS = 2.0, 0.7
"""Points between two heights that are one; part of the passages of a panel that stand beside one each in a table."""

_Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def parted(sheet: Sheet, found: Sequence[Grid]) -> list[Sheet]:
    """Return the parts of ``sheet`` in the order in which they are read; none where what is ``found`` parts nothing."""
    tables = [(grid.left, grid.top, grid.right, grid.bottom) for grid in found]
    panels = [box for box in sheet.panels if box[2] - box[0] >= LEAST_WIDE * sheet.width]
    for box in (*tables, *panels):
        for at in _gutters(sheet, tables, box):
            left, right = _beside(sheet.words, *at)
            if not (_has_lines(left) and _has_lines(right)):
                continue
            is_parted = not _are_labels(left, right) if box in panels else _are_wide((left, right), sheet)
            if is_parted:
                return list(_cut(sheet, *at))
    return []


def _beside(words: Sequence[Word], at: float, top: float, bottom: float) -> tuple[list[Word], list[Word]]:
    """Return the words on both sides of ``at`` between two heights."""
    inside = [word for word in words if top <= word.middle <= bottom]
    return [word for word in inside if word.center < at], [word for word in inside if word.center >= at]


def _are_labels(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Tell whether the passages on the ``left`` begin beside those on the ``right``, as the labels of a table do."""
    heights = _begins(right)
    labels = _begins(left)
    beside = sum(any(abs(label - height) <= LEVEL for height in heights) for label in labels)
    return beside >= LABELS * len(labels)


def _begins(words: Sequence[Word]) -> list[float]:
    """Return the heights at which passages begin, parted by more white than their lines."""
    lines = printed_lines(words)
    return [
        (line.top + line.bottom) / 2
        for line, begins in zip(lines, apart(lines), strict=True)
        if begins or line is lines[0]
    ]


def _gutters(sheet: Sheet, tables: Sequence[_Box], box: _Box) -> Iterator[tuple[float, float, float]]:
    """Give where the white beside a narrow ``box`` stands, and from which height to which it reaches."""
    left, top, right, bottom = box
    if right - left > NARROW * sheet.width:
        return
    for at in (right + GUTTER / 2, left - GUTTER / 2):
        crossing = [*_crossing(sheet.words, at), *((each[1], each[3]) for each in tables if each[0] < at < each[2])]
        if any(upper < bottom and top < lower for upper, lower in crossing):
            continue
        above = max((lower for _, lower in crossing if lower <= top + 1), default=0.0)
        below = min((upper for upper, _ in crossing if upper >= bottom - 1), default=sheet.height)
        yield at, above, below


def _crossing(words: Sequence[Word], at: float) -> Iterator[tuple[float, float]]:
    """Give from where to where a printed line reaches that leaves no white at ``at``."""
    for line in printed_lines(words):
        before = max((word.right for word in line.words if word.center < at), default=None)
        after = min((word.left for word in line.words if word.center >= at), default=None)
        whole = any(word.left < at < word.right for word in line.words)
        if whole or (before is not None and after is not None and after - before < GUTTER):
            yield line.top, line.bottom


def _has_lines(words: Sequence[Word]) -> bool:
    """Tell whether ``words`` are as many lines as a column has."""
    return bool(words) and len(printed_lines(words)) >= ENOUGH


def _are_wide(sides: Iterable[Sequence[Word]], sheet: Sheet) -> bool:
    """Tell whether what stands on both ``sides`` of a gutter is as wide as columns are."""
    widths = (max(word.right for word in words) - min(word.left for word in words) for words in sides)
    return all(width >= LEAST_WIDE * sheet.width for width in widths)


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
