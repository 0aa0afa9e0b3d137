"""JSON-LD: every named graph with what it describes, under one context, a thing a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from maillage.exports.files import put
from maillage.graph import jsonld
from maillage.store import Graph


def write(store: Graph, dest: Path) -> None:
    """Write the whole graph to the file ``dest``. Raises UsageError where that cannot be written."""
    put(dest, _document(store))


def _document(store: Graph) -> Iterator[str]:
    """Give the text a graph at a time, so that no more than one is held."""
    yield f'{{"@context": {_text(jsonld.context())},\n"@graph": ['
    between = "\n"
    for graph in store.graphs():
        described = ",\n".join(_text(node) for node in jsonld.nodes(store.lines(graph)))
        yield f'{between}{{"id": {_text(graph)}, "@graph": [\n{described}\n]}}'
        between = ",\n"
    yield "\n]}\n"


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
