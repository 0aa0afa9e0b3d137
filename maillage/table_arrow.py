"""Tables as Apache Arrow: typed columns that pandas, polars, DuckDB and Parquet take as they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

import pyarrow as pa

from maillage.table import Cell, Table

_TYPES: Mapping[str, pa.DataType] = {
    "string": pa.string(),
    "date": pa.string(),  # cut to what is known, which no type of theirs allows
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
}


def as_arrow(table: Table, types: Mapping[str, str] | None = None) -> pa.Table:
    """Return ``table`` with a type a column: that of ``types`` (``integer``, ``number``...), or what its values are."""
    columns = list(zip(*table.rows, strict=True)) if table.rows else [()] * len(table.columns)
    named = zip(table.columns, columns, strict=True)
    return pa.table({name: _column(values, (types or {}).get(name, "")) for name, values in named})


def _column(values: Sequence[Cell], name: str) -> pa.Array:
    return pa.array([_value(value) for value in values], type=_TYPES[name or _inferred(values)])


def _inferred(values: Sequence[Cell]) -> str:
    """Return the narrowest type that holds every value."""
    kinds = {type(value) for value in values if value is not None}
    if kinds == {bool}:
        return "boolean"
    if kinds == {int}:
        return "integer"
    return "number" if kinds and kinds <= {int, float, Decimal} else "string"


def _value(value: Cell) -> str | int | float | bool | None:
    return float(value) if isinstance(value, Decimal) else value
