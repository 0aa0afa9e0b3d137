"""Tables whose rows are drawn by lines from edge to edge, framed or not, but not their columns.

The white that most rows have at one place parts columns; in a row whose words stand over it, it parts nothing.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from loaders.formats.laid.geometry import Printed, Rule, Word, printed_lines
from loaders.formats.laid.ruling import MIN_CELL, NEAR, lying_and_standing

MAX_RULES = 4_000
"""Ruling lines of one page; a drawing has more."""

MAX_HEIGHT = 400.0
"""Points of one row at most."""

PART = 0.25
"""Part of the table's width that a line between some of its cells takes, at least."""

SPACE, CLEAR = 0.5, 0.85
"""White, in sizes of the print: what is more is no space; what parts columns however they are aligned."""

MOST = 0.7
"""Part of the rows with several cells that have a column's white."""

FILLED = 0.25
"""Part of these that have text on both sides of it, at least."""

ALIGNED = 2.0
"""Points between beginnings that are one."""

LEAST = 2
"""Rows with several cells, at least."""

UNFRAMED, LOW = 3, 90.0
"""Rows without a frame that are a table, at least; points of each at most: higher are the parts of a text."""

Stripe = tuple[float, float]

_Stack = tuple[float, float, list[float]]
"""Left, right and the heights of lines."""


def between_words(drawn: Sequence[Rule], words: Sequence[Word]) -> Iterator[Rule]:
    """Give the standing lines that would part the columns of the tables whose rows alone are ``drawn``."""
    if len(drawn) > MAX_RULES:
        return
    lying, standing = lying_and_standing(drawn)
    for left, right, heights in _tables(_stacks(lying), standing):
        if any(_stands_within(rule, left, right, heights) for rule in standing):
            continue
        inside = printed_lines(word for word in words if left - NEAR <= word.center <= right)
        rows = [
            (top, bottom, [line for line in inside if top < (line.top + line.bottom) / 2 < bottom])
            for top, bottom in pairwise(heights)
        ]
        stripes = _columns([row[2] for row in rows])
        for top, bottom, lines in rows if stripes else ():
            parting = [stripe[1] - 1 for stripe in stripes if all(_is_white(line, stripe) for line in lines)]
            yield from (Rule(at, top, at, bottom) for at in (left, *parting, right))


def _stacks(lying: Sequence[Rule]) -> Iterator[_Stack]:
    """Give the stacks of lines of one width: their left and right, and the heights of all lines between them."""
    whole = [rule for rule in lying if rule.right - rule.left > MIN_CELL]
    taken: set[Rule] = set()
    for first in whole:
        if first in taken:
            continue
        alike = [rule for rule in whole if abs(rule.left - first.left) + abs(rule.right - first.right) <= 2 * NEAR]
        stack = alike[: next((at for at, pair in enumerate(pairwise(alike), 1) if _far(*pair)), len(alike))]
        taken.update(stack)
        between = [rule for rule in lying if stack[0].top <= rule.top <= stack[-1].top]
        yield first.left, first.right, _distinct(rule.top for rule in between if _parts(rule, first.left, first.right))


def _distinct(heights: Iterable[float]) -> list[float]:
    """Return ``heights`` without those of double lines."""
    return [at for at, below in pairwise([*heights, 1e9]) if below - at > MIN_CELL]


def _tables(stacks: Iterable[_Stack], standing: Sequence[Rule]) -> Iterator[_Stack]:
    """Give the parts of ``stacks`` that stand in one frame, of two rows at least, or in none, of more and low rows."""
    for left, right, heights in stacks:
        rows = list(pairwise(heights))
        framed = [any(_is_side(rule, left, *row) for rule in standing) for row in rows]
        beside = zip([False, *framed], framed, [*framed[1:], False], strict=False)
        low = [not any(near) and row[1] - row[0] <= LOW for near, row in zip(beside, rows, strict=True)]
        for held, least in ((framed, LEAST), (low, UNFRAMED)):
            cuts = [at for at, one in enumerate(held) if not one]
            for first, last in pairwise([-1, *cuts, len(held)]):
                if last - first > least:
                    yield left, right, heights[first + 1 : last + 1]


def _is_side(rule: Rule, left: float, top: float, bottom: float) -> bool:
    """Tell whether ``rule`` closes a row at its left."""
    return abs(rule.left - left) <= NEAR and rule.top <= top + NEAR and rule.bottom >= bottom - NEAR


def _far(above: Rule, below: Rule) -> bool:
    """Tell whether no row is so high as to reach from one line to the next."""
    return below.top - above.bottom > MAX_HEIGHT


