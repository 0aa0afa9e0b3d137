"""What is doubtful of a document as a whole is told with its place, and only that."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.doubts import doubts
from loaders.reading import read
from loaders.resolve import Gazetteer
from maillage import reference
from maillage.facts import Act, CoveredCommune, Doubt, Equipment, Fact, Place, Signatory, Span

WHERE = Place("acte", (Span(7, 9),))
ROAD = """COMMUNE DES ROUSSES

Délibération n° 2023-12 du 14 mars 2023

Objet : réfection de la voirie

Après en avoir délibéré, le Conseil Municipal approuve les travaux.
"""


def act() -> Act:
    return Act(place=WHERE, act=1, rule="r", kind="deliberation")


def commune(name: str, code: str = "") -> CoveredCommune:
    return CoveredCommune(place=WHERE, act=1, rule="r", convention="c-2024", commune=name, commune_code=code)


def party(name: str, kind: str, code: str = "") -> Signatory:
    return Signatory(
        place=WHERE,
        act=1,
        rule="r",
        convention="c-2024",
        signed_act="convention",
        actor=name,
        actor_kind=kind,
        actor_code=code,
    )


def facility(town: str) -> Equipment:
    return Equipment(place=WHERE, act=1, rule="r", convention="c-2024", supporter="CC", name="Les Lutins", commune=town)


@pytest.mark.parametrize(
    ("facts", "codes"),
    [
        ([act()], ["document-sans-ctg"]),
        ([act(), commune("Saint-Denis")], ["nom-ambigu"]),
        ([commune("Saint-Denis", "93066")], []),
        ([commune("Nulle-Part-sur-Rien")], []),  # a shape tells it
        ([facility("Nulle-Part-sur-Rien")], ["nom-non-reconnu"]),
        ([facility("Saint-Denis")], ["nom-ambigu"]),
        ([party("Communauté de communes d'Ailleurs", "epci")], ["nom-non-reconnu"]),
        ([party("Redon Agglomération", "epci", "243500741")], []),
        ([party("Caf du Jura", "caf")], []),
    ],
)
def test_what_is_doubtful(facts: list[Fact], codes: list[str]) -> None:
    found = list(doubts(facts))
    assert [doubt.code for doubt in found] == codes
    assert all(doubt.place == WHERE and doubt.detail for doubt in found)


def test_a_document_about_no_convention_gives_its_act_and_says_so(tmp_path: Path) -> None:
    file = tmp_path / "voirie.md"
    file.write_text(ROAD, "utf-8")
    facts = read(file, Gazetteer(reference.load())).facts
    assert [fact.number for fact in facts if isinstance(fact, Act)] == ["2023-12"]
    assert [(fact.code, fact.subject) for fact in facts if isinstance(fact, Doubt)] == [("document-sans-ctg", "voirie")]
