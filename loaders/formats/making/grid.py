"""Cells that span columns or rows, spread over the grid that they cover."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from loaders.document import Cell
from loaders.formats.intake import Intake
from loaders.formats.limits import MAX_CELLS, MAX_COLUMNS

EMPTY = Cell()


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell and how many columns and rows it covers; ``rows`` 0 goes down to the table's end."""

    cell: Cell
    columns: int = 1
    rows: int = 1


def spread(rows: Sequence[Iterable[Slot]], origin: Intake, place: str) -> list[list[Cell]]:
    """Return the grid of ``rows``: a cell stands where it begins, what else it covers is empty.

    Raises DocumentError where the grid has more cells than any table has.
    """
    grid: list[list[Cell]] = []
    reach: dict[int, int] = {}
    count = 0
    for index, row in enumerate(rows):
        cells = _row(row, index, reach, len(rows))
        count += len(cells)
        check_cells(count, origin, place)
        grid.append(cells)
    return grid


def _row(row: Iterable[Slot], index: int, reach: dict[int, int], height: int) -> list[Cell]:
    """Lay one row; ``reach`` holds for each column the row before which it is covered from above."""
    cells: list[Cell] = []
    for slot in row:
        while reach.get(len(cells), 0) > index:
            cells.append(EMPTY)
        width = min(max(slot.columns, 1), MAX_COLUMNS)
        until = height if slot.rows == 0 else index + max(slot.rows, 1)
        for column in range(len(cells), len(cells) + width):
            reach[column] = until
        cells += [slot.cell, *[EMPTY] * (width - 1)]
        if len(cells) > MAX_CELLS:
            break
    return cells


def check_cells(count: int, origin: Intake, place: str) -> None:
    """Raise DocumentError where a table has more cells than any table of an act."""
    if count > MAX_CELLS:
        raise origin.refusal(
            f"tableau de {count} cellules ou davantage (au plus {MAX_CELLS}) : ôtez ce tableau du document.",
            f"table of {count} cells or more (at most {MAX_CELLS}): take this table out of the document.",
            place=place,
        )
