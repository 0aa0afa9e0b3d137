"""What leaves the store as files: one module a format, each with ``write(store, dest)``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maillage.store import Graph

FORMATS: Mapping[str, str] = {
    "csv": "csv_tables",
    "parquet": "parquet_tables",
    "xlsx": "workbook",
    "nq": "nquads",
    "ttl": "turtle",
    "jsonld": "jsonld",
    "scdl": "scdl",
}
"""The formats, each with the module that writes it; a module is loaded when its format is asked for."""


def write(store: Graph, output_format: str, dest: Path) -> None:
    """Write ``store`` to the file or folder ``dest``.

    Raises KeyError for an unknown format, UsageError where ``dest`` cannot be written, StoreError as the store does.
    """
    writer: Callable[[Graph, Path], None] = import_module(f"maillage.exports.{FORMATS[output_format]}").write
    writer(store, dest)
