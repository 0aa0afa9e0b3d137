"""``maillage add``: what it shows, what it asks, what stays in the store and what a later build does with it."""

from __future__ import annotations

import io
import shutil
import sys
from pathlib import Path

import pytest

from maillage.store import Building, Store
from tests.maillage.cli.conftest import ACTS, Run

ACT = ACTS / "les-rousses-deliberation-2023-12.md"
ID = "https://w3id.org/maillage/id/acte"


@pytest.fixture
def store(built: Path, tmp_path: Path) -> Path:
    """A copy of the store, which holds the act that was given to a build."""
    return shutil.copytree(built, tmp_path / "store")


@pytest.fixture
def lamoura(tmp_path: Path) -> Path:
    """Another act."""
    text = ACT.read_text("utf-8").replace("Rousses", "Lamoura").replace("ROUSSES", "LAMOURA")
    file = tmp_path / "lamoura.md"
    file.write_text(text.replace("2023-12", "2023-99"), "utf-8")
    return file


def holds(store: Path, stem: str) -> bool:
    return f"{ID}/{stem}/1" in Store.open(store).graphs()


def answer(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


def test_what_is_found_is_shown_and_enters_after_a_yes(
    run: Run, store: Path, lamoura: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, "peut-être\noui\n")
    status, printed, messages = run("add", lamoura, "--store", store)
    assert status == 0
    assert printed.startswith("lamoura : 1 acte, ")
    for words in ("2023-99", "lamoura-2023 : 2023", "parties : ", "Caf du Jura", "l. ", "triples"):
        assert words in printed
    assert messages.count("Ajouter ce document à") == 2
    assert holds(store, "lamoura")
    assert holds(store, ACT.stem)  # what was there stays


REFUSALS = [("non\n", 0, "rien n'a été ajouté"), ("\n", 0, "rien n'a été ajouté"), ("", 2, "donnez --yes")]


@pytest.mark.parametrize(("text", "wanted", "message"), REFUSALS, ids=["no", "enter", "nobody"])
def test_without_a_yes_nothing_is_written(
    run: Run, store: Path, lamoura: Path, monkeypatch: pytest.MonkeyPatch, text: str, wanted: int, message: str
) -> None:
    before = {file: file.read_bytes() for file in store.rglob("*") if file.is_file()}
    answer(monkeypatch, text)
    status, _, messages = run("add", lamoura, "--store", store)
    assert status == wanted
    assert message in messages
    assert {file: file.read_bytes() for file in store.rglob("*") if file.is_file()} == before


def test_what_is_added_stays_until_its_copy_goes(run: Run, store: Path, lamoura: Path) -> None:
    assert run("add", lamoura, "--yes", "--store", store)[0] == 0
    before = Store.open(store).manifest
    status, printed, _ = run("add", lamoura, "--yes", "--store", store)
    assert (status, "rien n'a changé" in printed) == (0, True)
    assert Store.open(store).manifest == before
    lamoura.unlink()
    assert run("build", "--documents", ACTS, "--store", store)[0] == 0
    assert holds(store, "lamoura")
    assert run("build", "--store", store)[0] == 0
    assert (holds(store, "lamoura"), holds(store, ACT.stem)) == (True, False)
    (store / "added" / "lamoura.md").unlink()
    assert run("build", "--store", store)[0] == 0
    assert not holds(store, "lamoura")


def test_another_version_replaces(run: Run, store: Path, lamoura: Path) -> None:
    run("add", lamoura, "--yes", "--store", store)
    lamoura.write_text(lamoura.read_text("utf-8").replace("2023-99", "2023-98"), "utf-8")
    text = lamoura.rename(lamoura.with_suffix(".txt"))
    assert run("add", text, "--yes", "--store", store)[0] == 0
    assert [file.name for file in (store / "added").iterdir()] == ["lamoura.txt"]
    _, printed, _ = run("query", "votes", "--store", store)
    assert ("2023-98" in printed, "2023-99" in printed) == (True, False)


def test_without_a_store_one_is_built(run: Run, lamoura: Path) -> None:
    assert run("add", lamoura, "--yes", "--jobs", "1")[0] == 0
    assert holds(Path(".maillage/store"), "lamoura")


def test_one_that_cannot_be_read_is_told(run: Run, store: Path, lamoura: Path, tmp_path: Path) -> None:
    (tmp_path / "vide.md").touch()
    status, printed, messages = run("add", "vide.md", "--store", store)
    assert (status, printed, messages.count("\n")) == (1, "", 1)
    status, _, messages = run("add", "vide.md", lamoura, "--yes", "--store", store)
    assert (status, "vide.md" in messages) == (1, True)
    assert holds(store, "lamoura")


def test_a_shipped_act_is_not_replaced_by_another_of_its_name(run: Run, store: Path, lamoura: Path) -> None:
    shipped = lamoura.rename(lamoura.with_name("armentieres-deliberation-2023-027.md"))
    status, _, messages = run("add", shipped, "--yes", "--store", store)
    assert (status, "un autre document porte déjà ce nom" in messages) == (1, True)
    assert not list((store / "added").iterdir())


def test_a_build_that_was_cut_short_is_made_good(run: Run, store: Path, lamoura: Path) -> None:
    """The copy was made and the store named, but the copy not put in its place: the next build does it."""
    run("add", lamoura, "--yes", "--store", store)
    aside = store / "added" / ".new"
    aside.mkdir()
    (store / "added" / "lamoura.md").rename(aside / "lamoura.md")
    (aside / "jamais-entre.md").write_text("# Rien\n", "utf-8")
    assert run("build", "--documents", ACTS, "--store", store)[0] == 0
    assert holds(store, "lamoura")
    assert [file.name for file in (store / "added").iterdir()] == ["lamoura.md"]


def test_a_store_in_use_is_left_alone(run: Run, store: Path, lamoura: Path) -> None:
    with Building.at(store):
        status, _, messages = run("add", lamoura, "--yes", "--store", store)
    assert (status, "une autre construction est en cours" in messages) == (1, True)


def test_a_lost_reading_is_told(run: Run, store: Path, lamoura: Path) -> None:
    """What is in the store stays: where it cannot, nothing is written."""
    shutil.rmtree(store / "readings")
    before = Store.open(store).manifest
    status, _, messages = run("add", lamoura, "--yes", "--store", store)
    assert (status, "sa lecture n'y est plus" in messages) == (1, True)
    assert Store.open(store).manifest == before
