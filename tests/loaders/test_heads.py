"""What the head of an act says of it, wherever it is printed: its kind, its number, its date."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TypedDict

import pytest

from loaders.acts.heads import read_head
from loaders.document import Paragraph, passage
from loaders.reading import read
from loaders.resolve import Gazetteer
from maillage import reference
from maillage.facts import Act


class _Case(TypedDict):
    text: str
    acts: list[str]


_NUMBERS = {
    "N° 01-2020 - Convention territoriale globale 2023-2027 avec la Caf": "01-2020",
    "DELIBERATION N° CC/20-167": "CC/20-167",
    "Délibération n° 2024-12": "2024-12",
    "N° de la délibération : 45": "45",
    "N° d'ordre : 12": "12",
    "DÉLIBÉRATION 2024 / 045": "2024 / 045",
    "EXTRAIT N° 2024-33 DU REGISTRE DES DÉLIBÉRATIONS": "2024-33",
    "Référence de l'acte : DEL 24-061": "DEL 24-061",
    "Réf : CM.24.06.08": "CM.24.06.08",
    "2024D45": "2024D45",
    "Délibération n° 2023 CP08 B 11 47 du 6 octobre 2023": "2023 CP08 B 11 47",
    "RAPPORT N° CP 23 10 208 : Convention territoriale globale": "CP 23 10 208",
    "Délibération n° AD 2023 / 11 / 04": "AD 2023 / 11 / 04",
    "2023 C07 018": "2023 C07 018",
    "CP 2023 118": "CP 2023 118",
    "DCM/2023/0118": "DCM/2023/0118",
    "Délibération n° 2023-41 CTG 2024-2028": "2023-41",
    "Délibération n° 12 14 juin 2023": "12",
    "2023 2027": "",
    "CTG 2023 2027": "",
    "Réf : art. 12": "",
    "Nos réf : AB du 24-06": "",
    "Extrait du registre pour la loi n° 2021-1109": "",
    "Convention territoriale globale : selon le marché n° 12 du conseil municipal de la commune": "",
    "DEL 2024-061 : Budget\nDEL 2024-062 : Avenant n° 2 à la CTG\nL’avenant n° 2 :": "DEL 2024-062",
}


@pytest.mark.parametrize(("printed", "number"), _NUMBERS.items())
def test_the_number_of_a_deliberation(printed: str, number: str) -> None:
    lines = [Paragraph(passage(text, line)) for line, text in enumerate(printed.split("\n"), 1)]
    head = read_head(lines, "deliberation", Gazetteer(reference.load()), None)
    assert head.number.text == number


_FILE = Path(__file__).resolve().parent.parent / "cases" / "readers" / "heads" / "heads.toml"
_CASES: dict[str, _Case] = tomllib.loads(_FILE.read_text("utf-8"))


@pytest.mark.parametrize("case", _CASES.values(), ids=_CASES.keys())
def test_the_acts_of_a_file(case: _Case, tmp_path: Path) -> None:
    path = tmp_path / "acte.md"
    path.write_text(case["text"], "utf-8")
    told = [fact for fact in read(path, Gazetteer(reference.load())).facts if isinstance(fact, Act)]
    assert [f"{act.kind}|{act.number}|{act.date}" for act in told] == case["acts"]
