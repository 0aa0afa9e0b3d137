"""Official names in sentences: the legal form written out before them, whatever words and punctuation they hold."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

import pytest

from loaders.readers.funding.mentions import mentions
from loaders.resolve import Gazetteer, fold
from loaders.resolve.legal import core, proper_words
from loaders.words.departements import departement_of
from loaders.words.epci_names import epcis
from loaders.words.lands import end_of_name, goes_on
from loaders.words.naming import territory_at
from maillage import reference
from maillage.reference import Territory

_FORMS = {
    "CC": "Communauté de communes",
    "CA": "Communauté d'agglomération",
    "CU": "Communauté urbaine",
    "EPT": "Établissement public territorial",
}
_ARTICLE = re.compile(r"^(?:(?:de la|du|des|de|la|le|les) |de l'|d'|l')?", re.IGNORECASE)
_PLAIN = re.compile(r"\w[\w '’-]+\w")
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


def _with_one_capital(epci: Territory) -> str:
    """Return a name of several words with a capital at its beginning alone: ``Coutances mer et bocage``."""
    form, name = _FORMS.get(epci.nature, ""), epci.name.removeprefix(f"{epci.nature} ")
    proper = _ARTICLE.sub("", name, count=1)
    joint = name.removesuffix(proper)
    several = len(proper_words(epci.name).split()) > 1 and _PLAIN.fullmatch(proper)
    return f"{form} {joint}{proper[:1]}{proper[1:].lower()}" if form and several else ""


def test_every_epci_is_found_whole_with_a_capital_at_its_beginning_alone() -> None:
    written = {epci: name for epci in _alone() if (name := _with_one_capital(epci))}
    missed = []
    for epci, name in written.items():
        near = reference.load().departements.get(epci.parent)
        found = next(epcis(f"Entre la {name} et la Caf", _gazetteer(), near), None)
        if found is None or (found.territory.code, found.printed) != (epci.code, name):
            missed.append((name, found and found.printed))
    assert missed == []
    assert len(written) > 600


def test_every_epci_of_several_parts_gives_under_its_whole_name() -> None:
    missed = []
    for epci in (one for one in _alone() if " - " in one.name and not set('(",') & set(one.name)):
        written = _written_out(epci).replace(" - ", " – ")
        printed = [one.printed for one in mentions(f"La {written} : 3 000 €")]
        if printed != [written]:
            missed.append((written, printed))
    assert missed == []


def _with_small_end(epci: Territory) -> str:
    """Return a name as acts print it, its last word in small letters where that is a land's adjective; else nothing."""
    before, _, last = _written_out(epci).rpartition(" ")
    return f"{before} {last.lower()}" if before and goes_on(before.split(" ")[-1], last.lower()) else ""


def test_every_land_is_found_with_its_adjective_in_small_letters() -> None:
    written = {epci: name for epci in _alone() if (name := _with_small_end(epci))}
    missed = []
    for epci, name in written.items():
        near = reference.load().departements.get(epci.parent)
        found = [named.territory.code for named in epcis(f"Entre la {name}, et la Caf", _gazetteer(), near)]
        if found[:1] != [epci.code]:
            missed.append((name, found))
    assert missed == []
    assert len(written) > 60


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        ("Pays mornantais signe", "Pays mornantais"),
        ("Val briard, représentée", "Val briard"),
        ("Vallée verte.", "Vallée verte"),
        ("Pays Basque", "Pays"),
        ("Pays afin de", "Pays"),
        ("Pays voisins", "Pays"),
        ("Pays et", "Pays"),
        ("Conseil mornantais", "Conseil"),
        ("Pays", "Pays"),
    ],
)
def test_where_the_name_of_a_land_ends(name: str, whole: str) -> None:
    assert name[: end_of_name(name, len(name.split(" ")[0]))] == whole


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


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("la CTG |de la ville de Calais et de la ville de Lens", "Calais"),
        ("les CTG de la ville de Calais et |de la ville de Lens", "Lens"),
        ("les CTG de la ville de Calais et |de la ville voisine", ""),
        ("la CTG |de Loudéac Communauté – Bretagne Centre", "CC Loudéac Communauté - Bretagne Centre"),
        ("la CTG |de Dinan Agglomération – Bretagne", "CA Dinan Agglomération"),
        ("la CTG |de la communauté de communes de la Dombes", "CC de la Dombes"),
        ("la CTG |de la période 2022-2026 de la ville de Calais", ""),
    ],
)
def test_a_territory_is_named_where_it_is_asked_for(text: str, name: str) -> None:
    start = text.index("|")
    found = territory_at(text.replace("|", ""), start, _gazetteer())
    assert (found.territory.name if found else "") == name
    assert found is None or found.start >= start


@pytest.mark.parametrize(
    ("text", "code"),
    [("PAYS DUNOIS", "242320109"), ("Le projet du DUNOIS", "241800424"), ("LE PROJET DU DUNOIS", "241800424")],
)
def test_a_name_in_capitals_is_taken_whole(text: str, code: str) -> None:
    near = reference.load().departements["23"]
    assert [named.territory.code for named in epcis(text, _gazetteer(), near)] == [code]


def test_an_epci_listed_behind_a_fund_says_nothing_of_the_land_of_that() -> None:
    departement = reference.load().departements["82"]
    listed = "la Caf de Tarn-et-Garonne, la Communauté de communes Terres des Confluences et la MSA"
    explained = "Terres des Confluences, communauté de communes, et la Caf"
    found = [[one.territory.code for one in epcis(text, _gazetteer(), departement)] for text in (listed, explained)]
    assert found == [["200066322"], ["200066322"]]
