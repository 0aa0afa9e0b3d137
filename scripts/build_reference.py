"""Build ``data/reference/`` again from the npm package that carries the official territories.

    python scripts/build_reference.py                      fetch the six vintages with ``npm pack``, then build
    python scripts/build_reference.py --packages FOLDER    build from FOLDER/<version>/package/data

Same packages, same bytes: rows are sorted, nothing of the day or the machine is written.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import tarfile
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NotRequired, TypedDict

PACKAGE = "@etalab/decoupage-administratif"
VERSIONS = {2021: "1.1.1", 2022: "2.3.1", 2023: "3.1.1", 2024: "4.1.0", 2025: "5.3.0", 2026: "6.0.0"}
NEWEST = max(VERSIONS)
OUT = Path(__file__).resolve().parent.parent / "data" / "reference"

Row = tuple[str, ...]


class Commune(TypedDict):
    """A row of ``communes.json``: a commune, a part of one, or a municipal arrondissement."""

    code: str
    nom: str
    type: str
    departement: NotRequired[str]
    population: NotRequired[int]
    codesPostaux: NotRequired[list[str]]
    chefLieu: NotRequired[str]
    commune: NotRequired[str]
    anciensCodes: NotRequired[list[str]]


class Member(TypedDict):
    """A commune within an EPCI."""

    code: str


class Epci(TypedDict):
    """A row of ``epci.json`` or ``ept.json``."""

    code: str
    nom: str
    type: str
    membres: list[Member]
    populationMunicipale: NotRequired[int]


class Area(TypedDict):
    """A row of ``departements.json`` or ``regions.json``."""

    code: str
    nom: str
    region: NotRequired[str]


@dataclass(frozen=True)
class Vintage:
    """One year of the official territories: ``folder`` holds the JSON files of its package."""

    year: int
    folder: Path

    @cached_property
    def communes(self) -> list[Commune]:
        """Every commune, former commune and municipal arrondissement."""
        rows: list[Commune] = json.loads((self.folder / "communes.json").read_text("utf-8"))
        return rows

    @cached_property
    def population(self) -> Mapping[str, tuple[str, int]]:
        """The département and the inhabitants of each commune of this year."""
        rows = (row for row in self.communes if row["type"] == "commune-actuelle")
        return {row["code"]: (row.get("departement", ""), row.get("population", 0)) for row in rows}

    @cached_property
    def epcis(self) -> list[Epci]:
        """The EPCI with own taxation, then the établissements publics territoriaux of Greater Paris (from 2023 on)."""
        rows: list[Epci] = json.loads((self.folder / "epci.json").read_text("utf-8"))
        territorial = self.folder / "ept.json"
        return rows + (json.loads(territorial.read_text("utf-8")) if territorial.exists() else [])

    def areas(self, name: str) -> list[Area]:
        """The départements or the régions."""
        rows: list[Area] = json.loads((self.folder / f"{name}.json").read_text("utf-8"))
        return rows


def main() -> None:
    """Build the tables in ``--out`` from ``--packages``, or from freshly fetched packages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--packages", type=Path, help="folder that holds <version>/package/data")
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    if options.packages:
        build(options.packages, options.out)
        return
    with tempfile.TemporaryDirectory() as temporary:
        fetch(Path(temporary))
        build(Path(temporary), options.out)


def fetch(folder: Path) -> None:
    """Unpack every version of the package in ``folder/<version>``."""
    for version in VERSIONS.values():
        target = folder / version
        target.mkdir(parents=True)
        subprocess.run(["npm", "pack", "--silent", f"{PACKAGE}@{version}"], cwd=target, check=True)
        for archive in target.glob("*.tgz"):
            with tarfile.open(archive) as packed:
                packed.extractall(target, filter="data")


