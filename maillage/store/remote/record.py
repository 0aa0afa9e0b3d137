"""What a server has been sent, kept on the server itself, in a graph of its own: a line a graph.

So whoever publishes next, from any machine, knows what is there; and what was being sent when all stopped is known too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pyoxigraph as ox

from maillage.graph import PUBLICATION
from maillage.store.manifest import GraphEntry
from maillage.vocabulary import DCTERMS

PENDING = GraphEntry("en-cours", 0)
"""A graph that is being sent: whatever is there is not whole."""

Record = Mapping[str, GraphEntry]


def lines(record: Record) -> list[str]:
    """Return ``record`` as sorted N-Triples lines."""
    texts = (f"{entry.sha256} {entry.quads} {graph}" for graph, entry in record.items())
    return sorted(f"<{PUBLICATION}> <{DCTERMS.identifier}> {ox.Literal(text)} ." for text in texts)


def read(content: bytes) -> dict[str, GraphEntry]:
    """Return the record that was written; lines that are none of ours are left out.

    A graph that was sent has its line beside that which said that it would be.
    """
    found: dict[str, GraphEntry] = {}
    for graph, entry in _entries(content):
        if graph not in found or entry != PENDING:
            found[graph] = entry
    return found


def _entries(content: bytes) -> Iterable[tuple[str, GraphEntry]]:
    try:
        triples = [quad.triple for quad in ox.parse(content, format=ox.RdfFormat.TURTLE, lenient=True)]
    except SyntaxError:
        return
    for triple in triples:
        parts = triple.object.value.split(" ", 2) if isinstance(triple.object, ox.Literal) else []
        if len(parts) == 3 and parts[1].isdecimal():
            yield parts[2], GraphEntry(parts[0], int(parts[1]))
