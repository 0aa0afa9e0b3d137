"""The ontology: every term explained in two languages, declared once, used, and within OWL 2 DL."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, BNode, Graph, Literal, URIRef
from rdflib.term import Node

from maillage.places import folder
from maillage.vocabulary import DEF

ROOT = Path(__file__).resolve().parents[3]
FILES = sorted(folder("ontology").glob("*.ttl"))
READERS = sorted(
    file for name in ("shapes", "queries") for end in ("ttl", "rq") for file in folder(name).rglob(f"*.{end}")
)
KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
PREFIX = re.compile(r"^\s*@?prefix\s+([\w-]+):\s*<([^>]+)>", re.MULTILINE | re.IGNORECASE)
RESERVED = tuple(str(namespace) for namespace in (RDF, RDFS, OWL, "http://www.w3.org/2001/XMLSchema#"))


def whole() -> Graph:
    graph = Graph()
    for file in FILES:
        graph.parse(file, format="turtle")
    return graph


ONTOLOGY = whole()
DECLARED = {str(term) for kind in KINDS for term in ONTOLOGY.subjects(RDF.type, kind)}
OWN = sorted(term for term in DECLARED if term.startswith(DEF))
SCHEMES = sorted(str(scheme) for scheme in ONTOLOGY.subjects(RDF.type, SKOS.ConceptScheme))
CONCEPTS = sorted(str(concept) for concept in ONTOLOGY.subjects(RDF.type, SKOS.Concept))


def languages(term: str, prop: URIRef) -> list[str]:
    return sorted(str(o.language) for o in ONTOLOGY.objects(URIRef(term), prop) if isinstance(o, Literal) and str(o))


def written(paths: list[Path]) -> dict[str, set[str]]:
    """Return the terms that Turtle and SPARQL files write, each with the files that do."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in paths:
        text = re.sub(r"^#.*$", "", path.read_text("utf-8"), flags=re.MULTILINE)
        for prefix, namespace in PREFIX.findall(text):
            for local in re.findall(rf"(?<![\w<:/-]){prefix}:(\w[\w-]*)", PREFIX.sub("", text)):
                found[namespace + local].add(path.name)
    return found


def in_code() -> set[str]:
    """Return the terms that code names by their constants."""
    prefixes = {prefix.replace("-", "").upper(): namespace for prefix, namespace in prefixes_of_ontology().items()}
    found: set[str] = set()
    for package in ("maillage", "viz"):
        for path in (ROOT / package).rglob("*.py"):
            if path.name != "vocabulary.py":
                names = re.findall(r"\b([A-Z]+)\.(\w+)", path.read_text("utf-8"))
                found.update(prefixes[prefix] + local for prefix, local in names if prefix in prefixes)
    return found


def prefixes_of_ontology() -> dict[str, str]:
    return {prefix: namespace for file in FILES for prefix, namespace in PREFIX.findall(file.read_text("utf-8"))}


@pytest.mark.parametrize("term", OWN)
@pytest.mark.parametrize("prop", [RDFS.label, SKOS.definition], ids=["label", "definition"])
def test_a_term_is_explained_in_french_and_english(term: str, prop: URIRef) -> None:
    assert languages(term, prop) == ["en", "fr"]


@pytest.mark.parametrize("term", OWN)
def test_a_term_has_an_example(term: str) -> None:
    assert languages(term, SKOS.example)


@pytest.mark.parametrize("term", OWN)
def test_a_class_is_upper_case_and_a_property_lower_case(term: str) -> None:
    local = term.removeprefix(DEF)
    assert re.fullmatch(r"[A-Za-z][A-Za-z0-9]*", local)
    assert local[0].isupper() == ((URIRef(term), RDF.type, OWL.Class) in ONTOLOGY)


def test_a_term_is_of_one_kind() -> None:
    kinds = {term: [kind for kind in KINDS if (URIRef(term), RDF.type, kind) in ONTOLOGY] for term in DECLARED}
    assert {term: found for term, found in kinds.items() if len(found) > 1} == {}


