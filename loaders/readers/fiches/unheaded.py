"""Budgets of a fiche whose columns nothing heads: below a rubric of money, rows of a funder and an amount."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from loaders.acts.section import Section
from loaders.document import Block, Passage, Row, Table
from loaders.readers.fiches.fields import MONEY, heading_of
from loaders.readers.fiches.payers import Payers
from loaders.readers.funding.amount_cells import amount
from loaders.readers.funding.budget_sums import Sum
from loaders.readers.funding.column_roles import says_total
from loaders.readers.funding.words import period, year
from loaders.words.numerals import Figure
from loaders.words.rubrics import rubric


def rows_below(rows: Sequence[Row], index: int) -> int:
    """Return how many rows with amounts stand below the row at ``index``, if it is a rubric of money alone; else 0."""
    return sum(1 for _ in _amounts(rows[index + 1 :])) if _is_rubric(rows[index]) else 0


def read_unheaded(table: Table, section: Section, above: Sequence[Block] = ()) -> tuple[Sum, ...]:
    """Return the amounts of such rows, the rubric on top of them or the last of the blocks ``above``; else none.

    What a row says between the name and the amount is what is given; one that names nobody who could is what it costs.
    """
    if table.rows and rows_below(table.rows, 0):
        return _given(table.rows[1:], next(cell.text for cell in table.rows[0].cells if cell), section)
    if not above or isinstance(above[-1], Table) or not _says_rubric(above[-1].words):
        return ()
    whole = sum(1 for _ in _amounts(table.rows)) == len(table.rows)
    return _given(table.rows, above[-1].words.text, section) if whole else ()


def _given(rows: Sequence[Row], said: str, section: Section) -> tuple[Sum, ...]:
    """Return the amounts of ``rows`` below the rubric ``said``: totals, and what those who fund give.

    Beside one of these an association gives too; alone it may be what is bought from it.
    """
    payers = Payers(section)
    found = [_sum(row, read, said) for row, read in _amounts(rows)]
    beside = any(one.funder and payers.gives(one.funder) for one in found)
    return tuple(one for one in found if not one.funder or payers.gives(one.funder, beside=beside))


def _is_rubric(row: Row) -> bool:
    """Tell whether one cell of ``row`` holds words, the first, and they are or begin with a rubric of money."""
    filled = [cell for cell in row.cells if cell]
    return len(filled) == 1 and bool(row.cells[0]) and _says_rubric(filled[0].words)


def _says_rubric(words: Passage) -> bool:
    """Tell whether ``words`` are or begin with a rubric of money."""
    head = heading_of(words)
    return (rubric(words.text) or (head.kind if head is not None else "")) in MONEY


def _amounts(rows: Sequence[Row]) -> Iterator[tuple[Row, Figure]]:
    """Give the first of ``rows`` that begin with words and end with euros, up to one that does not."""
    for row in rows:
        last = next((cell for cell in reversed(row.cells) if cell), None)
        read = amount(last.text) if last is not None else None
        if read is None or read.unit != "€" or not row.cells[0] or last is row.cells[0]:
            return
        yield row, read


def _sum(row: Row, read: Figure, said: str) -> Sum:
    """Return the amount of ``row``, below the words ``said``."""
    giver, *between, last = (cell for cell in row.cells if cell)
    total = says_total(giver.text)
    return Sum(
        read.value or Decimal(0),
        (last.words,) if total else (giver.words, last.words),
        "" if total else giver.text,
        scheme="" if total else " ".join(cell.text for cell in between),
        period=period(last.text) or period(said),
        year=year(said),
    )
