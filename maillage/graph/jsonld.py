"""Triples as JSON-LD that reads well: the names of ``ontology/context.jsonld`` in the stead of IRIs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache

from rdflib import Graph

from maillage.places import folder

Node = dict[str, object]


@cache
def context() -> Node:
    """Return the context: a short name for every term, with the type of its values."""
    declared: Node = json.loads((folder("ontology") / "context.jsonld").read_text("utf-8"))["@context"]
    return declared


def nodes(lines: Iterable[str]) -> list[Node]:
    """Return the things that ``lines`` (N-Triples) describe, in the names of ``context()`` and in order."""
    graph = Graph().parse(data="\n".join(lines), format="nt")
    written = json.loads(graph.serialize(format="json-ld", context=context(), auto_compact=True))
    described: list[Node] = written.get("@graph", [written])
    return sorted((_ordered(node) for node in described), key=lambda node: str(node.get("id", "")))


def _ordered(node: Node) -> Node:
    """Return a node without the context, its identifier first, its names and its several values in order."""
    names = sorted(node.keys() - {"@context"}, key=lambda name: (name != "id", name != "type", name))
    return {name: _sorted(node[name]) for name in names}


def _sorted(value: object) -> object:
    if isinstance(value, list):
        return sorted(value, key=lambda one: json.dumps(one, ensure_ascii=False, sort_keys=True))
    return value
