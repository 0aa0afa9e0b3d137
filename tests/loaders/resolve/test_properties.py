"""What holds of every name: keys are stable, slugs are clean, official names find themselves, nothing raises."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.resolve import Gazetteer, bare, convention_key, fold, slug, territory_slug
from loaders.resolve.persons import without_person
from maillage.reference import Territory, load

REFERENCE = load()
GAZETTEER = Gazetteer(REFERENCE)
FRENCH = st.text(st.sampled_from("abcdeéèêlmnorsstuàçœŒÉÀ'’-–/.,;:()[]&# 0123456789LACSDM\n"), max_size=40)
WORDS = st.lists(
    st.sampled_from(
        ["La", "les", "Caf", "de", "d'", "du", "Communes", "communauté", "CC", "Ville", "Saint", "-", "(", ")", "Mme",
         "Petit", "Calais", "Département", "Pays", "services", "Conseil", "agglo", "l’", "Opale", "RPE", "et", "CD62"]
    ),
    max_size=7,
).map(" ".join)  # fmt: skip
NAMES = st.text(max_size=40) | FRENCH | WORDS
TERRITORIES: st.SearchStrategy[Territory | None] = st.sampled_from(
    [
        None,
        REFERENCE.epcis["200072478"],
        REFERENCE.epcis["200054781"],
        REFERENCE.communes["59017"],
        REFERENCE.communes["97411"],
        REFERENCE.departements["62"],
        REFERENCE.departements["2A"],
        REFERENCE.regions["53"],
        Territory("epci", "000000000", "CC inconnue", "99"),
    ]
)


@given(NAMES)
def test_folding_twice_changes_nothing(name: str) -> None:
    assert fold(fold(name)) == fold(name)
    assert re.fullmatch(r"(?:[a-z0-9]+(?: [a-z0-9]+)*)?", fold(name))


@given(NAMES)
def test_a_slug_is_lower_case_ascii_words(name: str) -> None:
    for made in (slug(name), territory_slug(None, name), convention_key(None, name, "")):
        assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", made)


@given(NAMES)
def test_a_bare_name_only_loses_its_front_and_edges(name: str) -> None:
    assert bare(name) in " ".join(name.split())
    assert fold(name).endswith(fold(bare(name)))


@given(NAMES)
def test_leaving_persons_out_is_settled_at_once(name: str) -> None:
    once = without_person(name)
    assert without_person(once) == once


@settings(deadline=None)
@given(NAMES, TERRITORIES, st.dictionaries(NAMES, NAMES, max_size=2))
def test_the_gazetteer_never_raises(name: str, near: Territory | None, abbreviations: dict[str, str]) -> None:
    actor = GAZETTEER.actor(name, near, abbreviations)
    assert actor.code == "" or actor.kind in ("commune", "epci", "departement")
    assert actor.name in " ".join(name.split())
    found = GAZETTEER.territory(name, near)
    assert found is None or found.code
    GAZETTEER.departement(name)
    GAZETTEER.region(name)


@settings(deadline=None, max_examples=10)
@given(NAMES)
def test_the_same_question_has_the_same_answer(name: str) -> None:
    near = REFERENCE.epcis["200072478"]
    assert Gazetteer(REFERENCE).actor(name, near) == GAZETTEER.actor(name, near)


def test_every_commune_finds_itself_within_its_epci() -> None:
    astray = []
    for epci in REFERENCE.epcis.values():
        codes = {REFERENCE.former.get(code, code) for code in REFERENCE.members(epci.code)}
        members = [REFERENCE.communes[code] for code in sorted(codes)]
        names = [fold(member.name) for member in members]
        for member in members:
            found = GAZETTEER.commune(member.name, epci)
            expected = member if names.count(fold(member.name)) == 1 else None
            if found != expected and not (found is None and names.count(fold(member.name)) > 1):
                astray.append((epci.name, member.name, found))
    assert astray == []


@pytest.mark.parametrize("spelling", [str, str.upper, str.lower], ids=["as it is", "in capitals", "small"])
def test_every_lasting_epci_finds_itself_near_its_departement(spelling: Callable[[str], str]) -> None:
    lasting = {stay.siren for stay in REFERENCE.memberships() if stay.last is None}
    astray = []
    for siren in sorted(lasting):
        epci = REFERENCE.epcis[siren]
        found = GAZETTEER.epci(spelling(epci.name), REFERENCE.departements[epci.parent])
        if found != epci:
            astray.append((epci.name, found and found.name))
    assert astray == []


def test_every_departement_and_region_finds_itself() -> None:
    for area in REFERENCE.departements.values():
        assert GAZETTEER.departement(f"Conseil départemental de {area.name}") == area
        assert GAZETTEER.departement(area.name.upper()) == area
    for area in REFERENCE.regions.values():
        assert GAZETTEER.region(f"Région {area.name}") == area
