"""CSV: one file a table, described for Frictionless Data and for CSV on the Web."""

from __future__ import annotations

from pathlib import Path

from maillage.exports import csvw, datapackage
from maillage.exports.files import made, put
from maillage.exports.tidy import tidy_tables
from maillage.store import Endpoint
from maillage.table_text import as_csv


def write(store: Endpoint, dest: Path) -> None:
    """Write every tidy table and their descriptions into the folder ``dest``, which is made.

    Raises UsageError where that cannot be written.
    """
    tables = tidy_tables(store)
    folder = made(dest)
    for tidy in tables:
        put(folder / f"{tidy.name}.csv", [as_csv(tidy.table)])
    put(folder / "datapackage.json", [datapackage.describe(tables, datapackage.CSV)])
    put(folder / "csv-metadata.json", [csvw.describe(tables)])
