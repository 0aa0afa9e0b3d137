"""The network as files of other tools: GEXF (Gephi) and GraphML. No clock, nothing that XML cannot carry."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from io import BytesIO
from xml.etree import ElementTree

import networkx as nx

from viz.network import Graph, Link, Node, links, nodes

_NOT_IN_XML = re.compile(r"[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")
"""Characters that no XML 1.0 document may hold (its production 2)."""

_ENDS = ("iri", "source", "target")


def exchange(graph: Graph, output_format: str) -> str:
    """Return ``graph`` in ``output_format`` (``graphml`` or ``gexf``); an edge's ``amount`` is a number of euros."""
    return as_file(nodes(graph), links(graph), output_format)


def as_file(found: Iterable[Node], joined: Iterable[Link], output_format: str) -> str:
    """Return these nodes and links, in their order, in ``output_format`` (``graphml`` or ``gexf``)."""
    clean = _clean(found, joined)
    return _graphml(clean) if output_format == "graphml" else _gexf(clean)


def _graphml(graph: Graph) -> str:
    output = BytesIO()
    nx.write_graphml_xml(graph, output, named_key_ids=True)
    return output.getvalue().decode("utf-8") + "\n"


def _gexf(graph: Graph) -> str:
    """Write GEXF without the day on which it is written, which is not in the graph."""
    namespace = "{http://www.gexf.net/1.2draft}"
    ElementTree.register_namespace("", namespace[1:-1])
    tree = ElementTree.fromstring("\n".join(nx.generate_gexf(graph)))  # noqa: S314 - our own text
    for meta in tree.iter(f"{namespace}meta"):
        meta.attrib.pop("lastmodifieddate", None)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(tree, encoding="unicode") + "\n"


def _clean(found: Iterable[Node], joined: Iterable[Link]) -> Graph:
    """Return the graph with texts that XML can hold and amounts as numbers."""
    clean: Graph = nx.MultiDiGraph()
    for node in found:
        clean.add_node(node.iri, **_texts(asdict(node)))
    for link in joined:
        amount = {} if link.amount is None else {"amount": float(link.amount)}
        clean.add_edge(link.source, link.target, **_texts(asdict(link)), themes=";".join(link.themes), **amount)
    return clean


def _texts(values: Mapping[str, object]) -> dict[str, str]:
    """Return the texts of a node or a link, less its ends, as XML can hold them."""
    texts = {name: value for name, value in values.items() if isinstance(value, str) and name not in _ENDS}
    return {name: _NOT_IN_XML.sub("", value) for name, value in texts.items()}
