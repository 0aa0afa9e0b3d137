"""Cells centred in height: a text has the lines that stand half a line off the others between these, not beside.

The number and the pilot of an action then stand between two lines of its title.
"""

from __future__ import annotations

from collections.abc import Sequence

from loaders.formats.text.full_cells import CELL

LEAST = 4
"""Cells of three such lines together, at least: those of signatures one above another are single ones."""

_Cells = list[tuple[int, int]]


def heights(lines: Sequence[tuple[int, str]]) -> list[float]:
    """Return how far down each of ``lines`` stands, each given by its row, white ones counted, and its text."""
    cells = [[cell.span() for cell in CELL.finditer(text)] for _, text in lines]
    halves = {
        half
        for index in range(1, len(lines) - 1)
        if lines[index + 1][0] - lines[index - 1][0] == 2 and _is_between(*cells[index - 1 : index + 2])
        for half in (index, index + 1)
    }
    found: list[float] = []
    lifted = 0.0
    for index, (row, _) in enumerate(lines):
        lifted += 0.5 if index in halves else 0.0
        found.append(row - lifted)
    return found


def _is_between(above: _Cells, cells: _Cells, below: _Cells) -> bool:
    """Tell whether ``cells`` stand beside those ``above`` and ``below``, where the latter go on with the former."""
    if len(above) + len(cells) + len(below) < LEAST:
        return False
    return not (_meet(cells, above) or _meet(cells, below)) and _meet(below, above)


def _meet(cells: _Cells, others: _Cells) -> bool:
    """Tell whether one of ``cells`` stands above or below one of ``others``, a space beside it included."""
    return any(begin <= right and left <= end for begin, end in cells for left, right in others)
