"""Lines between rows that are drawn cell by cell, as browsers do: where the pieces of one meet, columns are parted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from loaders.formats.laid.geometry import Rule, Word

TOUCHING = 1.0
"""Points between two pieces that meet, or two heights that are one."""

MAX_HEIGHT = 400.0
"""Points of one row at most."""

FAR = 1.5
"""White, in sizes of the print, above or below what stands in the first column alone where it is no cell."""

EMPTY = 30.0
"""Points of a row in which nothing stands, at most: higher white parts tables."""

MAX_RULES = 4_000
"""Ruling lines of one page; a drawing has more."""


def between_cells(drawn: Sequence[Rule], words: Sequence[Word]) -> Iterator[Rule]:
    """Give the standing lines that part the cells above each line of pieces; none where standing lines are drawn.

    A row in which a word stands over such a place is a title over all columns. A whole line may end the last row.
    """
    if len(drawn) > MAX_RULES:
        return
    standing = [rule for rule in drawn if not rule.horizontal]
    for above, below in pairwise(pieces_of(rule for rule in drawn if rule.horizontal)):
        whole = len(below) == 1 and _as_wide(above, below[0])
        if len(above) < 2 or not (whole or _alike(above, below)):
            continue
        places = [above[0].left, *(piece.right for piece in above)]
        top, bottom = above[0].bottom, below[0].top
        if bottom - top > MAX_HEIGHT or any(_crosses(rule, places, top, bottom) for rule in standing):
            continue
        inside = [word for word in words if top < word.middle < bottom and places[0] < word.center < places[-1]]
        if _is_row(inside, places, top, bottom, whole=whole):
            yield from (Rule(at, top, at, bottom) for at in places)


def pieces_of(lying: Iterable[Rule]) -> list[list[Rule]]:
    """Return the lines that pieces make, from top to bottom, each its pieces from left to right."""
    rows: list[list[Rule]] = []
    for rule in sorted(set(lying), key=lambda each: (round(each.top), each.left)):
        last = rows[-1][-1] if rows else None
        if last and abs(last.top - rule.top) <= TOUCHING and abs(last.right - rule.left) <= TOUCHING:
            rows[-1].append(rule)
        else:
            rows.append([rule])
    return rows


def _is_row(words: Sequence[Word], places: Sequence[float], top: float, bottom: float, *, whole: bool) -> bool:
    """Tell whether ``words`` are those of a row whose columns are parted at ``places``.

    What stands in the first column alone, far from the lines, is a title between two tables; the last row, which a
    ``whole`` line closes, has more.
    """
    if any(word.left + TOUCHING < at < word.right - TOUCHING for word in words for at in places):
        return False
    if not words:
        return not whole and bottom - top <= EMPTY
    if any(word.right >= places[1] for word in words):
        return True
    above, below = min(word.top for word in words) - top, bottom - max(word.bottom for word in words)
    return not whole and max(above, below) <= FAR * words[0].size


def _as_wide(pieces: Sequence[Rule], line: Rule) -> bool:
    """Tell whether ``line`` is as wide as all ``pieces`` together."""
    return abs(pieces[0].left - line.left) <= TOUCHING and abs(pieces[-1].right - line.right) <= TOUCHING


def _alike(above: Sequence[Rule], below: Sequence[Rule]) -> bool:
    """Tell whether the pieces of two lines meet at the same places."""
    pairs = zip(above, below, strict=False)
    same = all(abs(one.left - other.left) + abs(one.right - other.right) <= 2 * TOUCHING for one, other in pairs)
    return len(above) == len(below) and same


def _crosses(rule: Rule, places: Sequence[float], top: float, bottom: float) -> bool:
    """Tell whether a standing line is drawn along a row."""
    within = places[0] - TOUCHING < rule.left and rule.right < places[-1] + TOUCHING
    return within and rule.top < bottom - TOUCHING and rule.bottom > top + TOUCHING
