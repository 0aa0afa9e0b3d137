"""Every constraint of the shapes, with a graph that passes and the same graph damaged so that it fails.

Both engines judge every case: the fast one is trusted because it finds what the reference finds.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from rdflib import SH, Graph

from maillage.checks import engines, reference, rudof, shapes
from maillage.checks.engines import Result, shapes_text
from maillage.checks.shapes import judge, shapes_graph

CASES = Path(__file__).resolve().parent.parent / "cases"
DAMAGES = sorted((CASES / "shapes").glob("*.ru"))
IDS = [file.stem for file in DAMAGES]
# rudof knows no look-ahead: it refuses the shapes, and pySHACL judges.
LOOK_AHEAD = """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix e: <https://e/> .
e:node a sh:NodeShape ; sh:targetSubjectsOf e:says ; sh:property e:no-x .
e:no-x a sh:PropertyShape ; sh:path e:says ; sh:pattern "^(?!x)" ."""


@cache
def damaged(valid: str, damage: Path) -> str:
    graph = Graph().parse(data=valid, format="nt")
    graph.update(damage.read_text("utf-8"))
    return graph.serialize(format="nt")


@cache
def expected(valid: str, damage: Path) -> frozenset[Result]:
    return reference.validate(damaged(valid, damage), shapes_text())


def test_the_valid_act_passes(valid: str) -> None:
    assert judge(valid) == ()
    assert reference.validate(valid, shapes_text()) == rudof.validate(valid, shapes_text()) == frozenset()


@pytest.mark.parametrize("damage", DAMAGES, ids=IDS)
def test_the_damaged_act_fails(valid: str, damage: Path) -> None:
    assert damage.stem in {shape.rpartition("/")[2] for _, shape in expected(valid, damage)}


@pytest.mark.parametrize("damage", DAMAGES, ids=IDS)
def test_the_fast_engine_finds_the_same(valid: str, damage: Path) -> None:
    assert rudof.validate(damaged(valid, damage), shapes_text()) == expected(valid, damage)


@pytest.mark.parametrize("damage", DAMAGES, ids=IDS)
def test_a_finding_says_the_same_from_the_surroundings_as_from_the_whole_act(
    valid: str, damage: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = judge(damaged(valid, damage))
    assert found
    monkeypatch.setattr(shapes, "surroundings", lambda ntriples, _nodes, _terms: ntriples)
    assert judge(damaged(valid, damage)) == found


def test_every_constraint_has_its_damage() -> None:
    constraints = {str(shape).rpartition("/")[2] for shape in shapes_graph().subjects(SH.message)}
    assert constraints == {file.stem for file in DAMAGES}


def test_the_reference_judges_where_the_fast_engine_is_missing(valid: str, monkeypatch: pytest.MonkeyPatch) -> None:
    found, versions = judge(damaged(valid, DAMAGES[0])), engines.versions()
    monkeypatch.setattr(engines, "_FAST", "an engine that nobody has")
    assert not engines.is_fast()
    assert judge(damaged(valid, DAMAGES[0])) == found
    assert engines.versions() != versions


@pytest.mark.parametrize(("said", "wrong"), [("x", {("https://e/a", "https://e/no-x")}), ("y", set())])
def test_the_reference_judges_what_the_fast_engine_refuses(
    said: str, wrong: set[Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    act = f'<https://e/a> <https://e/says> "{said}" .\n'
    with pytest.raises(rudof.Refused):
        rudof.validate(act, LOOK_AHEAD)
    monkeypatch.setattr(engines, "shapes_text", lambda: LOOK_AHEAD)
    assert engines.results(act) == wrong
