"""The official territories: what ships is whole, years are answered from the nearest vintage, damage is named."""

from __future__ import annotations

import shutil
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillage.errors import DeclarationError
from maillage.places import folder
from maillage.reference import Reference, load

ASKED: dict[str, Callable[[Reference], object]] = {
    "communes": lambda reference: reference.communes,
    "epci": lambda reference: reference.epcis,
    "appartenances": lambda reference: reference.memberships(),
    "anciennes_communes": lambda reference: reference.formers,
    "departements": lambda reference: reference.departements,
    "regions": lambda reference: reference.regions,
}
SHIPPED = folder("data") / "reference"
REFERENCE = load()


def test_the_tables_are_whole() -> None:
    assert REFERENCE.vintages == (2021, 2022, 2023, 2024, 2025, 2026)
    assert len(REFERENCE.communes) > 34_900
    assert len([epci for epci in REFERENCE.epcis.values() if epci.nature != "EPT"]) > 1_250
    assert len(REFERENCE.departements) > 100
    assert {epci.nature for epci in REFERENCE.epcis.values()} == {"CC", "CA", "CU", "METRO", "EPT"}


def test_every_code_leads_somewhere() -> None:
    communes, departements = REFERENCE.communes, REFERENCE.departements
    assert {commune.parent for commune in communes.values()} <= set(departements)
    assert {epci.parent for epci in REFERENCE.epcis.values()} <= set(departements)
    assert {area.parent for area in departements.values()} <= set(REFERENCE.regions)
    assert {row.current for row in REFERENCE.formers} <= set(communes)
    assert {stay.siren for stay in REFERENCE.memberships()} == set(REFERENCE.epcis)
    assert {REFERENCE.former.get(stay.commune, stay.commune) for stay in REFERENCE.memberships()} <= set(communes)


def test_a_commune_has_its_facts() -> None:
    commune = REFERENCE.communes["62043"]
    assert (commune.kind, commune.name, commune.parent, commune.postcodes) == (
        "commune",
        "Les Attaques",
        "62",
        ("62730",),
    )
    assert commune.population
    assert REFERENCE.epci_of("62043", 2021) == "200090751"
    assert len(REFERENCE.members("200072478", 2022)) == 23


def test_a_commune_that_merged_leads_to_its_heir() -> None:
    assert REFERENCE.former["93059"] == "93066"
    assert "93059" in REFERENCE.members("200054781", 2021)
    assert "93059" not in REFERENCE.members("200054781", 2026)


def test_years_beyond_the_vintages_are_those_of_the_nearest() -> None:
    assert REFERENCE.members("200072478", 1999) == REFERENCE.members("200072478", 2021)
    assert REFERENCE.members("200072478", 2099) == REFERENCE.members("200072478")
    gone = "200071157"
    assert REFERENCE.members(gone) == REFERENCE.members(gone, 2021) != ()


def test_the_own_taxation_decides_in_greater_paris() -> None:
    assert REFERENCE.epcis[REFERENCE.epci_of("93066")].nature == "METRO"
    assert "93066" in REFERENCE.members("200057867")
    assert REFERENCE.epcis["200057867"].nature == "EPT"


def test_unknown_codes_have_neither_members_nor_epci() -> None:
    assert REFERENCE.members("000000000") == ()
    assert REFERENCE.epci_of("00000") == ""
    assert REFERENCE.epci_of("29155") == ""  # an island that belongs to no EPCI


@given(st.sampled_from(sorted(REFERENCE.communes)), st.integers(2015, 2030))
def test_a_commune_is_a_member_of_its_epci(commune: str, year: int) -> None:
    siren = REFERENCE.epci_of(commune, year)
    years = [first for stay in REFERENCE.stays_of(commune) for first in (stay.first, stay.last) if first]
    known = year if not years or min(years) <= year else min(years)  # a commune can be younger than its EPCI
    assert siren == "" or commune in REFERENCE.members(siren, known)


def test_stays_follow_each_other() -> None:
    for stay in REFERENCE.memberships():
        assert stay.first in REFERENCE.vintages
        assert stay.last is None or stay.first <= stay.last < REFERENCE.vintages[-1]
        assert stay.covers(stay.first)
        assert not stay.covers(stay.first - 1)


def test_the_description_names_sources_and_licence() -> None:
    described = tomllib.loads((SHIPPED / "reference.toml").read_text("utf-8"))
    assert "Licence Ouverte" in described["licence"]
    assert all(source["name"] and source["publisher"] for source in described["sources"])
    assert described["newest"] == max(REFERENCE.vintages)


@pytest.mark.parametrize("table", ASKED)
@pytest.mark.parametrize("text", [None, "code\nseul\n", "a\tb\tc\td\te\tf\tg\th\ti\n1\t2\t3\t4\t5\t6\t7\t8\t9\n"])
def test_a_damaged_table_is_named(table: str, text: str | None, tmp_path: Path) -> None:
    path = tmp_path / f"{table}.tsv"
    if text is not None:
        path.write_text(text, "utf-8")
    reference = Reference(tmp_path)
    with pytest.raises(DeclarationError, match=rf"{table}\.tsv.*build_reference"):
        ASKED[table](reference)


@pytest.mark.parametrize("text", [None, "vintages = 3 4", "title = 'x'", "[vintages]\nx = '1'\n"])
def test_a_damaged_description_is_named(text: str | None, tmp_path: Path) -> None:
    if text is not None:
        (tmp_path / "reference.toml").write_text(text, "utf-8")
    with pytest.raises(DeclarationError, match=r"reference\.toml"):
        _ = Reference(tmp_path).vintages


def test_a_number_that_is_none_is_named(tmp_path: Path) -> None:
    shutil.copytree(SHIPPED, tmp_path, dirs_exist_ok=True)
    path = tmp_path / "communes.tsv"
    path.write_text("code\tnom\tdepartement\tpopulation\tcodes_postaux\n1\tA\t01\tmille\t\n", "utf-8")
    with pytest.raises(DeclarationError, match=r"communes\.tsv"):
        _ = Reference(tmp_path).communes


def test_the_stays_of_a_commune_are_all_that_the_table_has() -> None:
    every = REFERENCE.memberships()
    assert list(every) == sorted(every, key=lambda stay: stay[:3])
    for code in ("62043", "27676", "01001", every[-1].commune):
        assert REFERENCE.stays_of(code) == tuple(stay for stay in every if stay.commune == code)


def test_a_territory_is_made_once_and_only_where_it_is_known() -> None:
    communes = Reference(SHIPPED).communes
    assert communes["62043"] is communes["62043"]
    assert "00000" not in communes
    assert communes.get("00000") is None
    assert communes.column(1)[0] == next(iter(communes.values())).name
