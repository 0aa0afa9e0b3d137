"""``maillage build``: what it says, what it does again and what it does not, and what it refuses."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from maillage.store import Building, Store
from tests.maillage.cli.conftest import ACTS, Run

ACT = ACTS / "les-rousses-deliberation-2023-12.md"


@pytest.fixture
def store(built: Path, tmp_path: Path) -> Path:
    """A copy of the store, for builds that may change it."""
    return shutil.copytree(built, tmp_path / "store")


def test_an_unchanged_store_is_left_as_it_is(run: Run, store: Path) -> None:
    before = Store.open(store).manifest
    status, printed, messages = run("build", "--documents", ACTS, "--store", store)
    assert (status, messages) == (0, "")
    assert "rien n'a changé" in printed
    assert Store.open(store).manifest == before
    names = [line.split("  ")[0] for line in printed.splitlines()]
    assert names == [
        "actes",
        "conventions",
        "fiches action",
        "engagements",
        "montants",
        "triples",
        "constats",
        "secondes",
    ]


def test_a_new_act_is_added_and_goes_with_its_document(run: Run, store: Path, tmp_path: Path) -> None:
    acts = tmp_path / "actes"
    acts.mkdir()
    text = (
        ACT.read_text("utf-8").replace("Rousses", "Lamoura").replace("ROUSSES", "LAMOURA").replace("2023-12", "2023-99")
    )
    (acts / "lamoura.md").write_text(text, "utf-8")
    shutil.copy(ACT, acts)
    assert run("build", "--documents", acts, "--store", store)[0] == 0
    assert "https://w3id.org/maillage/id/acte/lamoura/1" in Store.open(store).graphs()
    (acts / "lamoura.md").unlink()
    assert run("build", "--documents", acts, "--store", store)[0] == 0
    assert "https://w3id.org/maillage/id/acte/lamoura/1" not in Store.open(store).graphs()


def write_empty(file: Path) -> None:
    file.touch()


def write_binary(file: Path) -> None:
    file.write_bytes(b"\x7fELF\x02\x01\x01\x00" + bytes(range(256)))


def write_bad_utf8(file: Path) -> None:
    file.write_bytes("Délibération".encode() + b" \xff\xfe\x81 " + "à l'unanimité".encode())


def write_letter(file: Path) -> None:
    file.write_text("Chère voisine,\n\nMerci pour les pommes.\n", "utf-8")


BAD = [(write_empty, "aucun texte|vide"), (write_binary, "binaire"), (write_bad_utf8, "UTF-8"), (write_letter, "acte")]


@pytest.mark.parametrize(("write", "message"), BAD, ids=[write.__name__ for write, _ in BAD])
def test_a_bad_document_is_told_and_the_others_are_read(
    run: Run, store: Path, tmp_path: Path, write: Callable[[Path], None], message: str
) -> None:
    acts = tmp_path / "actes"
    shutil.copytree(ACTS, acts)
    write(acts / "mauvais.md")
    before = Store.open(store).manifest.graphs
    for _ in range(2):  # it is told again as long as it is there
        status, printed, messages = run("build", "--documents", acts, "--store", store)
        assert status == 1
        (line,) = messages.splitlines()
        assert line.startswith(f"Erreur : {acts / 'mauvais.md'}")
        assert any(word in line for word in message.split("|")), line
        assert "actes" in printed
    assert Store.open(store).manifest.graphs == before


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda _place: None, "introuvable"),
        (Path.mkdir, "aucun document"),
    ],
)
def test_no_documents(run: Run, store: Path, tmp_path: Path, make: Callable[[Path], None], message: str) -> None:
    place = tmp_path / "actes"
    make(place)
    before = Store.open(store).manifest
    status, printed, messages = run("build", "--documents", place, "--store", store)
    assert (status, printed) == (2, "")
    (line,) = messages.splitlines()
    assert line.startswith(f"Erreur : {place}")
    assert message in line
    assert Store.open(store).manifest == before


def test_two_documents_of_one_name(run: Run, store: Path, tmp_path: Path) -> None:
    acts = tmp_path / "actes"
    shutil.copytree(ACTS, acts)
    (acts / "zone").mkdir()
    (acts / "zone" / ACT.name).write_text(ACT.read_text("utf-8") + "\nFait aux Rousses.\n", "utf-8")
    status, _, messages = run("build", "--documents", acts, "--store", store)
    assert status == 1
    assert "un autre document porte déjà ce nom" in messages


@pytest.mark.parametrize("place", ["/proc/maillage", "/sys/maillage"])
def test_a_read_only_place(run: Run, place: str) -> None:
    status, printed, messages = run("build", "--store", place)
    assert (status, printed) == (1, "")
    assert messages.startswith(f"Erreur : {place} : on ne peut pas écrire ici")


def test_a_store_in_use(run: Run, store: Path) -> None:
    before = Store.open(store).manifest
    with Building.at(store):
        status, _, messages = run("build", "--store", store)
    assert status == 1
    assert "une autre construction est en cours" in messages
    assert Store.open(store).manifest == before


READING = [("query", "votes"), ("export", "--format", "nq", "x.nq"), ("check",), ("show", "39470")]


@pytest.mark.parametrize("words", [("build",), *READING], ids=lambda words: words[0])
def test_a_store_of_another_version(run: Run, store: Path, words: tuple[str, ...]) -> None:
    record = json.loads((store / "manifest.json").read_text("utf-8")) | {"format": 99, "version": "9.9"}
    (store / "manifest.json").write_text(json.dumps(record), "utf-8")
    before = (store / "manifest.json").read_bytes()
    status, printed, messages = run(*words, "--store", store)
    assert (status, printed) == (1, "")
    assert "autre version de Maillage (9.9)" in messages
    assert (store / "manifest.json").read_bytes() == before


@pytest.mark.parametrize("words", [("build",), *READING], ids=lambda words: words[0])
def test_a_corrupt_store(run: Run, store: Path, words: tuple[str, ...]) -> None:
    for file in store.glob("generations/*/*.sst"):
        file.write_bytes(b"?")
    status, printed, messages = run(*words, "--store", store)
    assert (status, printed) == (1, "")
    assert messages.count("\n") == 1
    assert "endommagé : supprimez-le et relancez « maillage build »" in messages


@pytest.mark.parametrize("words", READING, ids=lambda words: words[0])
def test_no_store(run: Run, words: tuple[str, ...]) -> None:
    status, printed, messages = run(*words)
    assert (status, printed) == (1, "")
    assert ".maillage/store" in messages
    assert "construisez-le avec « maillage build »" in messages


def test_a_server_is_not_advertised_yet(run: Run) -> None:
    assert run("build", "--store", "http://localhost:7878/query")[0] == 2
