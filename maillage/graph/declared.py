"""The graphs that no act states: the ontology with its schemes, and the description of the dataset."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from maillage import __version__
from maillage.errors import DeclarationError
from maillage.graph import iris
from maillage.graph.nquads import Writer, literal, typed
from maillage.places import folder
from maillage.vocabulary import DCAT, DCTERMS, DEF, ELI, IGEO, OA, ORG, PROV, QB, SKOS, VOID, Datatype

if TYPE_CHECKING:  # rdflib takes long to load: only what reads Turtle waits for it
    from rdflib import Graph
    from rdflib.term import Node

_LICENCE = "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"
_FRENCH = "http://publications.europa.eu/resource/authority/language/FRA"
_TITLES = {
    "fr": "Maillage : les conventions de la politique sociale des territoires",
    "en": "Maillage: agreements of territorial social policy",
}
_DESCRIPTIONS = {
    "fr": "Qui s'engage, à quoi, dans quel rôle, avec quel argent, sur quel territoire, et où cela est écrit.",
    "en": "Who commits to what, in which role, with whose money, in which territory, and where that is written.",
}
_KEYWORDS = ("convention territoriale globale", "politique sociale", "Caf", "intercommunalité")
_BORROWED = (DCTERMS.title, ELI.amends, IGEO.Commune, OA.exact, ORG.memberOf, PROV.agent, QB.DataSet, SKOS.Concept)


def ontology_quads() -> Iterator[str]:
    """Give every file of ``ontology/`` as sorted N-Quads. Raises DeclarationError for one that cannot be read."""
    lines: set[str] = set()
    for file in sorted(folder("ontology").glob("*.ttl")):
        lines.update(f"{_triple(file, triple)} <{iris.ONTOLOGY}> ." for triple in _parsed(file))
    yield from sorted(lines)


def dataset_quads() -> Iterator[str]:
    """Give the description of the dataset in the terms of DCAT and VoID, as N-Quads."""
    writer, subject = Writer(iris.DATASET), f"{iris.BASE}jeu-de-donnees"
    writer.is_a(subject, DCAT.Dataset, VOID.Dataset)
    for language, title in _TITLES.items():
        writer.say(subject, DCTERMS.title, title, language)
        writer.say(subject, DCTERMS.description, _DESCRIPTIONS[language], language)
    for keyword in _KEYWORDS:
        writer.say(subject, DCAT.keyword, keyword, "fr")
    writer.say(subject, DCAT.version, __version__)
    writer.link(subject, DCTERMS.license, _LICENCE)
    writer.link(subject, DCTERMS.language, _FRENCH)
    writer.say(subject, VOID.uriSpace, iris.BASE)
    for term in _BORROWED:
        writer.link(subject, VOID.vocabulary, _namespace(term))
    writer.link(subject, VOID.vocabulary, DEF)
    writer.is_a(iris.FIGURES, QB.DataSet)
    writer.link(iris.FIGURES, QB.structure, f"{DEF}structure-chiffres")
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


def _namespace(term: str) -> str:
    return term[: max(term.rfind("#"), term.rfind("/")) + 1]
