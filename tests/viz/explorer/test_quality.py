"""What the checks found, told with what to do: each code that a question or a rule can give has its advice."""

from __future__ import annotations

import pytest

from maillage import graph
from maillage.checks.shapes import shapes_graph
from maillage.findings import Finding
from maillage.queries import questions_of
from maillage.store import Store
from tests.viz.conftest import COMMON, quads
from tests.viz.explorer.asking import Get, asking, found, text
from viz.explorer import app
from viz.explorer.advice import advice, advices

FINDINGS = (
    Finding(
        "signatures-contradictoires",
        "avertissement",
        "haut-jura-arcade-2024",
        "deux dates <b>de signature</b>",
        "two dates <b>of signature</b>",
        ("arcade-avenant-2025",),
        ("2",),
    ),
    Finding("acteur-sans-nom", "violation", "un acteur", "un acteur n'a pas de nom", "an actor has no name"),
)


@pytest.fixture(scope="module")
def get() -> Get:
    """What asks the explorer of two fictional conventions with two findings."""
    lines = [*quads(*sorted(COMMON.glob("*.jsonl"))), *graph.finding_quads(FINDINGS)]
    return asking(app(Store.memory(lines)))


def codes_of_rules() -> set[str]:
    return {str(shape).rpartition("/")[2] for shape in shapes_graph().subjects()}


def test_what_is_advised_is_what_can_be_found() -> None:
    asked = {question.name.rpartition("/")[2] for question in questions_of("constats")}
    named = [code for one in advices().values() for code in one.codes]
    assert len(named) == len(set(named))
    assert set(named) - asked - codes_of_rules() - {"numero-retabli"} == set()
    assert asked - set(named) == {"doutes-de-lecture"}  # its findings have the codes of the doubts


def test_the_gravest_comes_first_with_what_to_do(get: Get) -> None:
    page = get("/qualite")
    assert found(page, "//ul[@class='findings']/li/@class") == ["severity-violation", "severity-avertissement"]
    seen = text(page)
    assert "ne donnent pas la même date de signature" in seen
    assert advice("signatures-contradictoires").fr in seen
    assert advice("signatures-contradictoires").en in text(get("/qualite", accept_language="en"))


def test_the_findings_of_a_code_and_of_a_document(get: Get) -> None:
    for path in ("/qualite?code=signatures-contradictoires", "/qualite?document=arcade-avenant-2025"):
        page = get(path)
        assert "deux dates <b>de signature</b>" in text(page)
        assert "/doc/lieu/arcade-avenant-2025/2" in found(page, "//main//@href")
        assert "un acteur n'a pas de nom" not in text(page)
    assert "an actor has no name" in text(get("/qualite?code=acteur-sans-nom", accept_language="en"))
    assert "Aucun constat" in text(get("/qualite?document=rousses-deliberation-2023"))
