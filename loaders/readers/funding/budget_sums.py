"""Sums of a budget: each amount of its rows, with who gives and gets it, for what and when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from loaders.document import Cell, Paragraph, Passage, Row
from loaders.readers.funding.amount_cells import amount
from loaders.readers.funding.budget_rows import cell_of, label_of, repeated
from loaders.readers.funding.budget_titles import Column
from loaders.readers.funding.column_roles import is_total, says_total
from loaders.readers.funding.words import named_part, period, schemes
from loaders.words.dates import WHOLE_YEAR
from loaders.words.numerals import Figure

_SIDES = ("funder", "spending")
_ACCOUNT = re.compile(r"[67]\d{0,5}\s*[-–—.:]\s*(?=[^\W\d_])")
_PART = re.compile(r"\W*dont\b", re.IGNORECASE)


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

    @property
    def schemes(self) -> tuple[str, ...]:
        """The schemes of its column, one that is not known in its own words, else those of what it is for."""
        told = schemes(self.scheme) or ((self.scheme,) if self.scheme else schemes(self.funder))
        return told or schemes(self.purpose)


def sums_of(columns: Sequence[Column], body: Sequence[Row]) -> Iterator[Sum]:
    """Give the amounts row by row; a cell of a funder or an object left empty repeats the one above it."""
    above, whole = Cell(), ""
    for row in repeated(columns, body):
        for index, column in enumerate(columns):
            read = amount(row.cells[index].text) if column.role == "amount" else None
            if read is None or read.value is None or read.unit == "%":
                continue
            side = _side(columns, index)
            if side is not None and columns[side].role == "spending":
                continue
            giver = _without_account(row.cells[side] or above) if side is not None else Cell()
            above = giver
            one = _sum(columns, row, index, giver, _euros(read, column))
            whole = one.purpose if one.purpose and not _PART.match(one.purpose) else whole
            yield _part_of(whole, one)


def _part_of(whole: str, one: Sum) -> Sum:
    """Return an amount; one that is a part of what stands above by its scheme (``dont PSU``) is for that ``whole``."""
    if not whole or not _PART.match(one.purpose) or not schemes(one.purpose):
        return one
    return replace(one, purpose=whole, scheme=one.scheme or named_part(one.purpose))


def _without_account(cell: Cell) -> Cell:
    """Return a cell without the number of the account that stands before its words: ``74 – Caf``."""
    account = _ACCOUNT.match(cell.text) if len(cell.blocks) == 1 else None
    return Cell((Paragraph(cell.words.cut(account.end())),)) if account is not None else cell


def _side(columns: Sequence[Column], index: int) -> int | None:
    """Return the column of givers, or of spending, to which the amounts in column ``index`` belong; None for none.

    It stands before them; or else behind, where it has no amounts of its own.
    """
    roles = [column.role for column in columns]
    left = next((n for n in range(index - 1, -1, -1) if roles[n] in _SIDES), None)
    right = roles.index("funder", index) if "funder" in roles[index:] else None
    alone = right is not None and "amount" not in roles[right:]
    return right if alone and (left is None or roles[left] == "spending") else left


def _summed(columns: Sequence[Column], total: bool, index: int) -> frozenset[str]:
    """Return the roles over which the amount in column ``index`` adds up, where it is a total or stands beside them."""
    givers = any(column.role == "funder" for column in columns) if total else False
    alone = not (columns[index].funder or columns[index].scheme)
    beside = alone and any(column.funder for column in columns)
    rows = ({column.role for column in columns} & {"object", "recipient"}) if total else ()
    return frozenset((*(("funder",) if givers or beside else ()), *rows))


def _euros(read: Figure, column: Column) -> Decimal:
    """Return the euros of a figure: a column's multiple counts where the cell prints no unit of its own."""
    value = read.value or Decimal(0)
    return value if read.unit or column.multiple == 1 else (value * column.multiple).quantize(Decimal(1))


def _sum(columns: Sequence[Column], row: Row, index: int, giver: Cell, euros: Decimal) -> Sum:
    """Return the amount in column ``index`` of ``row``."""
    column, label, total = columns[index], label_of(columns, row), is_total(row)
    named = WHOLE_YEAR.findall(cell_of(columns, row, "year").text or column.year)
    year = named[0] if len(named) == 1 else ""
    name = column.header if column.funder else giver.words
    return Sum(
        euros,
        tuple(part for part in (name, row.cells[index].words) if part),
        column.funder or ("" if total else giver.text),
        _unless_total(cell_of(columns, row, "recipient")) or column.recipient or _owner(columns),
        "" if label is giver or total else (label.text or column.purpose),
        column.scheme or _unless_total(cell_of(columns, row, "scheme")) or _over(columns),
        _how_often(columns, row, index) or _whole(columns, year),
        year,
        _summed(columns, total, index),
    )


def _how_often(columns: Sequence[Column], row: Row, index: int) -> str:
    """Return how often the amount in column ``index`` is paid: it says so, or a column of the row, or its own title."""
    said = (row.cells[index], cell_of(columns, row, "period"))
    return next((often for cell in said if (often := period(cell.text))), "") or period(columns[index].header.text)


def _whole(columns: Sequence[Column], year: str) -> str:
    """Return ``convention`` for an amount without a ``year`` beside columns of years: it is that of all of them."""
    return "convention" if not year and len({other.year for other in columns if other.year}) > 1 else ""


def _over(columns: Sequence[Column]) -> str:
    """Return the scheme that the title of who gets, or of what, names over all rows: ``Bonus versé par la Caf``."""
    return next((column.scheme for column in columns if column.scheme and column.role != "amount"), "")


def _owner(columns: Sequence[Column]) -> str:
    """Return who gets for the structures of a column, as its title says; empty where none does."""
    return next((column.recipient for column in columns if column.role == "object" and column.recipient), "")


def _unless_total(cell: Cell) -> str:
    """Return the text of a cell that does not say that its row is a total."""
    return "" if says_total(cell.text) else cell.text
