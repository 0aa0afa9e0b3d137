"""Corrections beside a document, as the documentation shows them: applied by every command, after every reading."""

from __future__ import annotations

import csv
import re
import shutil
from pathlib import Path

import pytest

from maillage.cli import main
from tests.maillage.cli.conftest import Run

PAGE = (Path(__file__).parents[3] / "docs" / "corrections.md").read_text("utf-8")
WHAT = {"conventions": "end", "equipments": "name", "signatories": "actor"}


def block(language: str) -> str:
    """Return the first block of the page in ``language``."""
    found = re.search(rf"^```{language}\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    assert found is not None
    return found[1]


@pytest.fixture
def act(tmp_path: Path) -> Path:
    """The act of the page, with its corrections beside it."""
    (tmp_path / "actes").mkdir()
    file = tmp_path / "actes" / "redon.md"
    file.write_text(block("markdown"), "utf-8")
    (tmp_path / "actes" / "redon.md.corrections.toml").write_text(block("toml"), "utf-8")
    return file


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row.get("document", "redon") == "redon"]


def shown(folder: Path) -> str:
    """Return what the page shows of the tables."""
    found = [(table, row["lines"], row[what]) for table, what in WHAT.items() for row in rows(folder, table)]
    return "table,lines,what\n" + "".join(f"{','.join(row)}\n" for row in found)


def test_the_page_tells_the_truth(run: Run, act: Path, tmp_path: Path) -> None:
    status, _, messages = run("extract", act, "--tables", "lus")
    assert (status, "0 doute" in messages) == (0, True)
    assert shown(tmp_path / "lus") == block("csv")
    assert not [row for row in rows(tmp_path / "lus", "findings") if row["severity"] == "violation"]
    act.with_name("redon.md.corrections.toml").unlink()
    run("extract", act, "--tables", "bruts")
    assert shown(tmp_path / "bruts") != block("csv")


def test_build_and_add_correct_too(run: Run, act: Path, tmp_path: Path, shipped_store: Path) -> None:
    """And a correction that goes takes its effect with it, the document itself not being read again."""
    store = ("--store", shutil.copytree(shipped_store, tmp_path / "magasin"))
    run("build", "--documents", act.parent, *store)
    run("export", "--format", "csv", "construits", *store)
    assert shown(tmp_path / "construits") == block("csv")
    _, printed, _ = run("query", "corrections", *store, "--format", "csv")
    assert [row["operation"] for row in csv.DictReader(printed.splitlines())] == ["change", "add", "reject"]
    other = tmp_path / "autre.md"
    other.write_text(act.read_text("utf-8").replace("Redon Agglomération", "Commune de Bréal"), "utf-8")
    assert run("add", other, "--yes", *store)[0] == 0  # redon.md stays, with its corrections
    run("export", "--format", "csv", "gardés", *store)
    assert shown(tmp_path / "gardés") == block("csv")
    assert run("add", act, "--yes", *store)[0] == 0
    assert run("build", *store)[0] == 0
    assert {file.name for file in (tmp_path / "magasin" / "added").iterdir()} == {
        "autre.md",
        "redon.md",
        "redon.md.corrections.toml",
    }
    act.with_name("redon.md.corrections.toml").unlink()
    assert run("add", act, "--yes", *store)[0] == 0
    run("export", "--format", "csv", "bruts", *store)
    assert shown(tmp_path / "bruts") != block("csv")


def test_bad_corrections_leave_their_document_out(run: Run, act: Path, tmp_path: Path, shipped_store: Path) -> None:
    act.with_name("redon.md.corrections.toml").write_text('[[reject]]\ntable = "fiche"\n', "utf-8")
    (tmp_path / "autre.md").write_text(block("markdown"), "utf-8")
    status, _, messages = run("extract", act, "autre.md", "--tables", "lus")
    assert status == 1
    assert "redon.md.corrections.toml, l. 1 : il manque « where »" in messages
    assert "autre : 1 acte" in messages
    store = shutil.copytree(shipped_store, tmp_path / "magasin")
    assert main(["build", "--documents", str(act.parent), "--store", str(store)]) == 1


def test_a_correction_without_an_object_is_a_finding(run: Run, act: Path, tmp_path: Path) -> None:
    act.write_text(block("markdown").replace("La Caisse d'allocations familiales d'Ille-et-Vilaine", "La MSA"), "utf-8")
    run("extract", act, "--tables", "lus")
    (finding,) = [row for row in rows(tmp_path / "lus", "findings") if row["code"] == "correction-disparue"]
    assert (finding["documents"], finding["lines"]) == ("redon.corrections", "15-18")
    assert "La Caf n'a pas encore signé." in finding["message"]
