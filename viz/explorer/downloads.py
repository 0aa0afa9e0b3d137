"""A table as an answer of the web: JSON, CSV or XLSX, by the extension of the address or by ``Accept``."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from io import BytesIO, StringIO

from starlette.requests import Request
from starlette.responses import Response

from maillage.exports.workbook import write_book
from maillage.table import Cell, Table
from maillage.table_text import as_csv, as_json
from viz.explorer import negotiation

HTML, JSON, CSV, XLSX = "html", "json", "csv", "xlsx"
_MEDIA_TYPES: Mapping[str, str] = {
    JSON: "application/json",
    CSV: "text/csv",
    XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    HTML: "text/html",
}
_EXTENSIONS = {f".{form}": form for form in (JSON, CSV, XLSX)}
_OFFERED = {media_type: form for form, media_type in _MEDIA_TYPES.items()}
_SHARED = {"Vary": "Accept", "Access-Control-Allow-Origin": "*"}
_LONGEST_SHEET_NAME = 31
_ORDERS = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet takes for a formula (OWASP, CSV injection)."""
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")


def wanted(request: Request, path: str) -> tuple[str, str]:
    """Return ``path`` without its extension, and the form that is asked for: JSON where nothing else is."""
    return negotiation.wanted(request.headers.get("accept", ""), path, _EXTENSIONS, _OFFERED, JSON)


def download(table: Table, name: str, form: str) -> Response:
    """Answer with ``table`` in ``form``; but for JSON, as the file ``name``."""
    kept = {} if form == JSON else {"Content-Disposition": f'attachment; filename="{name}.{form}"'}
    return Response(_written(table, name, form), media_type=_MEDIA_TYPES[form], headers={**_SHARED, **kept})


def _written(table: Table, name: str, form: str) -> str | bytes:
    if form == JSON:
        return as_json(table)
    return as_csv(harmless(table)) if form == CSV else _workbook(table, name)


def harmless(table: Table) -> Table:
    """Return ``table`` as a spreadsheet may open its CSV: a text that looks like an order begins with an apostrophe.

    Every CSV that a person downloads goes through here; the exports for machines stay exact.
    """
    return Table(table.columns, tuple(tuple(_harmless(value) for value in row) for row in table.rows))


def harmless_csv(body: bytes) -> bytes:
    """Return the CSV ``body`` as a spreadsheet may open it, as ``harmless`` does."""
    written = StringIO()
    rows = csv.reader(StringIO(body.decode("utf-8"), newline=""))
    csv.writer(written).writerows([_harmless(value) for value in row] for row in rows)
    return written.getvalue().encode("utf-8")


def _harmless(value: Cell) -> Cell:
    ordering = isinstance(value, str) and value.startswith(_ORDERS) and not _NUMBER.fullmatch(value)
    return f"'{value}" if ordering else value


def _workbook(table: Table, name: str) -> bytes:
    """Return a workbook of one sheet; its texts are written as texts."""
    output = BytesIO()
    write_book(output, name, [(name[:_LONGEST_SHEET_NAME], table)])
    return output.getvalue()
