"""Every constraint of the shapes, with a graph that passes and the same graph damaged so that it fails."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import SH, Graph

from maillage.checks.shapes import judge, shapes_graph

CASES = Path(__file__).resolve().parent.parent / "cases" / "shapes"
DAMAGES = sorted(CASES.glob("*.ru"))


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
