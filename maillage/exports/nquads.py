"""N-Quads: the whole graph, each act in its named graph, in order."""

from __future__ import annotations

from pathlib import Path

from maillage.exports.files import put
from maillage.store import Graph


def write(store: Graph, dest: Path) -> None:
    """Write the whole graph to the file ``dest`` as sorted N-Quads. Raises UsageError where that cannot be written."""
    put(dest, (f"{line}\n" for line in store.dump_nquads()))
