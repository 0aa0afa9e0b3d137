"""The ontology under an OWL 2 DL reasoner (HermiT): consistent, no class that nothing can be, and no act against it."""

from __future__ import annotations

import shutil
from pathlib import Path

import owlready2
import pytest
from rdflib import OWL, RDF, XSD, Graph, Literal, URIRef

from maillage import facts_file
from maillage.classification import classify
from maillage.graph import act_quads, actor_quads
from maillage.places import folder
from maillage.vocabulary import ELI, M
from tests.needed import missing

ACT = Path(__file__).resolve().parents[2] / "cases" / "shapes" / "valid.jsonl"
BEYOND_OWL = (XSD.date, XSD.gYear, XSD.gYearMonth)


@pytest.fixture(scope="module")
def java() -> None:
    """The reasoner runs in Java; where it is not a test fails under CI and is skipped elsewhere."""
    if shutil.which("java") is None:
        missing("Java", "apt-get install default-jre-headless")


@pytest.fixture(scope="module")
def ontology() -> Graph:
    graph = Graph()
    for file in sorted(folder("ontology").glob("*.ttl")):
        graph.parse(file, format="turtle")
    return graph


def unsatisfiable(graph: Graph, place: Path) -> set[str]:
    """Return the classes that nothing can be. Raises OwlReadyInconsistentOntologyError for what contradicts itself."""
    file = place / "ontology.nt"
    graph.serialize(file, format="nt", encoding="utf-8")
    world = owlready2.World()
    loaded = world.get_ontology(file.as_uri()).load()
    with loaded:
        owlready2.sync_reasoner_hermit(world, infer_property_values=False, debug=0)
    return {str(found.iri) for found in world.inconsistent_classes()} - {str(OWL.Nothing)}


def act() -> Graph:
    """Return an act that has every kind of fact, without the dates, whose datatypes OWL 2 does not have."""
    source, facts = facts_file.loads(ACT.read_text("utf-8"))
    quads = [*act_quads(source, (*facts, *classify(facts)), None), *actor_quads(facts)]
    whole = Graph().parse(data="\n".join(f"{quad[: quad.rindex(' <')]} ." for quad in quads), format="nt")
    for triple in list(whole):
        if isinstance(triple[2], Literal) and triple[2].datatype in BEYOND_OWL:
            whole.remove(triple)
    return whole


@pytest.mark.usefixtures("java")
def test_every_class_can_have_a_member_and_no_act_contradicts_the_ontology(ontology: Graph, tmp_path: Path) -> None:
    assert unsatisfiable(ontology + act(), tmp_path) == set()


@pytest.mark.usefixtures("java")
def test_a_class_that_nothing_can_be_is_noticed(ontology: Graph, tmp_path: Path) -> None:
    damaged = ontology + Graph()
    damaged.add((URIRef(M.Acte), OWL.disjointWith, URIRef(ELI.LegalResource)))
    assert unsatisfiable(damaged, tmp_path) == {M.Acte}


@pytest.mark.usefixtures("java")
def test_an_act_against_the_ontology_is_noticed(ontology: Graph, tmp_path: Path) -> None:
    damaged = ontology + act()
    thing = URIRef("urn:both")
    damaged.add((thing, RDF.type, URIRef(M.Convention)))
    damaged.add((thing, RDF.type, URIRef(M.Avenant)))
    with pytest.raises(owlready2.OwlReadyInconsistentOntologyError):
        unsatisfiable(damaged, tmp_path)
