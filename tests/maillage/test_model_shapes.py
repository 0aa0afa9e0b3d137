"""The ontology judged by its own shapes, as it is and damaged in each of the ways that they forbid."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import RDF, SH, SKOS, Graph, URIRef
from rdflib.term import Node

from maillage.checks.shapes import model_shapes
from maillage.places import folder

CASES = Path(__file__).resolve().parent.parent / "cases" / "shapes" / "ontologie"
DAMAGES = sorted(CASES.glob("*.ru"))
SHAPES = model_shapes()
NEAR = ("Convention", "theme/sante", "type-action/guichet-unique", "genre-acteur/caf")


@pytest.fixture(scope="module")
def ontology() -> Graph:
    graph = Graph()
    for file in sorted(folder("ontology").glob("*.ttl")):
        graph.parse(file, format="turtle")
    return graph


def codes(graph: Graph) -> set[str]:
    """Return the codes of what the shapes find in ``graph``."""
    _, report, _ = validate(graph, shacl_graph=SHAPES)
    assert isinstance(report, Graph)
    return {str(shape).rpartition("/")[2] for shape in report.objects(None, SH.sourceShape)}


def few(ontology: Graph) -> Graph:
    """Return the few terms and concepts that the damages touch, with all that they link to."""
    wanted: list[Node] = [URIRef(f"https://w3id.org/maillage/def/{name}") for name in NEAR]
    linked = [node for thing in wanted for node in ontology.objects(thing) if isinstance(node, URIRef)]
    graph = Graph()
    for thing in {*wanted, *linked, *ontology.subjects(RDF.type, SKOS.ConceptScheme)}:
        for triple in ontology.triples((thing, None, None)):
            graph.add(triple)
    return graph


def test_the_ontology_passes(ontology: Graph) -> None:
    assert codes(ontology) == set()


@pytest.mark.parametrize("damage", DAMAGES, ids=[file.stem for file in DAMAGES])
def test_the_damaged_ontology_fails(ontology: Graph, damage: Path) -> None:
    graph = few(ontology)
    assert damage.stem not in codes(graph)
    graph.update(damage.read_text("utf-8"))
    assert damage.stem in codes(graph)


def test_every_constraint_has_its_damage() -> None:
    constraints = {str(shape).rpartition("/")[2] for shape in SHAPES.subjects(SH.message)}
    assert constraints == {file.stem for file in DAMAGES}
