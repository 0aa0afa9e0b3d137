"""The commands that read the store: query, show, export, check, network."""

from __future__ import annotations

import csv
import io
import json
import shutil
import sys
from pathlib import Path

import frictionless
import pytest

from loaders import reading
from loaders.resolve import Gazetteer
from maillage import reference
from tests.maillage.cli.conftest import ACTS, Run

VOTES = ("query", "votes", "--store")


def test_formats(run: Run, built: Path) -> None:
    status, plain, _ = run(*VOTES, built)
    assert status == 0
    header, *rows = [line.split("\t") for line in plain.splitlines()]
    assert header[:3] == ["date", "organe", "numero"]
    as_csv = list(csv.reader(io.StringIO(run(*VOTES, built, "--format", "csv")[1])))
    assert [row[:4] for row in as_csv] == [row[:4] for row in [header, *rows]]
    as_json = json.loads(run(*VOTES, built, "--format", "json")[1])
    assert [str(row["numero"] or "") for row in as_json] == [row[2] for row in rows]
    assert {type(row["pour"]) for row in as_json} <= {int, type(None)}
    markdown = run(*VOTES, built, "--format", "md")[1].splitlines()
    assert markdown[0].startswith("| date | organe |")
    assert len(markdown) == len(rows) + 2


def test_on_a_terminal_the_table_is_drawn(run: Run, built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    _, drawn, _ = run(*VOTES, built)
    assert "\t" not in drawn
    assert "───" in drawn


def test_the_catalogue_is_listed(run: Run) -> None:
    status, printed, _ = run("query", "--list")
    assert status == 0
    names = [line.split("\t")[0] for line in printed.splitlines()]
    assert len(names) > 14
    assert names == ["nom", *sorted(names[1:])]


def test_sparql_from_standard_input(run: Run, built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def ask(sparql: bytes) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(sparql)))
        return run("query", "-", "--store", built)

    assert ask(b"SELECT (1 AS ?un) {}") == (0, "un\n1\n", "")
    assert ask(b"ASK { ?s ?p ?o }") == (0, "true\n", "")
    status, triples, _ = ask(b"CONSTRUCT { <http://e/s> <http://e/p> 1 } {}")
    assert (status, triples.startswith("<http://e/s> <http://e/p>")) == (0, True)
    status, printed, message = ask(b"SELECT * {")
    assert (status, printed) == (2, "")
    assert message.startswith("Erreur : SPARQL incorrect")
    assert ask(b"\xff")[0] == 2


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("query",), "donnez le nom d'une question"),
        (("query", "qui-pilot-quoi"), "Vouliez-vous dire : qui-pilote-quoi"),
        (("query", "ctg-par-theme"), "demande « theme »"),
        (("query", "ctg-par-theme", "-p", "theme"), "« theme » n'est pas de la forme clé=valeur"),
        (("query", "ctg-par-theme", "-p", "theme=parentalte"), "Vouliez-vous dire : parentalite"),
        (("query", "votes", "-p", "x=1"), "elle n'a pas de paramètre"),
        (("show", "Atlantide"), "« Atlantide » est inconnu"),
        (("export", "--format", "csv", "/proc/x"), "on ne peut pas écrire ici"),
        (("export", "--format", "nq", "/proc/x.nq"), "on ne peut pas écrire ici"),
        (("network", "--out", "/proc/x.html"), "on ne peut pas écrire ici"),
        (("network", "--theme", "x", "--out", "x.html"), "« x » n'est pas une valeur de « theme »"),
    ],
)
def test_wrong_use(run: Run, built: Path, words: tuple[str, ...], message: str) -> None:
    status, printed, messages = run(*words, "--store", built)
    assert (status, printed) == (2, "")
    assert message in messages
    assert messages.count("\n") == 1


THINGS = ["39470", "Les Rousses", "les-rousses-2023", "2023-12", "Caf du Jura", "les-rousses-deliberation-2023-12"]


@pytest.mark.parametrize("thing", [*THINGS, "https://w3id.org/maillage/id/convention/les-rousses-2023"])
def test_show(run: Run, built: Path, thing: str) -> None:
    status, printed, _ = run("show", thing, "--store", built)
    assert status == 0
    assert "les-rousses-deliberation-2023-12" in printed


def test_export_of_the_graph(run: Run, built: Path, tmp_path: Path) -> None:
    assert run("export", "--format", "nq", "graphe.nq", "--store", built) == (0, "", "")
    assert run("export", "--format", "ttl", "graphe.ttl", "--store", built) == (0, "", "")
    lines = (tmp_path / "graphe.nq").read_text("utf-8").splitlines()
    assert lines == sorted(lines, key=lambda line: (line[line.rindex("<") :], line))
    assert len(set(lines)) == len(lines) > 400_000
    assert (tmp_path / "graphe.ttl").read_text("utf-8").startswith("@prefix")


def test_check(run: Run, built: Path) -> None:
    status, printed, _ = run("check", "--format", "json", "--store", built)
    findings = json.loads(printed)
    assert status == (1 if any(finding["severity"] == "violation" for finding in findings) else 0)
    assert findings


def test_network(run: Run, built: Path, tmp_path: Path) -> None:
    words = ("network", "--relation", "signataire", "--convention", "les-rousses-2023")
    assert run(*words, "--out", "reseau.html", "--store", built) == (0, "", "")
    assert "Caf du Jura" in (tmp_path / "reseau.html").read_text("utf-8")


