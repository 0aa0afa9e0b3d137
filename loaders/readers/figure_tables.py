"""Tables of figures: what each column holds, and each row with the path of the rows that it belongs to.

A column is told by its header, by what stands in it where a scan moved the headers, and by the table before where a
page break left it without any.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from loaders.document import Cell, Passage, Row, Table
from loaders.readers.numerals import Figure, figure
from loaders.readers.section import Section
from loaders.readers.territories import Named, named, specific
from loaders.resolve import fold
from loaders.vocabulary import groups

Role = Literal["label", "year", "value", "change", "ignored"]
_SAMPLE = 4
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its role; of a value also whom its header names, and the year where it names one.

    ``known`` where the header's words are a territory, the act's own or another, and not just any words.
    """

    role: Role
    header: Passage
    territory: Named | None = None
    year: str = ""
    known: bool = False


@dataclass(frozen=True, slots=True)
class Value:
    """A figure of a row, where it stands, its territory and year, and its variation where a column gives one."""

    figure: Figure
    words: Passage
    territory: Named | None
    year: str
    change: Figure | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A row of figures: its label as printed, and a value (perhaps without figure) for each value column."""

    label: Passage
    marker: str
    year: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class FigureTable:
    """A table of figures, read."""

    columns: tuple[Column, ...]
    lines: tuple[Line, ...]


def read_table(section: Section, table: Table, before: FigureTable | None = None) -> FigureTable | None:
    """Return ``table`` as a table of figures, None for any other. ``before`` is the one that it may go on from.

    A table with a territory a row is read as one with a territory a column.
    """
    header, body = _header(table)
    if header is not None and _by_territory(section, body):
        table = turned(table)
        header, body = _header(table)
    if header is None and before is not None and table.rows and len(table.rows[0].cells) == len(before.columns):
        columns = before.columns
    else:
        columns = _columns(section, header, body)
    if not _is_of_figures(columns, body):
        return None
    return FigureTable(columns, tuple(_lines(columns, body)))


def turned(table: Table) -> Table:
    """Return ``table`` with its columns as rows: one that has a territory a row becomes one that has one a column."""
    return Table(tuple(Row(cells) for cells in zip(*(row.cells for row in table.rows), strict=True)), table.header)


def _by_territory(section: Section, body: Sequence[Row]) -> bool:
    """Tell whether the rows of a table, two at least, are called after territories."""
    labels = [row.cells[0].text for row in body[:_SAMPLE]]
    return len(labels) > 1 and all(label and specific(section, label) is not None for label in labels)


def _header(table: Table) -> tuple[Row | None, tuple[Row, ...]]:
    """Split a table in its header (None where it has none, or an empty one) and its body."""
    if not table.header or not table.rows:
        return None, table.rows
    first = table.rows[0]
    return (first if any(first.cells) else None), table.rows[1:]


def _columns(section: Section, header: Row | None, body: Sequence[Row]) -> tuple[Column, ...]:
    """Return the columns; the first that holds words is the label's."""
    width = len(body[0].cells) if body else 0
    titles = header.cells if header is not None else (Cell(),) * width
    label = next((n for n in range(width) if _is_wordy([row.cells[n] for row in body])), -1)
    return tuple(
        Column("label", titles[n].words) if n == label else _column(section, titles[n], [row.cells[n] for row in body])
        for n in range(width)
    )


def _column(section: Section, title: Cell, cells: Sequence[Cell]) -> Column:
    """Return the column under ``title`` that holds ``cells``."""
    text = re.sub(r"\([*\d]*\)|[*=]", " ", title.text).strip()
    folded, years = fold(text), _YEAR.findall(text)
    if not folded and not any(cells):
        return Column("ignored", title.words)
    if _says(folded, "change") or _says(folded, "ignored") or _says(folded, "unit"):
        return Column("change" if _says(folded, "change") else "ignored", title.words)
    if _is_year(cells) and (not folded or _says(folded, "year") or _says(folded, "label")):
        return Column("year", title.words)
    rest = " ".join(_YEAR.sub(" ", text).split()).strip(" -–/()")
    year = years[-1] if len(years) == 1 else ""
    if not rest or _says(fold(rest), "value"):
        return Column("value", title.words, None, year)
    territory = named(section, rest)
    return Column("value", title.words, territory or Named(rest), year, territory is not None)


def _is_of_figures(columns: Sequence[Column], body: Sequence[Row]) -> bool:
    """Tell a table of figures from any other: labels, figures, and a header that says whose or of when they are."""
    values = [n for n, column in enumerate(columns) if column.role == "value"]
    roles = {column.role for column in columns}
    if not body or not values or "label" not in roles:
        return False
    known = any(columns[n].known or columns[n].year for n in values)
    valued = len(values) == 1 and "year" in roles and _says(fold(columns[values[0]].header.text), "value")
    cells = [row.cells[n] for row in body for n in values]
    return (known or valued) and sum(figure(cell.text) is not None for cell in cells) >= 0.8 * len(cells)


def _lines(columns: Sequence[Column], body: Sequence[Row]) -> Iterator[Line]:
    """Give the rows of figures; a row that is nothing but a label is a subtitle where the table gives years."""
    dated = any(column.role == "year" for column in columns)
    for row in body:
        label = next(cell for cell, column in zip(row.cells, columns, strict=True) if column.role == "label")
        rest = [cell for cell, column in zip(row.cells, columns, strict=True) if column.role != "label"]
        if not label or (dated and not any(rest)):
            continue
        marker = getattr(label.blocks[0], "marker", "")
        yield Line(label.words, marker, _year_of(columns, row), tuple(_values(columns, row)))


def _values(columns: Sequence[Column], row: Row) -> Iterator[Value]:
    """Give the values of a row; a column of variations belongs to the value before it."""
    value: Value | None = None
    for cell, column in zip(row.cells, columns, strict=True):
        read = figure(cell.text)
        if column.role == "change" and value is not None:
            value = replace(value, change=read)
        elif column.role == "value" and read is not None:
            if value is not None:
                yield value
            value = Value(read, cell.words, column.territory, column.year)
    if value is not None:
        yield value


def _year_of(columns: Sequence[Column], row: Row) -> str:
    """Return the year printed in a row's own year column."""
    cells = (cell for cell, column in zip(row.cells, columns, strict=True) if column.role == "year")
    return next((cell.text for cell in cells), "")


def _is_wordy(cells: Sequence[Cell]) -> bool:
    """Tell whether most of ``cells`` that hold anything hold words."""
    full = [cell for cell in cells if cell]
    return bool(full) and sum(figure(cell.text) is None for cell in full) > len(full) / 2


def _is_year(cells: Sequence[Cell]) -> bool:
    """Tell whether all of ``cells`` that hold anything hold a year."""
    full = [cell.text for cell in cells if cell]
    return bool(full) and all(re.fullmatch(r"(?:19|20)\d\d(?:[-/](?:20)?\d\d)?", text) for text in full)


def _says(folded: str, role: str) -> bool:
    """Tell whether a folded header is, or begins with, one of the words that announce ``role``."""
    return any(folded == word or folded.startswith(word + " ") for word in _announced(role))


@cache
def _announced(role: str) -> tuple[str, ...]:
    """Return the words that announce ``role``, folded."""
    return tuple(fold(word) for word in groups("statistics", "columns")[role])
