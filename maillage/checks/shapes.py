"""SHACL: one act's triples in, findings out. pySHACL is the reference implementation of the W3C recommendation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from pyshacl import validate
from rdflib import RDF, RDFS, SH, Graph, Literal, URIRef
from rdflib.term import Node

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
_OF_THE_MODEL = "ontology.ttl"


@cache
def shapes_graph() -> Graph:
    """Return every shape of shapes/*.ttl that judges acts, parsed once a process."""
    graph = Graph()
    for file in sorted(folder("shapes").glob("*.ttl")):
        if file.name != _OF_THE_MODEL:
            graph.parse(file, format="turtle")
    return graph


def model_shapes() -> Graph:
    """Return the shapes that judge the ontology and the thesauri themselves."""
    return Graph().parse(folder("shapes") / _OF_THE_MODEL, format="turtle")


def codes_of_group(group: str) -> frozenset[str]:
    """Return the codes of the constraints that the shapes put in ``group`` (sh:group), given by its IRI."""
    return frozenset(str(shape).rpartition("/")[2] for shape in shapes_graph().subjects(SH.group, URIRef(group)))


def judge(ntriples: str) -> tuple[Finding, ...]:
    """Validate one act (N-Triples, with the actors and territories it names) and return its findings in order."""
    data = Graph().parse(data=ntriples, format="nt")
    _, report, _ = validate(data, shacl_graph=shapes_graph(), inplace=True, allow_infos=True, allow_warnings=True)
    if not isinstance(report, Graph):
        raise TypeError(f"pySHACL returned no report graph: {report!r}")
    return tuple(sorted(_finding(data, report, result) for result in report.objects(None, SH.result)))


def _finding(data: Graph, report: Graph, result: Node) -> Finding:
    focus = report.value(result, SH.focusNode) or URIRef("")
    code = str(report.value(result, SH.sourceShape)).rpartition("/")[2]
    severity = SEVERITIES_OF_SHACL[report.value(result, SH.resultSeverity) or SH.Violation]
    messages = {m.language: str(m) for m in report.objects(result, SH.resultMessage) if isinstance(m, Literal)}
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
