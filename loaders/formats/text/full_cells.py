"""Cells that fill their column: a single space parts ``Commune d'Erquy`` from ``2027``, where rows beside have more."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import permutations

ENOUGH = 2
"""Lines in which a column begins behind white beside the same other one, at least."""

MOST = 30
"""Cells of a line at most: one that has more is no row of a table that tells columns."""

CELL = re.compile(r"\S+(?: \S+)*")
"""What stands in a column of a line: words that single spaces part."""

_BEHIND_SPACE = re.compile(r"(?<=\S )[^\W_]")

_Cell = tuple[int, int]
_Edge = tuple[str, int]


def full_cells(texts: Sequence[str]) -> list[frozenset[int]]:
    """Return for each of ``texts`` (lines set in columns) where a cell begins though but one space stands before it.

    Other lines begin a column there, beside another that begins or ends where one of this line's does; what stands
    before begins a column too, and no figure is cut in two.
    """
    cells = [[found.span() for found in CELL.finditer(text)] for text in texts]
    counted = Counter(pair for line in cells if len(line) <= MOST for pair in permutations(_edges(line[1:]), 2))
    columns: dict[_Edge, set[int]] = {}
    for (one, (side, place)), count in counted.items():
        if count >= ENOUGH and side == "left":
            columns.setdefault(one, set()).add(place)
    return [_full(*line, columns) for line in zip(texts, cells, strict=True)]


def _edges(cells: Sequence[_Cell]) -> list[_Edge]:
    """Return where ``cells`` begin and end."""
    return [edge for left, right in cells for edge in (("left", left), ("right", right))]


def _full(text: str, cells: Sequence[_Cell], columns: Mapping[_Edge, set[int]]) -> frozenset[int]:
    """Return where in ``cells`` of ``text`` others begin: where ``columns`` do beside one of its own."""
    known: set[int] = set().union(*(columns.get(edge, ()) for edge in _edges(cells[1:])))
    if not known:
        return frozenset()
    begins = {cells[0][0], *(place for side, place in columns if side == "left")}
    return frozenset(
        at
        for left, right in cells
        if left in begins
        for at in (found.start() for found in _BEHIND_SPACE.finditer(text, left, right))
        if at in known and not (text[at - 2].isdigit() and text[at].isdigit())
    )
