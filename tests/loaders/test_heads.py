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
}


@pytest.mark.parametrize(("printed", "number"), _NUMBERS.items())
def test_the_number_of_a_deliberation(printed: str, number: str) -> None:
    head = read_head([Paragraph(passage(printed, 1))], "deliberation", Gazetteer(reference.load()), None)
    assert head.number.text == number
