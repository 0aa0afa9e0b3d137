"""Tables within tables: one that lays out the page, and one of data in some rows of which others stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from loaders.document import Block, Cell
from loaders.formats.intake import Intake
from loaders.formats.making.grid import Slot, spread
from loaders.formats.making.header_rows import MAX_HEADER_CELL
from loaders.formats.making.tables import build

LABELLED = 2
"""Rows of a label and its content from which a table is one of data, whatever else stands in it."""


@dataclass(frozen=True, slots=True)
class Nested(Cell):
    """A cell in which tables stand: its ``layout`` keeps them, its ``blocks`` have their text."""

    layout: tuple[Block, ...] = ()


def table_or_blocks(rows: Sequence[Sequence[Slot]], header: bool | None, origin: Intake, place: str) -> list[Block]:
    """Return the table of ``rows``; a row in whose cells tables stand gives what these hold, between two tables.

    Where such rows are nearly all, the table but lays out the page. Raises DocumentError where it has more cells than
    any table has.
    """
    blocks: list[Block] = []
    lays_out = sum(map(_is_labelled, rows)) < LABELLED and any(map(_holds_table, rows))
    for whole, group in groupby(rows, lambda row: not lays_out and not _holds_table(row)):
        if whole:
            table = build(spread(list(group), origin, place), None if blocks else header)
            blocks += [table] if table else []
        else:
            blocks += [block for row in group for slot in row for block in _content(slot.cell)]
    return blocks


def _holds_table(row: Sequence[Slot]) -> bool:
    """Tell whether a table stands in a cell of ``row``."""
    return any(isinstance(slot.cell, Nested) for slot in row)


def _is_labelled(row: Sequence[Slot]) -> bool:
    """Tell whether ``row`` is one of data: a short label, and something beside it that is no table."""
    filled = [slot.cell for slot in row if slot.cell]
    return len(filled) > 1 and not _holds_table(row) and len(filled[0].text) <= MAX_HEADER_CELL


def _content(cell: Cell) -> Sequence[Block]:
    """Return what stands in a cell of a table that lays out the page."""
    return cell.layout if isinstance(cell, Nested) else cell.blocks
