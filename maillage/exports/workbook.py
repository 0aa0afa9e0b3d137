"""XLSX: a workbook with a sheet a table, and one that says what the columns mean."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from maillage.exports.datapackage import TITLE
from maillage.exports.files import replacing
from maillage.exports.tidy import Tidy, tidy_tables
from maillage.language import tr
from maillage.store import Endpoint
from maillage.table import Cell, Table

_NO_CLOCK = datetime(2000, 1, 1)
_LONGEST = 32_767
"""Characters that a cell can hold, by the specification of the format."""

_WIDTHS = (8, 60)
"""Least and greatest width of a column, in characters."""


def write(store: Endpoint, dest: Path) -> None:
    """Write every tidy table into the workbook ``dest``. Raises UsageError where that cannot be written."""
    tables = tidy_tables(store)
    with replacing(dest) as fresh:
        write_book(
            fresh, TITLE, [(tr("lisez-moi", "read-me"), _meanings(tables)), *((t.name, t.table) for t in tables)]
        )


def write_book(dest: Path | BytesIO, title: str, sheets: Iterable[tuple[str, Table]]) -> None:
    """Write a workbook of ``sheets``, each a name of at most 31 characters and its table."""
    with Workbook(dest, {"strings_to_urls": False, "in_memory": True}) as book:
        book.set_properties({"title": title, "created": _NO_CLOCK})
        head = book.add_format({"bold": True, "bottom": 1})
        for name, table in sheets:
            _fill(book.add_worksheet(name), table, head)


def _meanings(tables: Sequence[Tidy]) -> Table:
    """Return what each column of each table means."""
    rows = ((tidy.name, column.name, column.meaning) for tidy in tables for column in tidy.question.columns)
    names = (tr("tableau", "table"), tr("colonne", "column"), tr("sens", "meaning"))
    return Table(names, tuple(rows))


def _fill(sheet: Worksheet, table: Table, head: Format) -> None:
    """Write a table with its head fixed, filters, and columns as wide as what they hold."""
    for at, name in enumerate(table.columns):
        sheet.write_string(0, at, name, head)
    for row_at, row in enumerate(table.rows, start=1):
        for at, value in enumerate(row):
            _put(sheet, row_at, at, value)
    for at, name in enumerate(table.columns):
        longest = max((len(str(row[at])) for row in table.rows if row[at] is not None), default=0)
        sheet.set_column(at, at, min(max(longest, len(name), _WIDTHS[0]), _WIDTHS[1]))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)


def _put(sheet: Worksheet, row: int, at: int, value: Cell) -> None:
    """Write a number as a number and a text as text: what looks like a formula or a link stays as printed."""
    if value is None:
        return
    if isinstance(value, str):
        sheet.write_string(row, at, value if len(value) <= _LONGEST else f"{value[: _LONGEST - 1]}…")
    elif isinstance(value, bool):
        sheet.write_boolean(row, at, value)
    else:
        sheet.write_number(row, at, float(value))
