"""Budgets: tables of funders and amounts, a row or a column a funder."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from loaders.document import Cell, Passage, Row, Table
from loaders.readers.donors import mentions
from loaders.readers.funding_words import schemes
from loaders.readers.numerals import figure
from loaders.resolve import fold
from loaders.vocabulary import groups

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_EUROS = re.compile(r"€|\beuros?\b", re.IGNORECASE)
_PLACES = frozenset(("epci", "commune", "departement", "region"))


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its role (a key of the vocabulary, or empty), its header, the year and the funder that this names."""

    role: str
    header: Passage
    year: str = ""
    funder: str = ""
    scheme: str = ""


@dataclass(frozen=True, slots=True)
class Sum:
    """An amount of a budget: who gives (empty for a total), to whom, for what, under which scheme, in which year."""

    euros: Decimal
    words: tuple[Passage, ...]
    funder: str = ""
    recipient: str = ""
    purpose: str = ""
    scheme: str = ""
    year: str = ""


def read_budget(table: Table) -> tuple[Sum, ...]:
    """Return the amounts of ``table``, none where it is no budget."""
    if not table.header or len(table.rows) < 2:
        return ()
    columns = tuple(_column(n, cell, table.rows[1:]) for n, cell in enumerate(table.rows[0].cells))
    return tuple(_sums(columns, table.rows[1:])) if _is_budget(columns, table) else ()


def _column(index: int, title: Cell, body: Sequence[Row]) -> Column:
    """Return the column under ``title``: by its header's words, or as amounts of the funder or year it names."""
    text, folded = title.text, fold(title.text)
    years = _YEAR.findall(text)
    found = next((one for one in mentions(text)), None)
    sums = any((read := figure(row.cells[index].text)) and read.value is not None for row in body)
    year = years[0] if len(years) == 1 else ""
    role = next((role for role, names in _roles().items() if _is(folded, names)), "")
    if sums and found is not None and (found.start == 0 or role == "amount"):
        return Column("amount", title.words, year, found.printed)
    scheme = ";".join(schemes(text))
    if sums and ((role in ("", "year") and years) or (role in ("", "scheme") and scheme)):
        role = "amount"
    return Column(role, title.words, year, "", scheme)


def _is_budget(columns: Sequence[Column], table: Table) -> bool:
    """Tell a budget: amounts in euros, and a column of funders or funders as headers (not territories alone)."""
    amounts = [n for n, column in enumerate(columns) if column.role == "amount"]
    funders = [kind for column in columns if column.funder for kind in [next(mentions(column.funder)).kind]]
    headed = any(column.role == "funder" for column in columns)
    projects = any(column.role in ("object", "recipient") for column in columns)
    schemed = projects and any(column.scheme for column in columns)
    if not amounts or not (headed or schemed or set(funders) - _PLACES or (projects and len(funders) > 1)):
        return False
    header = " ".join(column.header.text for column in columns)
    cells = [row.cells[n].text for row in table.rows[1:] for n in amounts if row.cells[n]]
    in_euros = sum(bool(_EUROS.search(cell)) for cell in cells) > len(cells) / 2
    return in_euros or bool(_EUROS.search(header)) or (headed and _says_money(columns))


def _says_money(columns: Sequence[Column]) -> bool:
    """Tell whether a column says by its header that it holds amounts."""
    return any(column.role == "amount" and _is(fold(column.header.text), _roles()["amount"]) for column in columns)


def _sums(columns: Sequence[Column], body: Sequence[Row]) -> Iterator[Sum]:
    """Give the amounts row by row; a funder's cell left empty repeats the one above it."""
    above = Cell()
    for row in body:
        for index, column in enumerate(columns):
            read = figure(row.cells[index].text) if column.role == "amount" else None
            if read is None or read.value is None or read.unit == "%":
                continue
            side = next((n for n in range(index - 1, -1, -1) if columns[n].role in ("funder", "spending")), None)
            if side is not None and columns[side].role == "spending":
                continue
            giver = (row.cells[side] or above) if side is not None else Cell()
            above = giver
            yield _sum(columns, row, index, giver, read.value)


def _sum(columns: Sequence[Column], row: Row, index: int, giver: Cell, euros: Decimal) -> Sum:
    """Return the amount in column ``index`` of ``row``."""

    def cell(role: str) -> Cell:
        return next((row.cells[n] for n, column in enumerate(columns) if column.role == role), Cell())

    column = columns[index]
    label = next(
        (c for c, held in zip(row.cells, columns, strict=True) if held.role == "object" or _is_label(held, c)), Cell()
    )
    total = any(_is(fold(other.text), _totals()) for other in row.cells)
    year = cell("year").text or column.year
    return Sum(
        euros,
        tuple(part for part in (giver.words, row.cells[index].words) if part),
        "" if total else column.funder or giver.text,
        "" if total else cell("recipient").text,
        "" if label is giver or total else label.text,
        column.scheme or cell("scheme").text,
        year if _YEAR.fullmatch(year) else "",
    )


def _is_label(column: Column, cell: Cell) -> bool:
    """Tell whether a cell of a column without a role holds words, and so says what the row is about."""
    return not column.role and bool(cell) and figure(cell.text) is None


def _is(folded: str, names: Sequence[str]) -> bool:
    """Tell whether a folded text is one of ``names``, or begins with it."""
    return any(folded == name or folded.startswith(f"{name} ") for name in names)


@cache
def _roles() -> dict[str, tuple[str, ...]]:
    """Return the roles of columns and the folded headers that announce them."""
    return {role: tuple(fold(name) for name in names) for role, names in groups("budgets", "columns").items()}


@cache
def _totals() -> tuple[str, ...]:
    """Return the folded labels of a total."""
    return tuple(fold(name) for name in groups("budgets", "rows")["total"])
