"""Names and what they mean, as data in ``tests/cases/resolve``: what must resolve, and what must stay open."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from loaders.resolve import Gazetteer, ResolvedActor, bare, convention_key, fold, slug
from maillage.reference import Reference, Territory, load

CASES = Path(__file__).resolve().parents[2] / "cases" / "resolve"


def cases(name: str) -> list[dict[str, str]]:
    """The rows of a case file."""
    with (CASES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def territory(code: str) -> Territory | None:
    """The territory of a code: a SIREN, an INSEE code, or a département's number."""
    reference: Reference = load()
    for table in (reference.epcis, reference.communes, reference.departements):
        if code in table:
            return table[code]
    assert not code, f"no territory has the code {code}"
    return None


def named(row: dict[str, str]) -> str:
    return " | ".join(row.values())


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer(load())


@pytest.mark.parametrize("row", cases("communes"), ids=named)
def test_communes(row: dict[str, str], gazetteer: Gazetteer) -> None:
    found = gazetteer.commune(row["name"], territory(row["within"]))
    assert (found.code if found else "") == row["code"]


@pytest.mark.parametrize("row", cases("epcis"), ids=named)
def test_epcis(row: dict[str, str], gazetteer: Gazetteer) -> None:
    found = gazetteer.epci(row["name"], territory(row["near"]))
    assert (found.code if found else "") == row["siren"]


@pytest.mark.parametrize("row", cases("departements"), ids=named)
def test_departements(row: dict[str, str], gazetteer: Gazetteer) -> None:
    found = gazetteer.departement(row["name"])
    assert (found.code if found else "") == row["code"]


@pytest.mark.parametrize("row", cases("territories"), ids=named)
def test_territories(row: dict[str, str], gazetteer: Gazetteer) -> None:
    found = gazetteer.territory(row["name"], territory(row["near"]))
    assert ((found.kind, found.code) if found else ("", "")) == (row["kind"], row["code"])


@pytest.mark.parametrize("row", cases("actors"), ids=named)
def test_actors(row: dict[str, str], gazetteer: Gazetteer) -> None:
    abbreviations = dict([row["abbreviation"].split("=")]) if row["abbreviation"] else {}
    found = gazetteer.actor(row["name"], territory(row["within"]), abbreviations)
    shown = row["shown"] or row["name"]
    assert found == ResolvedActor("" if shown == "-" else shown, row["kind"], row["code"])


@pytest.mark.parametrize("row", cases("keys"), ids=named)
def test_convention_keys(row: dict[str, str]) -> None:
    assert convention_key(territory(row["territory"]), row["printed"], row["start"]) == row["key"]


@pytest.mark.parametrize("row", cases("names"), ids=named)
def test_names(row: dict[str, str]) -> None:
    text = row["text"]
    assert (fold(text), bare(text), slug(text)) == (row["fold"], row["bare"], row["slug"])
