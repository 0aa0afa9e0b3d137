"""Parquet: one typed file a table, with their description for Frictionless Data."""

from __future__ import annotations

from pathlib import Path

from pyarrow import parquet

from maillage.exports import datapackage
from maillage.exports.files import made, put, replacing
from maillage.exports.tidy import tidy_tables
from maillage.store import Endpoint
from maillage.table_arrow import as_arrow


def write(store: Endpoint, dest: Path) -> None:
    """Write every tidy table and ``datapackage.json`` into the folder ``dest``, which is made.

    Raises UsageError where that cannot be written.
    """
    tables = tidy_tables(store)
    folder = made(dest)
    for tidy in tables:
        with replacing(folder / f"{tidy.name}.parquet") as fresh:
            parquet.write_table(as_arrow(tidy.table, tidy.types), fresh, compression="zstd")
    put(folder / "datapackage.json", [datapackage.describe(tables, datapackage.PARQUET)])
