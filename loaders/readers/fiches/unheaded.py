"""Budgets of a fiche whose columns nothing heads: below a rubric of money, rows of a funder and an amount."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from loaders.acts.section import Section
from loaders.document import Block, Cell, Passage, Row, Table
from loaders.readers.fiches.fields import MONEY, heading_of
from loaders.readers.fiches.payers import Payers
from loaders.readers.funding.amount_cells import amount
from loaders.readers.funding.budget_sums import Sum
from loaders.readers.funding.column_roles import says_total
from loaders.readers.funding.words import period, year
from loaders.words.amounts import amounts
from loaders.words.numerals import figure
from loaders.words.rubrics import rubric


def rows_below(rows: Sequence[Row], index: int) -> int:
    """Return how many rows with amounts stand below the row at ``index``, if it is a rubric of money alone; else 0."""
    return sum(1 for _ in _amounts(rows[index + 1 :])) if _is_rubric(rows[index]) else 0


def read_unheaded(table: Table, section: Section, above: Sequence[Block] = ()) -> tuple[Sum, ...]:
    """Return the amounts of such rows, the rubric on top of them or the last that stands ``above`` them; else none.

    What a row says beside the name and the amount is what is given; one that names nobody who could is what it costs.
    """
    if table.rows and rows_below(table.rows, 0):
        return _given(table.rows[1:], next(cell.text for cell in table.rows[0].cells if cell), section)
    said = _last_words(above[-1]) if above else Passage(())
    whole = _says_rubric(said) and sum(1 for _ in _amounts(table.rows)) == len(table.rows)
    return _given(table.rows, said.text, section) if whole else ()


def _last_words(block: Block) -> Passage:
    """Return the words of ``block``; those of the last row of a table that has nothing beside its title, else none."""
    if not isinstance(block, Table):
        return block.words
    filled = [cell for cell in block.rows[-1].cells if cell]
    return filled[0].words if len(filled) == 1 and block.rows[-1].cells[0] else Passage(())


def _given(rows: Sequence[Row], said: str, section: Section) -> tuple[Sum, ...]:
    """Return the amounts of ``rows`` below the rubric ``said``: totals, and what those who fund give.

    Beside one of these an association gives too; alone it may be what is bought from it.
    """
    payers = Payers(section)
    found = [_sum(row, column, said) for row, column in _amounts(rows)]
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


def _amounts(rows: Sequence[Row]) -> Iterator[tuple[Row, int]]:
    """Give the first of ``rows`` that begin with words and state euros once, each with their column."""
    for row in rows:
        stated = [column for column, cell in enumerate(row.cells) if next(amounts(cell.text), None) is not None]
        if len(stated) != 1 or not row.cells[0] or not stated[0] or not _is_in_euros(row.cells[stated[0]]):
            return
        behind = [cell for cell in row.cells[stated[0] + 1 :] if cell]
        if any(rubric(cell.text) for cell in behind[:-1]):  # another key and its value
            return
        yield row, stated[0]


def _is_in_euros(cell: Cell) -> bool:
    """Tell whether ``cell`` is an amount of euros."""
    read = amount(cell.text)
    return read is not None and read.unit == "€"


def _sum(row: Row, column: int, said: str) -> Sum:
    """Return the amount in a ``column`` of ``row``, below the words ``said``."""
    giver, stated, *others = row.cells[0], row.cells[column], *row.cells[1:column], *row.cells[column + 1 :]
    read, total = amount(stated.text), says_total(giver.text)
    beside = [cell for cell in others if figure(cell.text) is None]
    under = " ".join(cell.text for cell in beside if amount(f"{stated.text} {cell.text}") is None)
    return Sum(
        (read.value if read is not None else None) or Decimal(0),
        (stated.words,) if total else (giver.words, stated.words),
        "" if total else giver.text,
        scheme="" if total else under,
        period=period(stated.text) or next((often for cell in beside if (often := period(cell.text))), period(said)),
        year=next((when for cell in others if (when := year(cell.text))), year(said)),
    )
