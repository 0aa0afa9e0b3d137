"""The five real acts, from the files to the tables: what a user would see, measured as users are told it is."""

from __future__ import annotations

import csv
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median

import pytest

from maillage.facts import parse_place

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"

Rows = list[Mapping[str, str]]


def maillage(*words: str | Path, status: int = 0, **environment: str) -> str:
    """Run the command line as a user would and return what it prints on standard output."""
    command = [sys.executable, "-m", "maillage.cli", *map(str, words)]
    done = subprocess.run(command, capture_output=True, text=True, env=os.environ | environment, cwd=ROOT, check=False)
    assert done.returncode == status, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def store(documents: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store built from the originals."""
    root = tmp_path_factory.mktemp("acts") / "store"
    maillage("build", "--documents", documents, "--store", root)
    return root


@pytest.fixture(scope="module")
def export(store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tidy tables of that store."""
    folder = tmp_path_factory.mktemp("export")
    maillage("export", "--format", "csv", folder, "--store", store)
    return folder


@pytest.fixture(scope="module")
def nquads(store: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The whole graph as N-Quads."""
    file = tmp_path_factory.mktemp("graph") / "graph.nq"
    maillage("export", "--format", "nq", file, "--store", store)
    return file.read_text("utf-8")


def rows(export: Path, table: str, **wanted: str) -> Rows:
    """Return the rows of ``table`` whose cells are those ``wanted``."""
    with (export / f"{table}.csv").open(newline="", encoding="utf-8") as file:
        return [row for row in csv.DictReader(file) if all(row[name] == value for name, value in wanted.items())]


def measured(tool: str, *words: str | Path) -> str:
    """Run one of the shared measuring tools and return what it prints."""
    script = SHARED / "tools" / f"{tool}.py"
    done = subprocess.run([sys.executable, script, *words], capture_output=True, text=True, check=True)
    return done.stdout


GOLD = [("opale", 0.90, 0.92, 0.75), ("small", 0.80, 0.0, 0.0)]


@pytest.mark.parametrize(("part", "mean_f1", "mean_values", "least_f1"), GOLD, ids=[case[0] for case in GOLD])
def test_gold(export: Path, part: str, mean_f1: float, mean_values: float, least_f1: float) -> None:
    printed = measured("score", SHARED / "gold" / part, export)
    means = re.search(r"mean F1 ([\d.]+), mean values ([\d.]+)", printed)
    assert means
    assert float(means[1]) >= mean_f1, printed
    assert float(means[2]) >= mean_values, printed
    tables = [line.split() for line in printed.splitlines()[1:-1]]
    assert min(float(columns[5]) for columns in tables) >= least_f1, printed


def test_evidence(documents: Path, export: Path) -> None:
    printed = measured("evidence", documents, export)
    share = re.search(r"supported \d+/\d+ = ([\d.]+)", printed)
    assert share
    assert float(share[1]) >= 0.98, printed


def test_few_lines_are_cited(export: Path) -> None:
    """A row that cites the whole file proves nothing."""
    tables = [file.stem for file in export.glob("*.csv") if file.stem not in {"findings", "amendments"}]
    places = [parse_place("", row["lines"]) for table in tables for row in rows(export, table)]
    assert median(sum(span.last - span.first + 1 for span in place.spans) for place in places) <= 3


def test_every_fiche_listed_by_a_plan_is_there(export: Path) -> None:
    fiches = rows(export, "fiches", convention="grand-calais-terres-et-mers-2025")
    assert sorted(int(row["number"]) for row in fiches) == list(range(1, 25))
    assert all(row["title"] for row in fiches)


def test_missing_communes_are_named(export: Path) -> None:
    named = rows(export, "covered_communes", convention="pays-d-opale-2022")
    assert len({row["commune_code"] for row in named}) == 20
    (finding,) = rows(export, "findings", code="communes-manquantes", subject="pays-d-opale-2022")
    for words in ("23", "20", "Licques", "Louches", "Nielles-lès-Ardres"):
        assert words in finding["message"]


def test_contradictory_signatures_both_stay(export: Path) -> None:
    signed = {row["signed_on"] for row in rows(export, "conventions", convention="pays-d-opale-2022")}
    assert signed >= {"2021-11-08", "2022-11-08"}
    (finding,) = rows(export, "findings", code="signatures-contradictoires", subject="pays-d-opale-2022")
    assert "2021-11-08" in finding["message"]
    assert "2022-11-08" in finding["message"]


AMOUNTS = [("armentieres-2023", 618000.0), ("region-d-audruicq-2022", 1488.6), ("region-d-audruicq-2022", 2238.0)]


@pytest.mark.parametrize(("convention", "amount"), AMOUNTS)
def test_amounts(export: Path, convention: str, amount: float) -> None:
    assert amount in {float(row["amount_eur"]) for row in rows(export, "funding", convention=convention)}


ATTENDANCE = re.compile(r"^(?:<u>)?(?:[ée]taient )?(?:pr[ée]sents?|excus[ée]s?|assistant)\b.*", re.I | re.M)
CAPITALS = "A-ZÉÈÊËÎÏÔÛÇ"
FULL_NAME = re.compile(rf"\b[A-ZÉÈ][a-zà-ÿ]+(?:-[A-ZÉ][a-zà-ÿ]+)* [{CAPITALS}][{CAPITALS}' -]*[{CAPITALS}]\b")


def attendance(documents: Path) -> Iterator[str]:
    """Give the full names that stand in the lists of who was there."""
    for file in sorted(documents.iterdir()):
        for line in ATTENDANCE.findall(file.read_text("utf-8")):
            yield from FULL_NAME.findall(line)


def test_no_one_is_named_outside_a_public_office(documents: Path, nquads: str) -> None:
    representatives = set(re.findall(r"/def/representant> \"([^\"]*)\"", nquads))
    others = {name for name in attendance(documents) if name not in representatives}
    assert len(others) > 50
    printed = nquads.casefold()
    assert not {name for name in others if name.casefold() in printed}


def test_no_civility_before_a_name(nquads: str) -> None:
    assert not re.findall(r"\b(?:Mme|Mlle|Madame|Monsieur|M\.) [A-ZÉ][A-Za-zÉé-]+", nquads)


def test_two_builds_give_the_same_bytes(documents: Path, nquads: str, tmp_path: Path) -> None:
    maillage("build", "--documents", documents, "--store", tmp_path / "store", "--jobs", "2")
    maillage("export", "--format", "nq", tmp_path / "graph.nq", "--store", tmp_path / "store")
    assert (tmp_path / "graph.nq").read_text("utf-8") == nquads


def test_shipped_facts_are_what_the_readers_read(documents: Path, tmp_path: Path) -> None:
    for source in sorted((ROOT / "data" / "sources").iterdir()):
        read = tmp_path / f"{source.name}.jsonl"
        maillage("extract", documents / f"{source.name}.md", "--facts", read, "--tables", tmp_path / source.name)
        assert read.read_bytes() == (source / "facts.jsonl").read_bytes(), source.name