def _parts(rule: Rule, left: float, right: float) -> bool:
    """Tell whether ``rule`` is a line of a table, or one between some of its cells."""
    inside = left - NEAR <= rule.left and rule.right <= right + NEAR
    return inside and rule.right - rule.left >= PART * (right - left)


def _stands_within(rule: Rule, left: float, right: float, heights: Sequence[float]) -> bool:
    """Tell whether a column of a table is drawn."""
    return left + MIN_CELL < rule.left < right - MIN_CELL and rule.top < heights[-1] and rule.bottom > heights[0]


def _columns(rows: Sequence[Sequence[Printed]]) -> list[Stripe]:
    """Return the white stripes that part the columns of a table of ``rows``."""
    several = [row for row in rows if any(_gaps(line) for line in row)]
    filled = [row for row in rows if row]
    if len(several) < LEAST or 2 * len(several) < len(filled):
        return []
    size = several[0][0].size
    shared = [_before_cells(stripe, several) for stripe in _shared([_whites(row) for row in several])]
    return [stripe for stripe in shared if _is_column(stripe, several, size)]


def _before_cells(stripe: Stripe, rows: Sequence[Sequence[Printed]]) -> Stripe:
    """Return ``stripe`` as far as the few cells that stand in it, and begin at one place."""
    begins = sorted(gap[1] for row in rows for line in row for gap in _gaps(line) if stripe[0] < gap[1] < stripe[1])
    least = max(LEAST, math.ceil(FILLED * len(rows)))
    groups = pairwise([begins[0] - 1e3, *begins]) if begins else ()
    firsts = [at for before, at in groups if at - before > ALIGNED]
    cut = next((at for at in firsts if sum(at <= other <= at + ALIGNED for other in begins) >= least), stripe[1])
    return stripe[0], cut


def _gaps(line: Printed) -> list[Stripe]:
    """Return where more than a space parts two words of ``line``."""
    pairs = ((word.right, after.left) for word, after in pairwise(line.words))
    return [(left, right) for left, right in pairs if right - left > SPACE * line.size]


def _whites(row: Sequence[Printed]) -> list[Stripe]:
    """Return the white stripes that all lines of ``row`` have, its margins among them."""
    covered: list[Stripe] = []
    for line in row:
        edges = [line.left, *(at for gap in _gaps(line) for at in gap), line.right]
        covered += zip(edges[::2], edges[1::2], strict=True)
    whites, reach = [], -1e9
    for left, right in sorted(covered):
        if left > reach:
            whites.append((reach, left))
        reach = max(reach, right)
    return [*whites, (reach, 1e9)]


def _shared(rows: Sequence[Sequence[Stripe]]) -> Iterator[Stripe]:
    """Give the stripes that most of ``rows`` have, as far as they have them."""
    edges = sorted({at for row in rows for stripe in row for at in stripe})
    begun: float | None = None
    for left, right in pairwise(edges):
        having = sum(any(a <= left and right <= b for a, b in row) for row in rows)
        if having >= MOST * len(rows):
            begun = left if begun is None else begun
        elif begun is not None:
            yield begun, left
            begun = None
    if begun is not None:
        yield begun, edges[-1]


def _is_column(stripe: Stripe, rows: Sequence[Sequence[Printed]], size: float) -> bool:
    """Tell whether cells begin at ``stripe``: some of the rows have text on both its sides, wide apart or aligned."""
    left, right = stripe
    both = [row for row in rows if _has(row, -1.0, left) and _has(row, right, 1e9)]
    if right - left < SPACE * size / 2 or len(both) < max(LEAST, FILLED * len(rows)):
        return False
    begins = [min(word.left for line in row for word in line.words if word.left > right - 1) for row in both]
    aligned = sum(begin - right <= ALIGNED for begin in begins)
    return right - left >= CLEAR * size or 2 * aligned >= len(both)


def _has(row: Sequence[Printed], left: float, right: float) -> bool:
    """Tell whether a word of ``row`` stands between two places."""
    return any(left - 1 < word.left and word.right < right + 1 for line in row for word in line.words)


def _is_white(line: Printed, stripe: Stripe) -> bool:
    """Tell whether ``line`` leaves white at ``stripe``, or stands on one side of it."""
    at = stripe[1] - 1
    edges = [line.left, *(edge for gap in _gaps(line) for edge in gap), line.right]
    return not any(left < at < right for left, right in zip(edges[::2], edges[1::2], strict=True))
