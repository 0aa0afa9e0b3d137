"""Tables of figures: each row with its label and a value a territory or a year.

A column is told by its header, by what stands in it where a scan moved the headers, and by the table before where a
page break left it without any.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from loaders.acts.section import Section
from loaders.acts.territory_codes import Named, specific
from loaders.document import Row, Table
from loaders.readers.figures.column_words import (
    dated_figure,
    is_counted,
    says,
)
from loaders.readers.figures.columns import Column, columns_of
from loaders.readers.figures.figure_table import FigureTable, Line
from loaders.readers.figures.headers import header_of
from loaders.readers.figures.lines import lines_of, with_changes
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
from loaders.words.numerals import figure

_FIGURES = 0.8
_OF_PEOPLE = re.compile(
    r"(?:nombre|nb|nbre|effectifs?) (?:de |d )"
    r"(?:beneficiaires|allocataires|foyers|familles|habitants|menages|naissances)\b"
)


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
    lines = tuple(lines_of(columns, body))
    return FigureTable(columns, tuple(with_changes(lines)) if by_row else lines)


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
