"""Tables of figures: each row with its label and a value a territory or a year.

A column is told by its header, by what stands in it where a scan moved the headers, and by the table before where a
page break left it without any.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from loaders.acts.section import Section
from loaders.acts.territory_codes import Named, specific
from loaders.document import Passage, Row, Table
from loaders.readers.figures.column_words import (
    dated_figure,
    is_change,
    is_counted,
    says,
    says_counted,
    year_in,
    year_of_source,
)
from loaders.readers.figures.columns import Column, columns_of
from loaders.readers.figures.headers import header_of
from loaders.readers.figures.turning import (
    by_pair,
    by_territory,
    by_year,
    place_column,
    place_first,
    turned,
    without_kinds,
)
from loaders.remembering import remembered
from loaders.resolve import fold
from loaders.words.cell_kinds import mostly
from loaders.words.numerals import Figure, figure

_FIGURES = 0.8
_OF_PEOPLE = re.compile(
    r"(?:nombre|nb|nbre|effectifs?) (?:de |d )"
    r"(?:beneficiaires|allocataires|foyers|familles|habitants|menages|naissances)\b"
)
_SECTION = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2})+)\.?\s+(?=[^\W\d_])")


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
    """A row of figures: its label as printed, and a value (perhaps without figure) for each value column.

    ``section`` is the number of the subtitle above it in the table, empty where it has none.
    """

    label: Passage
    marker: str
    year: str
    values: tuple[Value, ...]
    unit: str = ""
    section: str = ""


@dataclass(frozen=True, slots=True)
class FigureTable:
    """A table of figures, read."""

    columns: tuple[Column, ...]
    lines: tuple[Line, ...]

    @property
    def titled(self) -> str:
        """What the header of the labels says: ``Indicateurs 2020``."""
        return next((column.header.text for column in self.columns if column.role == "label"), "")

    @property
    def dated(self) -> bool:
        """Whether the table gives years itself, in a column or in headers."""
        return any(column.role == "year" or column.year for column in self.columns)


@remembered(256)
def read_table(section: Section, table: Table, before: FigureTable | None) -> FigureTable | None:
    """Return ``table`` as a table of figures, None for any other. ``before`` is the one that it may go on from.

    A table with a territory or a year a row is read as one with a territory or a year a column; one with a territory
    and an indicator a row as one of indicators.
    """
    if header_of(table)[0] is not None and by_territory(section, header_of(table)[1]):
        table = without_kinds(table)
    header, body = header_of(table)
    if header is not None and (place := place_column(header)):
        moved = place_first(table, place)
        if by_pair(section, header_of(moved)[1]):
            return _read_pairs(section, moved, header_of(moved)[1])
    if header is not None and by_pair(section, body):
        return _read_pairs(section, table, body)
    by_row = header is not None and (by_territory(section, body) or by_year(section, header, body))
    if by_row:
        header, body = header_of(turned(table))
    if header is None and before is not None and table.rows and len(table.rows[0].cells) == len(before.columns):
        columns = before.columns
    else:
        columns = columns_of(section, header, body)
    if not _is_of_figures(columns, body):
        return None
    lines = tuple(_lines(columns, body))
    return FigureTable(columns, tuple(_with_changes(lines)) if by_row else lines)


def _read_pairs(section: Section, table: Table, body: Sequence[Row]) -> FigureTable | None:
    """Return a table with a territory and an indicator a row; the values of a row are those of its territory."""
    read = read_table(section, Table(tuple(Row(row.cells[1:]) for row in table.rows), table.header), None)
    if read is None or len(read.lines) != len(body):
        return None
    lines: list[Line] = []
    whose: Named | None = None
    for row, line in zip(body, read.lines, strict=True):
        whose = specific(section, row.cells[0].text) if row.cells[0] else whose
        lines.append(replace(line, values=tuple(replace(value, territory=whose) for value in line.values)))
    return FigureTable(read.columns, tuple(lines))


def _with_changes(lines: Sequence[Line]) -> Iterator[Line]:
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


def _is_of_figures(columns: Sequence[Column], body: Sequence[Row]) -> bool:
    """Tell a table of figures from any other: labels, figures, and a header that says whose or of when they are."""
    values = [n for n, column in enumerate(columns) if column.role == "value"]
    roles = {column.role for column in columns}
    if not body or not values or "label" not in roles:
        return False
    known = any(columns[n].known or columns[n].year for n in values)
    single = len(values) == 1 and not (roles - {"label", "value", "year", "unit", "ignored"})
    header = fold(columns[values[0]].header.text)
    valued = single and (
        (says(header, "value") and ("year" in roles or _is_keyed(columns, body) or _in_euros(body, values[0])))
        or (not header and _is_keyed(columns, body))
        or _OF_PEOPLE.match(header) is not None
    )
    cells = [row.cells[n] for row in body for n in values]
    told = sum(dated_figure(cell.text)[0] is not None for cell in cells)
    return (known or valued) and told >= _FIGURES * len(cells)


def _in_euros(body: Sequence[Row], index: int) -> bool:
    """Tell whether every cell of a column that holds anything prints euros."""
    read = [figure(row.cells[index].text) for row in body if row.cells[index]]
    return bool(read) and all(one is not None and one.unit == "€" for one in read)


def _is_keyed(columns: Sequence[Column], body: Sequence[Row]) -> bool:
    """Tell whether most rows of a table are called after what a diagnosis counts: ``Nombre de``, ``Taux de``."""
    index = next(n for n, column in enumerate(columns) if column.role == "label")
    labels = [fold(row.cells[index].text) for row in body]
    return mostly(labels, is_counted)


def _lines(columns: Sequence[Column], body: Sequence[Row]) -> Iterator[Line]:
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