def build(packages: Path, out: Path) -> None:
    """Write the tables of ``data/reference`` from the unpacked ``packages``."""
    vintages = [Vintage(year, packages / version / "package" / "data") for year, version in VERSIONS.items()]
    newest = vintages[-1]
    out.mkdir(parents=True, exist_ok=True)
    _write(out / "communes.tsv", "code nom departement population codes_postaux", _communes(newest))
    _write(out / "anciennes_communes.tsv", "code nom nature actuelle", _former(vintages))
    _write(out / "epci.tsv", "siren nature nom departement population premier dernier autres_noms", _epcis(vintages))
    _write(out / "appartenances.tsv", "commune siren debut fin", _memberships(vintages))
    _write(
        out / "departements.tsv",
        "code nom region",
        ((a["code"], a["nom"], a.get("region", "")) for a in newest.areas("departements")),
    )
    _write(out / "regions.tsv", "code nom", ((a["code"], a["nom"]) for a in newest.areas("regions")))


def _write(path: Path, header: str, rows: Iterable[Row]) -> None:
    lines = [header.replace(" ", "\t"), *("\t".join(row) for row in sorted(set(rows)))]
    path.write_text("\n".join(lines) + "\n", "utf-8")


def _communes(newest: Vintage) -> Iterator[Row]:
    for row in newest.communes:
        if row["type"] == "commune-actuelle":
            postcodes = " ".join(sorted(row.get("codesPostaux", [])))
            yield row["code"], row["nom"], row.get("departement", ""), str(row.get("population", "")), postcodes


def _former(vintages: list[Vintage]) -> Iterator[Row]:
    """Every name that no longer, or never, was a commune of its own, with the commune that holds it now."""
    current = {row["code"] for row in vintages[-1].communes if row["type"] == "commune-actuelle"}
    successor = _successors(vintages)
    known: dict[str, Row] = {}
    for vintage in vintages:
        for row in vintage.communes:
            nature = row["type"].removeprefix("commune-").removesuffix("-municipal")
            now = row.get("chefLieu") or row.get("commune") or successor.get(row["code"], "")
            if nature == "actuelle" and row["code"] not in current:
                nature = "ancienne"
            restored = row["code"] in current and row["code"] != now  # a part that is a commune of its own again
            if nature != "actuelle" and now in current and not restored:
                known[row["code"]] = (row["code"], row["nom"], nature, now)
    yield from known.values()


def _successors(vintages: list[Vintage]) -> Mapping[str, str]:
    """The commune that took over each former code; a later vintage knows better."""
    return {
        old: row["code"]
        for vintage in vintages
        for row in vintage.communes
        for old in sorted(row.get("anciensCodes", []))
    }


def _epcis(vintages: list[Vintage]) -> Iterator[Row]:
    names: dict[str, list[str]] = defaultdict(list)
    years: dict[str, list[int]] = defaultdict(list)
    last: dict[str, tuple[Vintage, Epci]] = {}
    for vintage in vintages:
        for row in vintage.epcis:
            names[row["code"]].append(" ".join(row["nom"].split()))
            years[row["code"]].append(vintage.year)
            last[row["code"]] = vintage, row
    for siren, (vintage, row) in last.items():
        name = names[siren][-1]
        others = "|".join(sorted(set(names[siren]) - {name}))
        nature = "METRO" if row["type"] == "MET69" else row["type"]
        people = str(row.get("populationMunicipale", ""))
        span = str(years[siren][0]), str(years[siren][-1])
        yield siren, nature, name, _main_departement(row, vintage), people, *span, others


def _main_departement(epci: Epci, vintage: Vintage) -> str:
    """The département where most of its inhabitants live (no source names it; the package leaves it out)."""
    people: Counter[str] = Counter()
    for member in epci["membres"]:
        departement, population = vintage.population[member["code"]]
        people[departement] += population
    return min(people, key=lambda code: (-people[code], code))


def _memberships(vintages: list[Vintage]) -> Iterator[Row]:
    """Each unbroken stay of a commune in an EPCI; ``fin`` is empty for those that still last."""
    years: dict[tuple[str, str], list[int]] = defaultdict(list)
    for vintage in vintages:
        for epci in vintage.epcis:
            for member in epci["membres"]:
                years[member["code"], epci["code"]].append(vintage.year)
    for (commune, siren), stay in years.items():
        first = stay[0]
        for year, following in zip(stay, [*stay[1:], None], strict=True):
            if following != year + 1:
                yield commune, siren, str(first), "" if year == NEWEST else str(year)
                first = following or first


if __name__ == "__main__":
    main()
