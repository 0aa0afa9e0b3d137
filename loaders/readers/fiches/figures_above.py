"""Figures above the rubrics of a fiche: no rubric holds them, they are figures of its territory (``Repères``)."""

from __future__ import annotations

from itertools import takewhile

from loaders.document import Block, Table
from loaders.readers.fiches.signs import rubric_kinds
from loaders.readers.fiches.title_rows import is_of_figures
from loaders.readers.funding.column_roles import heads_amounts

_LEAST = 2


def figures_apart(body: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Return the tables of figures that stand in the body of a sheet before its first rubric, and what is left."""
    above = takewhile(lambda block: _is_of_figures(block) or not rubric_kinds([block]), body)
    figures = tuple(block for block in above if _is_of_figures(block))
    return figures, tuple(block for block in body if not any(block is one for one in figures))


def _is_of_figures(block: Block) -> bool:
    """Whether ``block`` is a table of figures, and of no money."""
    if not isinstance(block, Table) or min(len(block.rows), len(block.rows[0].cells)) < _LEAST:
        return False
    of_money = any("€" in cell.text for row in block.rows for cell in row.cells)
    return is_of_figures(block) and not (of_money or any(heads_amounts(head.text) for head in block.rows[0].cells))
