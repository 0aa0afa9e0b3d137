"""Official names in sentences: the legal form written out before them, whatever words and punctuation they hold."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from loaders.resolve import Gazetteer, fold
from loaders.resolve.legal import core
from loaders.words.departements import departement_of
from loaders.words.epci_names import epcis
from maillage import reference
from maillage.reference import Territory

_FORMS = {
    "CC": "Communauté de communes",
    "CA": "Communauté d'agglomération",
    "CU": "Communauté urbaine",
    "EPT": "Établissement public territorial",
}
_SMALL_FIRST = {"243100567"}  # its name begins with a common noun in lower case


@cache
def _gazetteer() -> Gazetteer:
    return Gazetteer(reference.load())


def _alone() -> list[Territory]:
    """Give the EPCI whose name is no other's."""
    every = list(reference.load().epcis.values())
    names = Counter(core(fold(epci.name)) for epci in every)
    return [epci for epci in every if names[core(fold(epci.name))] == 1 and epci.code not in _SMALL_FIRST]


def _written_out(epci: Territory) -> str:
    form = _FORMS.get(epci.nature, "")
    return " ".join((form, epci.name.removeprefix(f"{epci.nature} "))).strip()


@pytest.mark.parametrize("sentence", ["Entre la {}, représentée par M. Vial, et la Caf", "La Caf et la {} - CTG 2023"])
def test_every_epci_is_found_by_its_name_in_a_sentence(sentence: str) -> None:
    missed = []
    for epci in _alone():
        near = reference.load().departements.get(epci.parent)
        found = [named.territory.code for named in epcis(sentence.format(_written_out(epci)), _gazetteer(), near)]
        if found[:1] != [epci.code]:
            missed.append((epci.name, found))
    assert missed == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("La Caf du Puy-de-Dôme signe.", "63"),
        ("La Caf Deux-Sèvres signe.", "79"),
        ("DÉPARTEMENT : LOIRET", "45"),
        ("La Caf de La Réunion signe.", "974"),
        ("12 rue du Port, 97122 Baie-Mahault", "971"),
        ("La Caf est là, la ville aussi.", ""),
    ],
)
def test_the_departement_that_a_text_speaks_of(text: str, code: str) -> None:
    found = departement_of(text, _gazetteer())
    assert (found.code if found else "") == code
