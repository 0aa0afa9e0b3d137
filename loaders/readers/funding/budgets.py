"""Budgets: tables of funders and amounts, a row or a column a funder."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from loaders.acts.section import Section
from loaders.document import Block, Cell, Passage, Row, Table
from loaders.readers.figures.headers import header_of
from loaders.readers.funding.budget_columns import YEAR, Column, begins, columns_of, is_budget
from loaders.readers.funding.unmarked import titled
from loaders.readers.funding.words import period
from loaders.resolve import fold
from loaders.vocabulary import groups
from loaders.words.numerals import Figure, figure
from loaders.words.wording import plain, sentences

_LONGEST_CAPTION = 160
_ANNOUNCES = re.compile(r":\s*$|\btableau\b|\bci-(?:apres|dessous)\b")


@dataclass(frozen=True, slots=True)
class Sum:
    """An amount of a budget: who gives (empty for a total), to whom, for what, under which scheme, in which year.

    ``words`` are those that name the giver, where something does, then those of the amount. ``summed`` are the roles
    of the columns whose several values a total adds up: of neither giver nor getter can it name one.
    """

    euros: Decimal
    words: tuple[Passage, ...]
    funder: str = ""
    recipient: str = ""
    purpose: str = ""
    scheme: str = ""
    period: str = ""
    year: str = ""
    summed: frozenset[str] = frozenset()


def read_budget(table: Table, section: Section | None = None, above: str = "") -> tuple[Sum, ...]:
    """Return the amounts of ``table``, none where it is no budget.

    With the ``section`` that it stands in, a column can be headed by a territory's bare name. The words ``above`` it
    may say that it counts in euros, or in thousands of them.
    """
    table = titled(table)
    if not table.header or len(table.rows) < 2:
        return ()
    head, body = header_of(table)
    table = Table((head, *body), table.header) if head is not None else table
    columns = columns_of(section, table, above)
    return tuple(_sums(columns, table.rows[1:])) if is_budget(columns, table, above) else ()


def caption(above: Sequence[Block]) -> str:
    """Return the words that stand right above a table: a title, a short paragraph, the sentence that announces it."""
    if not above or isinstance(above[-1], Table):
        return ""
    if len(above[-1].words.text) <= _LONGEST_CAPTION:
        return above[-1].words.text
    last = next(reversed(sentences(above[-1].words)), Passage(())).text
    return last if len(last) <= _LONGEST_CAPTION and _ANNOUNCES.search(plain(last)) else ""


def _sums(columns: Sequence[Column], body: Sequence[Row]) -> Iterator[Sum]:
    """Give the amounts row by row; a cell of a funder or an object left empty repeats the one above it."""
    above = Cell()
    for row in _repeated(columns, body):
        for index, column in enumerate(columns):
            read = figure(row.cells[index].text) if column.role == "amount" else None
            if read is None or read.value is None or read.unit == "%":
                continue
            side = next((n for n in range(index - 1, -1, -1) if columns[n].role in ("funder", "spending")), None)
            if side is not None and columns[side].role == "spending":
                continue
            giver = (row.cells[side] or above) if side is not None else Cell()
            above = giver
            yield _sum(columns, row, index, giver, _euros(read, column))


def _repeated(columns: Sequence[Column], body: Sequence[Row]) -> Iterator[Row]:
    """Give the rows; the empty cells of objects at the head of one are merged with those above, and repeat them.

    A total of what one alone gets is got by that one.
    """
    above: tuple[Cell, ...] = (Cell(),) * len(columns)
    getters = [n for n, column in enumerate(columns) if column.role == "recipient"]
    getting = {row.cells[n].text for n in getters for row in body if not is_total(row)}
    for row in body:
        told = [n for n, column in enumerate(columns) if column.role != "amount" and row.cells[n]]
        first = min(told, default=0) if not is_total(row) else 0
        alike = getters if len(getting) == 1 and is_total(row) else []
        cells = tuple(
            cell or above[n] if n in alike or (n < first and column.role in ("", "object")) else cell
            for n, (column, cell) in enumerate(zip(columns, row.cells, strict=True))
        )
        above = cells
        yield Row(cells, row.broken)


def is_total(row: Row) -> bool:
    """Tell whether a row is a total of those above."""
    return any(begins(fold(cell.text), _totals()) for cell in row.cells)


def _summed(columns: Sequence[Column], total: bool, index: int) -> frozenset[str]:
    """Return the roles over which the amount in column ``index`` adds up, where it is a total or stands beside them."""
    givers = any(column.role == "funder" for column in columns) if total else False
    beside = not columns[index].funder and any(column.funder for column in columns)
    getters = total and any(column.role in ("object", "recipient") for column in columns)
    return frozenset((*(("funder",) if givers or beside else ()), *(("recipient",) if getters else ())))


def _euros(read: Figure, column: Column) -> Decimal:
    """Return the euros of a figure: a column's multiple counts where the cell prints no unit of its own."""
    value = read.value or Decimal(0)
    return value if read.unit or column.multiple == 1 else (value * column.multiple).quantize(Decimal(1))


def _sum(columns: Sequence[Column], row: Row, index: int, giver: Cell, euros: Decimal) -> Sum:
    """Return the amount in column ``index`` of ``row``."""

    def cell(role: str) -> Cell:
        return next((row.cells[n] for n, column in enumerate(columns) if column.role == role), Cell())

    column = columns[index]
    label = next(
        (c for c, held in zip(row.cells, columns, strict=True) if held.role == "object" or _is_label(held, c)), Cell()
    )
    total = is_total(row)
    year, scheme = cell("year").text or column.year, cell("scheme").text
    name = column.header if column.funder else giver.words
    return Sum(
        euros,
        tuple(part for part in (name, row.cells[index].words) if part),
        column.funder or ("" if total else giver.text),
        ("" if begins(fold(cell("recipient").text), _totals()) else cell("recipient").text) or column.recipient,
        "" if label is giver or total else (label.text or column.purpose),
        column.scheme or ("" if begins(fold(scheme), _totals()) else scheme),
        period(column.header.text) or ("convention" if not year and any(other.year for other in columns) else ""),
        year if YEAR.fullmatch(year) else "",
        _summed(columns, total, index),
    )


def _is_label(column: Column, cell: Cell) -> bool:
    """Tell whether a cell of a column without a role holds words, and so says what the row is about."""
    return not column.role and bool(cell) and figure(cell.text) is None


@cache
def _totals() -> tuple[str, ...]:
    """Return the folded labels of a total."""
    return tuple(fold(name) for name in groups("budgets", "rows")["total"])
