"""The script that makes ``data/reference``: from packages as they are published to tables, the same bytes each time."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from maillage.places import folder
from maillage.reference import Reference
from scripts.build_reference import VERSIONS, build

NEWEST = max(VERSIONS)


def commune(code: str, name: str, **more: object) -> dict[str, object]:
    return {"code": code, "nom": name, "type": "commune-actuelle", "departement": code[:2], **more}


def part(code: str, name: str, of: str) -> dict[str, object]:
    return {"code": code, "nom": name, "type": "commune-deleguee", "departement": code[:2], "chefLieu": of}


def epci(code: str, name: str, *members: str, nature: str = "CC") -> dict[str, object]:
    people = 10 * len(members)
    return {
        "code": code,
        "nom": name,
        "type": nature,
        "populationMunicipale": people,
        "membres": [{"code": member} for member in members],
    }


def write(packages: Path, year: int, communes: list[dict[str, object]], epcis: list[dict[str, object]]) -> None:
    """Write one vintage as its package lays it out; two EPT appear from 2023 on."""
    data = packages / VERSIONS[year] / "package" / "data"
    data.mkdir(parents=True)
    tables: dict[str, list[dict[str, object]]] = {
        "communes": communes,
        "epci": epcis,
        "departements": [{"code": "01", "nom": "Un", "region": "84"}, {"code": "02", "nom": "Deux", "region": "32"}],
        "regions": [{"code": "84", "nom": "Sud"}, {"code": "32", "nom": "Nord"}],
    }
    if year >= 2023:
        tables["ept"] = [epci("200000009", "Grand Bord", "01001", nature="EPT")]
    for name, rows in tables.items():
        (data / f"{name}.json").write_text(json.dumps(rows), "utf-8")


@pytest.fixture
def packages(tmp_path: Path) -> Path:
    """Six vintages of a small country: B merges into A in 2024, C leaves one EPCI for another and comes back."""
    folder = tmp_path / "packages"
    for year in VERSIONS:
        a = commune("01001", "A", population=10, codesPostaux=["01200", "01100"])
        b = commune("01002", "B", population=5)
        c = commune("02001", "C", population=90)
        merged = year >= 2024
        own = ["01001"] if merged else ["01001", "01002"]
        away = year in (2022, 2023)
        communes = [a | {"anciensCodes": ["01002"]}, part("01001", "A", "01001"), c] if merged else [a, b, c]
        first = epci("200000001", "CC  du Bord" if year < NEWEST else "CA du Bord", *own, *([] if away else ["02001"]))
        second = epci("200000002", "Métropole", *(["02001"] if away else ["01001"]), nature="MET69")
        write(folder, year, communes, [first, second] if away else [first])
    return folder


@pytest.fixture
def built(packages: Path, tmp_path: Path) -> Path:
    out = tmp_path / "out"
    build(packages, out)
    return out


def rows(built: Path, table: str) -> list[str]:
    return (built / f"{table}.tsv").read_text("utf-8").splitlines()[1:]


def test_communes_keep_population_and_sorted_postcodes(built: Path) -> None:
    assert rows(built, "communes") == ["01001\tA\t01\t10\t01100 01200", "02001\tC\t02\t90\t"]


def test_former_names_lead_to_the_current_commune(built: Path) -> None:
    assert rows(built, "anciennes_communes") == ["01001\tA\tdeleguee\t01001", "01002\tB\tancienne\t01001"]


def test_stays_are_unbroken_intervals(built: Path) -> None:
    assert rows(built, "appartenances") == [
        "01001\t200000001\t2021\t",
        "01001\t200000009\t2023\t",
        "01002\t200000001\t2021\t2023",
        "02001\t200000001\t2021\t2021",
        "02001\t200000001\t2024\t",
        "02001\t200000002\t2022\t2023",
    ]


def test_an_epci_has_its_newest_name_and_the_departement_of_most_inhabitants(built: Path) -> None:
    assert rows(built, "epci") == [
        f"200000001\tCC\tCA du Bord\t02\t20\t2021\t{NEWEST}\tCC du Bord",
        "200000002\tMETRO\tMétropole\t02\t10\t2022\t2023\t",
        f"200000009\tEPT\tGrand Bord\t01\t10\t2023\t{NEWEST}\t",
    ]


def test_the_same_packages_give_the_same_bytes(packages: Path, built: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    build(packages, again)
    assert {path.name: path.read_bytes() for path in again.iterdir()} == {
        path.name: path.read_bytes() for path in built.iterdir()
    }


def test_what_is_built_can_be_loaded(built: Path) -> None:
    (built / "reference.toml").write_text("[vintages]\n" + "".join(f'{y} = "{v}"\n' for y, v in VERSIONS.items()))
    reference = Reference(built)
    assert reference.members("200000001", 2022) == ("01001", "01002")
    assert reference.epci_of("01001") == "200000001"
    assert reference.former == {"01002": "01001"}


def test_the_shipped_description_names_these_versions() -> None:
    described = tomllib.loads((folder("data") / "reference" / "reference.toml").read_text("utf-8"))
    assert {int(year): version for year, version in described["vintages"].items()} == VERSIONS
