"""Turtle: the union of the named graphs."""

from __future__ import annotations

from pathlib import Path

from maillage.exports.files import put
from maillage.store import Graph


def write(store: Graph, dest: Path) -> None:
    """Write the union of the graphs to the file ``dest``. Raises UsageError where that cannot be written."""
    put(dest, store.dump_turtle())
