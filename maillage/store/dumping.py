"""The bytes of a graph: its triples as sorted N-Triples lines."""

from __future__ import annotations

import pyoxigraph as ox


def graph_lines(store: ox.Store, graph: str) -> list[str]:
    """Return the triples of the named ``graph`` as sorted N-Triples lines, each ending with `` .``."""
    dumped = store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.NamedNode(graph)) or b""
    return sorted(dumped.decode("utf-8").rstrip("\n").split("\n")) if dumped else []
