"""Every constraint of the shapes, with a graph that passes and the same graph damaged so that it fails."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import SH, Graph

from maillage import facts_file
from maillage.checks.acts import acts, view
from maillage.checks.shapes import judge, shapes_graph
from maillage.classification import classify
from maillage.graph import act_quads, actor_quads, ontology_quads, reference_quads
from maillage.reference import load
from maillage.store import Store

CASES = Path(__file__).resolve().parent.parent / "cases" / "shapes"
DAMAGES = sorted(CASES.glob("*.ru"))


@pytest.fixture(scope="module")
def valid() -> str:
    """The triples of an act that has every kind of fact and nothing wrong."""
    source, facts = facts_file.loads((CASES / "valid.jsonl").read_text("utf-8"))
    lines = [
        *act_quads(source, (*facts, *classify(facts)), None),
        *actor_quads(facts),
        *reference_quads(load()),
        *ontology_quads(),
    ]
    store = Store.memory(lines)
    (act,) = acts(store)
    return view(store, act)


def codes(ntriples: str) -> set[str]:
    return {finding.code for finding in judge(ntriples)}


def test_the_valid_act_passes(valid: str) -> None:
    assert judge(valid) == ()


@pytest.mark.parametrize("damage", DAMAGES, ids=[file.stem for file in DAMAGES])
def test_the_damaged_act_fails(valid: str, damage: Path) -> None:
    graph = Graph().parse(data=valid, format="nt")
    graph.update(damage.read_text("utf-8"))
    assert damage.stem in codes(graph.serialize(format="nt"))


def test_every_constraint_has_its_damage() -> None:
    shapes = shapes_graph()
    constraints = {str(shape).rpartition("/")[2] for shape in shapes.subjects(SH.message)}
    assert constraints == {file.stem for file in DAMAGES}