def test_every_term_that_the_ontology_writes_is_declared() -> None:
    nodes = {str(node) for triple in ONTOLOGY for node in triple[1:] if isinstance(node, URIRef)}
    known = {*DECLARED, *map(str, ONTOLOGY.subjects(RDF.type))}
    namespaces = tuple({term[: max(term.rfind("#"), term.rfind("/")) + 1] for term in DECLARED})
    strange = {node for node in nodes - known if node.startswith(namespaces)} - set(namespaces)
    assert {node for node in strange if not node.startswith(RESERVED)} == set()


def test_a_subproperty_is_of_the_kind_of_its_superproperty() -> None:
    def kind(term: Node) -> Node | None:
        return ONTOLOGY.value(term, RDF.type)

    pairs = ONTOLOGY.subject_objects(RDFS.subPropertyOf)
    assert [(str(sub), str(above)) for sub, above in pairs if kind(sub) != kind(above)] == []


def test_nothing_is_without_a_name() -> None:
    assert not any(isinstance(node, BNode) for triple in ONTOLOGY for node in triple)


def test_what_shapes_queries_and_code_use_is_declared() -> None:
    namespaces = (DEF, *(ns for ns in prefixes_of_ontology().values() if not ns.startswith((DEF, *RESERVED))))
    used = {term: where for term, where in written(READERS).items() if term.startswith(namespaces)}
    known = {*DECLARED, *CONCEPTS, *SCHEMES}
    assert {term: where for term, where in used.items() if term not in known} == {}


def test_what_is_declared_is_used() -> None:
    used = set(written(READERS)) | in_code()
    in_ontology = {str(node) for triple in ONTOLOGY for node in triple[1:]}
    assert [term for term in sorted(DECLARED - used - in_ontology) if not term.startswith(DEF)] == []
    above = {str(term) for prop in (RDFS.subClassOf, RDFS.subPropertyOf) for term in ONTOLOGY.objects(None, prop)}
    assert [term for term in OWN if term not in used | above] == []


@pytest.mark.parametrize("thing", [*SCHEMES, *CONCEPTS])
@pytest.mark.parametrize("prop", [SKOS.prefLabel, SKOS.definition], ids=["prefLabel", "definition"])
def test_a_scheme_and_a_concept_are_explained_in_french_and_english(thing: str, prop: URIRef) -> None:
    assert languages(thing, prop) == ["en", "fr"]


@pytest.mark.parametrize("concept", CONCEPTS)
def test_a_concept_stands_in_one_scheme_under_a_notation(concept: str) -> None:
    node = URIRef(concept)
    assert len(list(ONTOLOGY.objects(node, SKOS.inScheme))) == 1
    assert len(list(ONTOLOGY.objects(node, SKOS.notation))) == 1
    tops = list(ONTOLOGY.objects(node, SKOS.topConceptOf))
    assert len(tops) + len(list(ONTOLOGY.objects(node, SKOS.broader))) == 1
    assert all((top, SKOS.hasTopConcept, node) in ONTOLOGY for top in tops)


@pytest.mark.parametrize("concept", CONCEPTS)
def test_a_hierarchy_of_concepts_ends(concept: str) -> None:
    seen: list[Node] = [URIRef(concept)]
    while above := ONTOLOGY.value(seen[-1], SKOS.broader):
        assert above not in seen
        assert ONTOLOGY.value(above, SKOS.inScheme) == ONTOLOGY.value(seen[0], SKOS.inScheme)
        seen.append(above)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_notation_and_a_name_mean_one_concept_of_a_scheme(scheme: str) -> None:
    members = list(ONTOLOGY.subjects(SKOS.inScheme, URIRef(scheme)))
    for prop in (SKOS.notation, SKOS.prefLabel):
        values = [value for concept in members for value in ONTOLOGY.objects(concept, prop)]
        assert len(values) == len(set(values))
