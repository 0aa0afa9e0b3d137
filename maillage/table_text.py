"""Tables as text that files and pipes carry."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal

from maillage.table import Cell, Table


def text(value: Cell) -> str:
    """Return a cell as it is written: empty for an absent value, a number without exponent."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def as_csv(table: Table) -> str:
    """Return ``table`` as RFC 4180 has it, but with a line feed alone at the end of a line."""
    output = io.StringIO(newline="")
    writer = csv.writer(output, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([text(value) for value in row] for row in table.rows)
    return output.getvalue()


def as_json(table: Table) -> str:
    """Return ``table`` as a JSON list of its rows, each an object; a decimal is a number, whole where it is."""
    rows = [{name: _number(value) for name, value in row.items()} for row in table]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def _number(value: Cell) -> Cell:
    if not isinstance(value, Decimal):
        return value
    return int(value) if value == value.to_integral_value() else float(value)
