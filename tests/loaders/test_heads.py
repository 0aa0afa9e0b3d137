"""The number that the head of a deliberation bears, wherever it is printed."""

from __future__ import annotations

import pytest

from loaders.acts.heads import read_head
from loaders.document import Paragraph, passage
from loaders.resolve import Gazetteer
from maillage import reference

_NUMBERS = {
    "N° 01-2020 - Convention territoriale globale 2023-2027 avec la Caf": "01-2020",
    "DELIBERATION N° CC/20-167": "CC/20-167",
    "Délibération n° 2024-12": "2024-12",
    "Convention territoriale globale : selon le marché n° 12 du conseil municipal de la commune": "",
    "DEL 2024-061 : Budget\nDEL 2024-062 : Avenant n° 2 à la CTG\nL’avenant n° 2 :": "DEL 2024-062",
}


@pytest.mark.parametrize(("printed", "number"), _NUMBERS.items())
def test_the_number_of_a_deliberation(printed: str, number: str) -> None:
    lines = [Paragraph(passage(text, line)) for line, text in enumerate(printed.split("\n"), 1)]
    head = read_head(lines, "deliberation", Gazetteer(reference.load()), None)
    assert head.number.text == number