def test_extract(run: Run, tmp_path: Path) -> None:
    words = ("extract", ACTS, "--tables", "tableaux", "--facts", "faits.jsonl")
    status, printed, messages = run(*words)
    assert (status, printed) == (0, "")
    assert messages.startswith("les-rousses-deliberation-2023-12 : 1 acte, ")
    assert (tmp_path / "faits.jsonl").read_text("utf-8").count("\n") > 5
    with (tmp_path / "tableaux" / "acts.csv").open(encoding="utf-8", newline="") as file:
        assert [row["number"] for row in csv.DictReader(file)] == ["2023-12"]
    report = frictionless.validate(str(tmp_path / "tableaux" / "datapackage.json"))
    assert report.valid


def test_extract_finds_what_a_store_of_these_documents_finds(
    run: Run, tmp_path: Path, documents: Path, shipped_store: Path
) -> None:
    """The narrow reference that an extraction takes judges as the whole one does."""
    status, _, _ = run("extract", documents, "--tables", "lus")
    assert status == 0
    shutil.copytree(shipped_store, tmp_path / "magasin")
    assert run("build", "--documents", documents, "--store", "magasin")[0] == 0
    run("export", "--format", "csv", "construits", "--store", "magasin")
    names = sorted(file.name for file in (tmp_path / "lus").iterdir())
    assert "findings.csv" in names
    for name in names:
        assert (tmp_path / "lus" / name).read_bytes() == (tmp_path / "construits" / name).read_bytes(), name


def test_several_documents(run: Run, tmp_path: Path) -> None:
    """One that fails does not stop the others; two of one name cannot both be told apart, so one is refused."""
    (act,) = ACTS.iterdir()
    for place in ("un", "deux"):
        (tmp_path / place).mkdir()
        (tmp_path / place / "acte.md").write_text(act.read_text("utf-8") + f"\n{place}\n", "utf-8")
    (tmp_path / "deux" / "vide.md").touch()
    status, _, messages = run("extract", "un", "deux", "un/acte.md", "--facts", "faits", "--tables", "tableaux")
    assert status == 1
    assert sorted(line.split(" : ")[0] for line in messages.splitlines()) == ["Erreur", "Erreur", "acte"]
    assert "deux/acte.md : un autre document porte déjà ce nom" in messages
    assert "deux/vide.md" in messages
    assert [file.name for file in (tmp_path / "faits").iterdir()] == ["acte.jsonl"]


def _acts(folder: Path) -> list[str]:
    """Put three acts of different lengths into ``folder``, the longest last; return their names."""
    (act,) = ACTS.iterdir()
    folder.mkdir()
    names = ["un", "deux", "trois"]
    for count, name in enumerate(names):
        (folder / f"{name}.md").write_text(act.read_text("utf-8") + "\nSuite.\n" * count, "utf-8")
    return names


def test_facts_are_written_as_documents_are_read(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = _acts(tmp_path / "actes")
    there: list[int] = []

    def read(path: Path) -> reading.Reading:
        there.append(len(list((tmp_path / "faits").glob("*.jsonl"))))
        return reading.read(path, Gazetteer(reference.load()))

    monkeypatch.setattr("maillage.cli.reading.read", read)
    assert run("extract", "actes", "--facts", "faits", "--jobs", "1")[0] == 0
    assert there == list(range(len(names)))


def test_one_process_or_several_write_the_same(run: Run, tmp_path: Path) -> None:
    """However many read, and whichever is done first, the same bytes are written and the same is said."""
    _acts(tmp_path / "actes")
    (tmp_path / "actes" / "vide.md").touch()
    said = [
        run("extract", "actes", "--facts", f"faits{jobs}", "--tables", f"lus{jobs}", "--jobs", jobs) for jobs in "12"
    ]
    assert said[0] == said[1]
    assert said[0][0] == 1
    for kind in ("faits", "lus"):
        written = [{file.name: file.read_bytes() for file in (tmp_path / f"{kind}{jobs}").iterdir()} for jobs in "12"]
        assert written[0] == written[1] != {}


@pytest.mark.parametrize("debug", ["", "1"])
def test_a_defect_of_a_reader_is_one_sentence(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, debug: str
) -> None:
    (act,) = ACTS.iterdir()
    (tmp_path / "mauvais.md").write_text(act.read_text("utf-8"), "utf-8")
    monkeypatch.setenv("MAILLAGE_DEBUG", debug)
    monkeypatch.setattr("maillage.cli.reading.read", _broken)
    status, _, messages = run("extract", "mauvais.md", act, "--tables", "t", "--jobs", "1")
    assert status == 1
    assert "mauvais.md : la lecture a échoué (ZeroDivisionError)" in messages
    assert "les-rousses-deliberation-2023-12 : 1 acte" in messages
    assert ("Traceback" in messages) == bool(debug)


def _broken(path: Path) -> reading.Reading:
    """Read as ever, but fail on one file as a reader with a defect would."""
    return reading.read(path, Gazetteer(reference.load())) if path.stem != "mauvais" else _defect()


def _defect() -> reading.Reading:
    raise ZeroDivisionError("1 / 0")


@pytest.mark.parametrize(
    ("words", "status", "message"),
    [
        (("extract", ACTS), 2, "donnez --tables, --facts ou les deux"),
        (("extract", "absent.md", "--tables", "t"), 2, "introuvable"),
        (("extract", "vide.md", "--tables", "t"), 1, "vide.md"),
        (("extract", ACTS, "--facts", "/proc/x"), 2, "on ne peut pas écrire ici"),
        (("extract", "--tables", "t"), 2, "il manque FICHIER"),
        (("extract", "a", "--format", "x"), 2, "option inconnue : --format"),
    ],
)
def test_wrong_extracts(run: Run, tmp_path: Path, words: tuple[str | Path, ...], status: int, message: str) -> None:
    (tmp_path / "vide.md").touch()
    found, printed, messages = run(*words)
    assert (found, printed) == (status, "")
    assert message in messages
    assert messages.count("\n") == 1
