"""The bytes of graphs: sorted N-Triples lines, or Turtle."""

from __future__ import annotations

from collections.abc import Sequence

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
