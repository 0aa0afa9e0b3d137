"""Classification, measured on titles labelled by hand, and each of its rules on titles where it decides."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest

from maillage.classification import classify, concepts
from maillage.classification.triggers import content, contrary
from maillage.facts import Equipment, Fact, Fiche, FicheItem, Place, PlanNode, Span, TypeDecision
from maillage.thesauri import by_id

SETS = ("intitules", "inedits", "temoins")
CASES = Path(__file__).resolve().parents[2] / "cases" / "classification"
# ``temoins`` are titles written last, by which nothing was changed: they tell how far the rules carry.
MEASURES = {("intitules",): (0.9, 0.85), ("inedits",): (0.9, 0.85), ("temoins",): (0.8, 0.75), SETS: (0.9, 0.85)}
PLACE = Place("acte", (Span(3, 3),))


class Title(NamedTuple):
    """A title and its types."""

    text: str
    types: frozenset[str]


def titles(*names: str) -> list[Title]:
    """Return the titles of those files, with the types that a reader gives them."""
    rows: list[Title] = []
    for name in names:
        with (CASES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            rows += (
                Title(row["intitule"], frozenset(row["types"].split())) for row in csv.DictReader(file, delimiter=";")
            )
    return rows


def told(text: str, *themes: str) -> dict[str, str]:
    return {found.concept.id: found.words for found in concepts("types-action", text, themes)}


def measured(labelled: list[Title]) -> tuple[float, float]:
    """Return the precision and the recall over all assignments."""
    found = [(title.types, frozenset(told(title.text))) for title in labelled]
    right = sum(len(wanted & got) for wanted, got in found)
    return right / sum(len(got) for _, got in found), right / sum(len(wanted) for wanted, _ in found)


@pytest.mark.parametrize("names", MEASURES, ids="-".join)
def test_titles_are_classified_with_precision_and_recall(names: tuple[str, ...]) -> None:
    reached, owed = measured(titles(*names)), MEASURES[names]
    assert reached >= owed
    assert reached[1] >= owed[1], reached


def test_no_word_rules_out_the_concept_that_it_names() -> None:
    for concept in by_id("types-action").values():
        named = [frozenset(stem for stem, _ in content(label)) for label in (concept.fr, *concept.labels)]
        assert all(group and not any(group <= name for name in named) for group in contrary(concept)), concept.id


def test_the_labelled_titles_are_many_and_their_types_exist() -> None:
    labelled = titles(*SETS)
    assert len({title.text for title in labelled}) == len(labelled) >= 200
    assert {name for title in labelled for name in title.types} <= set(by_id("types-action"))
    assert sum(not title.types for title in labelled) >= 15


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ouvrir un LAEP à Ici", {"lieu-accueil-enfants-parents": "LAEP"}),
        ("Ouvrir un R.P.E. à Ici", {"relais-petite-enfance": "R.P.E."}),
        ("Ouvrir un relais de la petite enfance", {"relais-petite-enfance": "relais de la petite enfance"}),
        ("le ram de papier", {}),
        ("Accueil sans RPE ni LAEP", {}),
        ("Une maison. Assistants maternels.", {}),
        ("Bourse au permis de conduire", {"aide-au-permis": "Bourse au permis"}),
        ("BOURSE AU PERMIS", {"aide-au-permis": "BOURSE AU PERMIS"}),
        ("Jeunesse", {"jeunesse": "Jeunesse"}),
        ("Jeunesse : le BAFA", {"bafa": "BAFA"}),
        ("", {}),
        ("…", {}),
    ],
)
def test_a_rule_decides(text: str, words: dict[str, str]) -> None:
    assert told(text) == words


def test_a_word_in_context_needs_the_theme() -> None:
    assert told("Créer un guichet unique") == {}
    assert told("Créer un guichet unique", "petite-enfance") == {"guichet-unique": "guichet unique"}
    assert told("Créer un guichet unique", "logement") == {}


def test_facts_are_classified_where_they_stand() -> None:
    facts: list[Fact] = [
        Fiche(place=PLACE, act=1, rule="r", convention="ici-2023", number="1", title="Créer un LAEP"),
        FicheItem(
            place=PLACE, act=1, rule="r", convention="ici-2023", fiche="1", kind="objectif", text="Aider les jeunes"
        ),
        FicheItem(
            place=PLACE, act=1, rule="r", convention="ici-2023", fiche="1", kind="objectif", text="Ouvrir un RPE"
        ),
        FicheItem(place=PLACE, act=1, rule="r", convention="ici-2023", fiche="1", kind="public", text="Les RPE"),
        PlanNode(place=PLACE, act=1, rule="r", convention="ici-2023", kind="enjeu", label="Le logement des jeunes"),
        PlanNode(place=PLACE, act=1, rule="r", convention="ici-2023", kind="action", label="Le logement des jeunes"),
        Equipment(
            place=PLACE, act=1, rule="r", convention="ici-2023", supporter="Ici", type="Crèche", name="Les Lutins"
        ),
    ]
    made = classify(facts)
    assert [(one.scheme, one.concept, one.words, one.rule) for one in made] == [
        ("types-action", "lieu-accueil-enfants-parents", "LAEP", "classification.intitule"),
        ("types-action", "relais-petite-enfance", "RPE", "classification.objectif"),
        ("types-action", "logement-des-jeunes", "logement des jeunes", "classification.libelle"),
        ("types-equipement", "eaje", "Crèche", "classification.equipement"),
    ]
    assert {(one.place, one.tier, one.convention) for one in made} == {(PLACE, "derived", "ici-2023")}


@pytest.mark.parametrize(
    ("concept", "verdict", "types"),
    [
        ("lieu-accueil-enfants-parents", "non", ["relais-petite-enfance"]),
        ("relais-petite-enfance", "Non", ["lieu-accueil-enfants-parents"]),
        ("ludotheque", "oui", ["lieu-accueil-enfants-parents", "ludotheque", "relais-petite-enfance"]),
        ("lieu-accueil-enfants-parents", "oui", ["lieu-accueil-enfants-parents", "relais-petite-enfance"]),
        ("inconnu", "oui", ["lieu-accueil-enfants-parents", "relais-petite-enfance"]),
    ],
)
def test_a_person_decides(concept: str, verdict: str, types: list[str]) -> None:
    where = Place("acte", (Span(9, 9),))
    facts: list[Fact] = [
        Fiche(place=PLACE, act=1, rule="r", convention="ici-2023", number="1", title="Créer un LAEP"),
        FicheItem(
            place=PLACE, act=1, rule="r", convention="ici-2023", fiche="1", kind="objectif", text="Ouvrir un RPE"
        ),
        TypeDecision(
            place=where,
            act=1,
            rule="correction.add",
            correction="k",
            convention="ici-2023",
            title="créer un laep",
            concept=concept,
            verdict=verdict,
        ),
    ]
    made = classify(facts)
    assert [one.concept for one in made] == types
    added = [one for one in made if one.rule == "correction.add"]
    assert [(one.concept, one.place, one.correction) for one in added] == [("ludotheque", where, "k")][: len(added)]
    elsewhere = [replace(fact, convention="là-2023") if isinstance(fact, TypeDecision) else fact for fact in facts]
    assert len(classify(elsewhere)) == 2
