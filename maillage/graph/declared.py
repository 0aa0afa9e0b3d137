"""The graph of the ontology with its schemes: what ``ontology/`` declares."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from maillage.errors import DeclarationError
from maillage.graph import iris
from maillage.graph.nquads import Writer, literal, typed
from maillage.places import folder
from maillage.thesauri import SCHEMES
from maillage.vocabulary import SKOS, Datatype

if TYPE_CHECKING:  # rdflib takes long to load: only what reads Turtle waits for it
    from rdflib import Graph
    from rdflib.term import Node


def ontology_quads() -> Iterator[str]:
    """Give every file of ``ontology/`` as sorted N-Quads. Raises DeclarationError for one that cannot be read."""
    lines: set[str] = set()
    for file in sorted(folder("ontology").glob("*.ttl")):
        lines.update(f"{_triple(file, triple)} <{iris.ONTOLOGY}> ." for triple in _parsed(file))
    yield from sorted(lines)


def name_quads() -> Iterator[str]:
    """Give the French names of every concept, as N-Quads: all that judging one document takes of the thesauri."""
    writer = Writer(iris.ONTOLOGY)
    for scheme in sorted(SCHEMES):
        for concept in SCHEMES[scheme]:
            for label in (concept.fr, *concept.labels):
                writer.say(concept.iri, SKOS.altLabel, label, "fr")
    yield from writer.lines


def _parsed(file: Path) -> Graph:
    from rdflib import Graph

    try:
        return Graph().parse(file, format="turtle")
    except (OSError, SyntaxError, IndexError) as error:  # rdflib raises IndexError where the text ends too soon
        raise DeclarationError(
            f"Turtle illisible ({error}) : corrigez le fichier.", f"unreadable Turtle ({error}): mend it.", file=file
        ) from error


def _triple(file: Path, triple: tuple[Node, Node, Node]) -> str:
    return " ".join(_term(file, node) for node in triple)


def _term(file: Path, node: Node) -> str:
    """Write a term. Raises DeclarationError for a blank node: everything in the graph has a name."""
    from rdflib import Literal, URIRef

    if isinstance(node, URIRef):
        return f"<{node}>"
    if isinstance(node, Literal):
        if node.datatype is not None:
            return typed(literal(str(node))[1:-1], Datatype(str(node.datatype)))
        return literal(str(node), node.language or "")
    raise DeclarationError(
        "un nœud sans nom n'a pas sa place ici : donnez-lui un IRI.", "a blank node: give it an IRI.", file=file
    )
