"""Cards: filled boxes of a few lines that stand side by side, apart, as a brochure shows figures or partners.

What stands in one is read together, as the cell of a table: the lines of its neighbours are at the same heights.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from loaders.formats.laid.geometry import Rule, Word, printed_lines
from loaders.formats.pdf.filled import Fill, side_by_side

GAP = 6.0
"""Points of white between two cards, at least: closer boxes are the cells of a table."""

MOST_LINES = 5
"""Printed lines of a card; what has more is a column of text."""


def cards(fills: Sequence[Fill], words: Sequence[Word]) -> list[list[Fill]]:
    """Return the rows of cards on a page, each from left to right."""
    return [row for row in side_by_side(fills) if len(row) > 1 and _are_cards(row, words)]


def edges_of_cards(rows: Sequence[Sequence[Fill]]) -> Iterator[Rule]:
    """Give the lines of the tables that rows of cards are, the white between two an empty column."""
    for row in rows:
        left, right = row[0][0], row[-1][2]
        top, bottom = row[0][1], row[0][3]
        yield from (Rule(left, at, right, at) for at in (top, bottom))
        yield from (Rule(at, top, at, bottom) for box in row for at in (box[0], box[2]))


def _are_cards(row: Sequence[Fill], words: Sequence[Word]) -> bool:
    """Tell whether the boxes of ``row`` stand apart, each with a few lines in it, and nothing between them."""
    if any(other[0] - one[2] < GAP for one, other in pairwise(row)):
        return False
    beside = [word for word in words if row[0][1] < word.middle < row[0][3] and row[0][0] < word.center < row[-1][2]]
    held = [[word for word in beside if left <= word.left and word.right <= right] for left, _, right, _ in row]
    return sum(map(len, held)) == len(beside) and all(0 < len(printed_lines(inside)) <= MOST_LINES for inside in held)
