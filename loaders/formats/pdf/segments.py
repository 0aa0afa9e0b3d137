"""Lines between rows that are drawn cell by cell, as browsers do: where the pieces of one meet, columns are parted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from loaders.formats.laid.geometry import Rule, Word

TOUCHING = 1.0
"""Points between two pieces that meet, or two heights that are one."""

MAX_HEIGHT = 400.0
"""Points of one row at most."""

MAX_RULES = 4_000
"""Ruling lines of one page; a drawing has more."""


def between_cells(drawn: Sequence[Rule], words: Sequence[Word]) -> Iterator[Rule]:
    """Give the standing lines that part the cells above each line of pieces; none where standing lines are drawn.

    A row in which a word stands over such a place is a title over all columns.
    """
    if len(drawn) > MAX_RULES:
        return
    standing = [rule for rule in drawn if not rule.horizontal]
    for above, below in pairwise(_rows([rule for rule in drawn if rule.horizontal])):
        left, right, top, bottom = below[0].left, below[-1].right, above[0].bottom, below[0].top
        if len(below) < 2 or not _alike(above, below):
            continue
        if bottom - top > MAX_HEIGHT or any(_crosses(rule, left, right, top, bottom) for rule in standing):
            continue
        places = [left, *(piece.right for piece in below)]
        inside = [word for word in words if top < word.middle < bottom]
        if not any(word.left + TOUCHING < at < word.right - TOUCHING for word in inside for at in places):
            yield from (Rule(at, top, at, bottom) for at in places)


def _rows(lying: Sequence[Rule]) -> list[list[Rule]]:
    """Return the lines that pieces make, from top to bottom, each its pieces from left to right."""
    rows: list[list[Rule]] = []
    for rule in sorted(set(lying), key=lambda each: (round(each.top), each.left)):
        last = rows[-1][-1] if rows else None
        if last and abs(last.top - rule.top) <= TOUCHING and abs(last.right - rule.left) <= TOUCHING:
            rows[-1].append(rule)
        else:
            rows.append([rule])
    return rows


def _alike(above: Sequence[Rule], below: Sequence[Rule]) -> bool:
    """Tell whether the pieces of two lines meet at the same places."""
    pairs = zip(above, below, strict=False)
    same = all(abs(one.left - other.left) + abs(one.right - other.right) <= 2 * TOUCHING for one, other in pairs)
    return len(above) == len(below) and same


def _crosses(rule: Rule, left: float, right: float, top: float, bottom: float) -> bool:
    """Tell whether a standing line is drawn along a row."""
    within = left - TOUCHING < rule.left and rule.right < right + TOUCHING
    return within and rule.top < bottom - TOUCHING and rule.bottom > top + TOUCHING
