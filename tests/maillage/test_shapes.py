"""Every constraint of the shapes, with a graph that passes and the same graph damaged so that it fails.

A second engine, written by others in another language, finds the same in every case that it supports.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import pyrudof
import pytest
from pyshacl import validate
from rdflib import SH, Graph, URIRef

from maillage.checks.shapes import judge, shapes_graph

CASES = Path(__file__).resolve().parent.parent / "cases"
DAMAGES = sorted((CASES / "shapes").glob("*.ru"))
SHAPES = "https://w3id.org/maillage/shapes/"

Results = frozenset[tuple[str, str]]


def damaged(valid: str, damage: Path) -> Graph:
    graph = Graph().parse(data=valid, format="nt")
    graph.update(damage.read_text("utf-8"))
    return graph


@cache
def reference(valid: str, damage: Path) -> Results:
    """What pySHACL finds: each focus node with the code of the constraint."""
    _, report, _ = validate(damaged(valid, damage), shacl_graph=shapes_graph(), inplace=True)
    assert isinstance(report, Graph)
    results = report.objects(None, SH.result)
    return frozenset(
        (str(report.value(r, SH.focusNode)), str(report.value(r, SH.sourceShape)).removeprefix(SHAPES)) for r in results
    )


@cache
def unsupported() -> dict[str, str]:
    return tomllib.loads((CASES / "second_engine" / "sans.toml").read_text("utf-8"))


@cache
def supported_shapes() -> str:
    graph = Graph()
    for triple in shapes_graph():
        graph.add(triple)
    for code in unsupported():
        graph.remove((URIRef(SHAPES + code), None, None))
    for constraint in list(graph.subjects(SH.select, None)):
        graph.remove((constraint, None, None))
    return graph.serialize(format="turtle")


def second(graph: Graph) -> Results:
    """What the second engine finds."""
    session = pyrudof.Rudof(pyrudof.RudofConfig())
    session.read_shacl(supported_shapes())
    session.read_data(graph.serialize(format="nt"), pyrudof.RDFFormat.NTriples)
    report = session.validate_shacl()
    return frozenset((str(entry.focus_node), str(entry.source_shape).removeprefix(SHAPES)) for entry in report)


def test_the_valid_act_passes(valid: str) -> None:
    assert judge(valid) == ()
    assert second(Graph().parse(data=valid, format="nt")) == frozenset()


@pytest.mark.parametrize("damage", DAMAGES, ids=[file.stem for file in DAMAGES])
def test_the_damaged_act_fails(valid: str, damage: Path) -> None:
    assert damage.stem in {code for _, code in reference(valid, damage)}


@pytest.mark.parametrize("damage", DAMAGES, ids=[file.stem for file in DAMAGES])
def test_the_second_engine_finds_the_same(valid: str, damage: Path) -> None:
    expected = {(focus, code) for focus, code in reference(valid, damage) if code not in unsupported()}
    assert second(damaged(valid, damage)) == expected


def test_every_constraint_has_its_damage() -> None:
    shapes = shapes_graph()
    constraints = {str(shape).rpartition("/")[2] for shape in shapes.subjects(SH.message)}
    assert constraints == {file.stem for file in DAMAGES}
    assert set(unsupported()) <= constraints
