"""The bytes of graphs: N-Quads going in, sorted N-Triples lines or Turtle coming out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from io import BytesIO

import pyoxigraph as ox

PREFIXES = {
    "dcterms": "http://purl.org/dc/terms/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "igeo": "http://rdf.insee.fr/def/geo#",
    "m": "https://w3id.org/maillage/def/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "qb": "http://purl.org/linked-data/cube#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""The short names of namespaces in Turtle."""

_STRETCH = 45_000_000
"""Bytes loaded at a time: some 250 MB of memory. Shorter stretches leave more to do for the final optimisation."""


def load(store: ox.Store, contents: Iterable[BytesIO]) -> None:
    """Load N-Quads, a stretch at a time: enough to be fast, bounded for the memory that the engine takes."""
    stretch = b""
    for content in contents:
        content.seek(0)
        while more := content.read(_STRETCH - len(stretch)):
            stretch += more + content.readline()
            if len(stretch) >= _STRETCH:
                store.bulk_load(input=stretch, format=ox.RdfFormat.N_QUADS, lenient=True)
                stretch = b""
    if stretch:
        store.bulk_load(input=stretch, format=ox.RdfFormat.N_QUADS, lenient=True)


def graph_lines(store: ox.Store, graph: str) -> list[str]:
    """Return the triples of the named ``graph`` as sorted N-Triples lines, each ending with `` .``."""
    dumped = store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.NamedNode(graph)) or b""
    return sorted(dumped.decode("utf-8").rstrip("\n").split("\n")) if dumped else []


def turtle(triples: Sequence[str]) -> str:
    """Return N-Triples lines, sorted by subject, as Turtle."""
    parsed = ox.parse("\n".join(triples), format=ox.RdfFormat.N_TRIPLES)
    written = ox.serialize((quad.triple for quad in parsed), format=ox.RdfFormat.TURTLE, prefixes=PREFIXES) or b""
    lines = written.decode("utf-8").split("\n")
    head = sum(line.startswith("@prefix") for line in lines[: len(PREFIXES)])
    return "\n".join(sorted(lines[:head]) + lines[head:])  # the engine writes the prefixes in any order


def triples_as(wanted: str, lines: Sequence[str]) -> str:
    """Return sorted N-Triples lines in a format: ``turtle``, ``ntriples`` or ``jsonld``."""
    if wanted == "turtle":
        return turtle(lines)
    if wanted == "ntriples":
        return "".join(f"{line}\n" for line in lines)
    from maillage.graph import jsonld  # rdflib takes long to load

    return json.dumps({"@context": jsonld.context(), "@graph": jsonld.nodes(lines)}, ensure_ascii=False) + "\n"
