"""SHACL: one act's triples in, findings out, in the words of the shapes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from rdflib import RDF, RDFS, SH, Graph, Literal, URIRef
from rdflib.term import Node

from maillage.checks.engines import OF_THE_MODEL, results, shapes_text
from maillage.checks.surroundings import surroundings
from maillage.findings import Finding, Severity
from maillage.places import folder
from maillage.vocabulary import M

SEVERITIES_OF_SHACL: dict[Node, Severity] = {
    SH.Violation: "violation",
    SH.Warning: "avertissement",
    SH.Info: "information",
}
# What tells one focus node from another to a reader, the most telling first.
_NAMES = (M.numero, str(RDFS.label), M.acteurNom, M.communeNom, M.indicateur, M.instanceNom, M.texte)
_LONGEST_NAME = 60
# What names a thing from elsewhere in the act: an act of amendment is told apart by the convention that it amends.
_ANYWHERE = frozenset((M.modifie,))


@cache
def shapes_graph() -> Graph:
    """Return every shape of shapes/*.ttl that judges acts, parsed once a process."""
    return Graph().parse(data=shapes_text(), format="turtle")


def model_shapes() -> Graph:
    """Return the shapes that judge the ontology and the thesauri themselves."""
    return Graph().parse(folder("shapes") / OF_THE_MODEL, format="turtle")


def codes_of_group(group: str) -> frozenset[str]:
    """Return the codes of the constraints that the shapes put in ``group`` (sh:group), given by its IRI."""
    return frozenset(str(shape).rpartition("/")[2] for shape in shapes_graph().subjects(SH.group, URIRef(group)))


def judge(ntriples: str) -> tuple[Finding, ...]:
    """Validate one act (N-Triples, with the actors and territories it names) and return its findings in order."""
    found = results(ntriples)
    near = surroundings(ntriples, {node for node, _ in found}, _ANYWHERE) if found else ""
    data = Graph().parse(data=near, format="nt")
    return tuple(sorted(_finding(data, URIRef(node), URIRef(shape)) for node, shape in found))


def _finding(data: Graph, focus: Node, shape: Node) -> Finding:
    code = str(shape).rpartition("/")[2]
    shapes = shapes_graph()
    severity = SEVERITIES_OF_SHACL[shapes.value(shape, SH.severity) or SH.Violation]
    messages = {m.language: str(m) for m in shapes.objects(shape, SH.message) if isinstance(m, Literal)}
    places = sorted(set(_places(data, focus)))
    return Finding(
        code,
        severity,
        _subject(data, focus),
        messages.get("fr", code),
        messages.get("en", code),
        tuple(document for document, _ in places),
        tuple(lines for _, lines in places),
    )


def _subject(data: Graph, focus: Node) -> str:
    """Name ``focus`` for a reader: the convention's key and what tells it apart within, or the end of its IRI."""
    convention = data.value(focus, URIRef(M.convention)) or _amended(data, focus) or focus
    key = data.value(convention, URIRef(M.cle))
    names = (data.value(focus, URIRef(term)) for term in _NAMES)
    name = next((str(name)[:_LONGEST_NAME] for name in names if name is not None), "")
    parts = [str(key) if key else "", name if convention != focus else ""]
    return "/".join(part for part in parts if part) or name or str(focus).rpartition("/id/")[2]


def _amended(data: Graph, focus: Node) -> Node | None:
    """Return the convention that the act ``focus`` amends: the avenants of several may bear one number."""
    if (focus, RDF.type, URIRef(M.Acte)) not in data:
        return None
    return min(data.objects(None, URIRef(M.modifie)), key=str, default=None)


def _places(data: Graph, focus: Node) -> Iterator[tuple[str, str]]:
    """Give (document stem, lines) of ``focus``, or, for an entity, of the statements about it."""
    yield from _own_places(data, (focus,))
    if (focus, URIRef(M.lieu), None) not in data:
        yield from _own_places(data, data.subjects(None, focus))


def _own_places(data: Graph, nodes: Iterable[Node]) -> Iterator[tuple[str, str]]:
    for node in nodes:
        for place in data.objects(node, URIRef(M.lieu)):
            document, lines = data.value(node, URIRef(M.document)), data.value(place, URIRef(M.lignes))
            yield str(document or "").rpartition("/")[2], str(lines or "")
