"""The key of a convention and its period, whatever the words by which an act tells them.

A case of ``tests/cases/readers/keys`` is a short act of our own wording (real official names), and what it must give.
Where a file has a ``head``, a case has but what stands below it.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import NotRequired, TypedDict

import pytest

from loaders.reading import read
from loaders.resolve import Gazetteer
from maillage import reference
from maillage.facts import Convention, Doubt

_CASES = Path(__file__).resolve().parent.parent / "cases" / "readers" / "keys"
_TITLE = "Convention territoriale globale"
_ADOPTED = """
# COMMUNAUTÉ DE COMMUNES DU THOUARSAIS
# Extrait du registre des délibérations du conseil communautaire
Séance du 12 mars 2023
Délibération n° 2023-12
Objet : Convention territoriale globale 2023-2027

La Communauté de communes du Thouarsais et la Caf ont signé le 4 juin 2019 une première
convention territoriale globale, pour la période du 1er janvier 2019 au 31 décembre 2022.

Après en avoir délibéré, le conseil communautaire autorise le Président à signer la convention
territoriale globale 2023-2027.

# CONVENTION TERRITORIALE GLOBALE 2023-2027

Entre :
- la Caisse d'allocations familiales des Deux-Sèvres, représentée par sa directrice, Madame Line Broc,
- la Communauté de communes du Thouarsais, représentée par son président, Monsieur Paul Vair,

## Préambule
{told}
"""


class Case(TypedDict):
    """An act and its convention; where they matter its ``code``, the day ``signed_on``, and the ``doubts``."""

    name: str
    convention: str
    start: str
    end: str
    text: NotRequired[str]
    title: NotRequired[str]
    body: NotRequired[str]
    code: NotRequired[str]
    signed_on: NotRequired[str]
    doubts: NotRequired[list[str]]


def cases() -> list[Case]:
    """Give the cases of all files, each with its whole text."""
    found: list[Case] = []
    for file in sorted(_CASES.glob("*.toml")):
        told = tomllib.loads(file.read_text("utf-8"))
        head: str = told.get("head", "")
        for case in told["case"]:
            case["text"] = case.get("text") or head.format(title=case.get("title", _TITLE)) + case["body"]
            found.append(case)
    return found


def name_of(case: Case) -> str:
    """Return the name of a case."""
    return case["name"]


@cache
def _gazetteer() -> Gazetteer:
    return Gazetteer(reference.load())


@pytest.mark.parametrize("case", cases(), ids=name_of)
def test_key(case: Case, tmp_path: Path) -> None:
    """The one convention of the act that is not over has the key and the period that the case gives."""
    path = tmp_path / "acte.md"
    path.write_text(case.get("text", ""), "utf-8")
    facts = read(path, _gazetteer()).facts
    told = [fact for fact in facts if isinstance(fact, Convention) and fact.status != "échue"]
    assert [(fact.convention, fact.start, fact.end) for fact in told] == [
        (case["convention"], case["start"], case["end"])
    ]
    assert [fact.territory_code for fact in told] == [case.get("code", told[0].territory_code)]
    assert [fact.signed_on for fact in told] == [case.get("signed_on", told[0].signed_on)]
    periods = [fact.code for fact in facts if isinstance(fact, Doubt) and fact.code.startswith("periodes-")]
    assert periods == case.get("doubts", [])


@pytest.mark.parametrize(
    ("told", "days"),
    [
        ("La convention territoriale globale 2019-2022 est arrivée à échéance.", ["2019-06-04"]),
        (
            "La convention territoriale globale 2019-2022, signée le 5 juin 2019, est arrivée à échéance.",
            ["2019-06-04", "2019-06-05"],
        ),
    ],
)
def test_a_convention_that_is_over_is_signed_on_the_day_that_one_of_the_acts_tells(
    told: str, days: list[str], tmp_path: Path
) -> None:
    """What the contract says of the one before it without a day is what the deliberation says with it."""
    path = tmp_path / "acte.md"
    path.write_text(_ADOPTED.format(told=told), "utf-8")
    facts = read(path, _gazetteer()).facts
    signed = [fact.signed_on for fact in facts if isinstance(fact, Convention) and fact.convention == "thouarsais-2019"]
    assert sorted(signed) == days
