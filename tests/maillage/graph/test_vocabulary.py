"""The generated modules: the same ontology gives the same bytes, and they hold what the ontology declares."""

from __future__ import annotations

import runpy
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from maillage import vocabulary
from maillage.thesauri import SCHEMES

ROOT = Path(__file__).resolve().parents[3]
generated: Callable[[], Mapping[Path, str]] = runpy.run_path(str(ROOT / "scripts" / "generate_vocabulary.py"))[
    "generated"
]


def test_regeneration_gives_the_same_bytes() -> None:
    for path, text in generated().items():
        assert path.read_text("utf-8") == text, f"{path.name}: python scripts/generate_vocabulary.py"


def test_a_constant_is_its_iri() -> None:
    assert vocabulary.M.Convention == f"{vocabulary.DEF}Convention"
    assert vocabulary.M.convention == f"{vocabulary.DEF}convention"
    assert vocabulary.SKOS.altLabel == "http://www.w3.org/2004/02/skos/core#altLabel"


def test_concepts_come_in_the_order_of_their_notations() -> None:
    assert [concept.id for concept in SCHEMES["genres-noeud"]] == ["socle", "enjeu", "objectif", "action", "activite"]
    assert SCHEMES["themes"][0].id == "petite-enfance"


@pytest.mark.parametrize("scheme", sorted(SCHEMES))
def test_a_concept_knows_the_one_above_it(scheme: str) -> None:
    ids = {concept.id for concept in SCHEMES[scheme]}
    assert all(concept.broader in {"", *ids} for concept in SCHEMES[scheme])
    assert all(concept.iri.endswith(f"/{concept.id}") for concept in SCHEMES[scheme])


@pytest.mark.parametrize(
    ("scheme", "values"),
    [
        (
            "genres-acteur",
            "caf msa departement epci commune etat cpam operateur service association equipement groupe poste",
        ),
        ("natures-acte", "deliberation convention avenant rapport"),
        ("genres-noeud", "socle enjeu objectif action activite"),
        ("genres-element", "objectif public modalite resultat indicateur diagnostic"),
        ("periodicites", "an mois unique convention"),
    ],
)
def test_a_scheme_holds_the_values_of_the_tables(scheme: str, values: str) -> None:
    assert {concept.id for concept in SCHEMES[scheme]} == set(values.split())
