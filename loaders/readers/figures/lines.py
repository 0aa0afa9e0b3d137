"""Lines of a table of figures: the label, the year and the values of each row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.document import Row
from loaders.readers.figures.column_words import (
    dated_figure,
    is_change,
    says_counted,
    year_in,
    year_of_source,
)
from loaders.readers.figures.columns import Column
from loaders.readers.figures.figure_table import Line, Value

_SECTION = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2})+)\.?\s+(?=[^\W\d_])")


def with_changes(lines: Sequence[Line]) -> Iterator[Line]:
    """Give the lines of a turned table; a column of variations over five years goes with the one before it."""
    held: Line | None = None
    for line in lines:
        if held is not None and is_change(line.label.text) and len(line.values) == len(held.values):
            pairs = zip(held.values, line.values, strict=True)
            held = replace(held, values=tuple(replace(value, change=change.figure) for value, change in pairs))
            continue
        if held is not None:
            yield held
        held = line
    if held is not None:
        yield held


def lines_of(columns: Sequence[Column], body: Sequence[Row]) -> Iterator[Line]:
    """Give the rows of figures; a row that is nothing but a label, and of nothing that is counted, is a subtitle.

    So is any such row where the table gives years.
    """
    dated = any(column.role == "year" for column in columns)
    before = _years_before(columns)
    said = section = ""
    for row in body:
        label = next(cell for cell, column in zip(row.cells, columns, strict=True) if column.role == "label")
        rest = [cell for cell, column in zip(row.cells, columns, strict=True) if column.role != "label"]
        if label and not any(rest) and (dated or not says_counted(label.text)):
            found = _SECTION.match(label.text)
            section = found["number"] if found else section
            continue
        if not label:
            continue
        marker = getattr(label.blocks[0], "marker", "")
        year = _year_of(columns, row)
        said = year or (said if before else "")
        yield Line(label.words, marker, said, tuple(_values(columns, row)), _unit_of(columns, row), section)


def _years_before(columns: Sequence[Column]) -> bool:
    """Tell whether the years stand before the labels, where one can be merged over several rows."""
    roles = [column.role for column in columns]
    return "year" in roles and roles.index("year") < roles.index("label")


def _unit_of(columns: Sequence[Column], row: Row) -> str:
    """Return the unit that a row prints in a column of its own."""
    return next((cell.text for cell, column in zip(row.cells, columns, strict=True) if column.role == "unit"), "")


def _values(columns: Sequence[Column], row: Row) -> Iterator[Value]:
    """Give the values of a row, those of a year or territory that a column of variations is about with theirs."""
    values: list[Value] = []
    for cell, column in zip(row.cells, columns, strict=True):
        read, year = dated_figure(cell.text)
        if column.role == "change" and values:
            index = _changed(values, column)
            values[index] = replace(values[index], change=read)
        elif column.role == "value" and read is not None:
            values.append(Value(read, cell.words, column.territory, year or column.year))
    yield from values


def _changed(values: Sequence[Value], column: Column) -> int:
    """Return which of ``values`` a column of variations is about: that of the territory it names, else the last."""
    code = column.territory.code if column.territory is not None else ""
    same = [index for index, value in enumerate(values) if code and value.territory and value.territory.code == code]
    return same[-1] if same else len(values) - 1


def _year_of(columns: Sequence[Column], row: Row) -> str:
    """Return the year printed in a row's own year column."""
    cells = (cell for cell, column in zip(row.cells, columns, strict=True) if column.role == "year")
    return next((year_in(cell.text) or year_of_source(cell.text) or cell.text for cell in cells), "")
