"""The command itself: its help, its languages, its speed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from time import perf_counter

import pytest

from maillage.cli.group import COMMANDS
from tests.maillage.cli.conftest import Run


def maillage(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "maillage.cli", *words]
    env = {key: value for key, value in os.environ.items() if not key.startswith("MAILLAGE_")} | environment
    return subprocess.run(command, capture_output=True, text=True, env=env, check=False)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_teaches_by_examples(run: Run, command: str) -> None:
    status, printed, _ = run(command, "--help")
    assert status == 0
    assert printed.startswith(f"Utilisation : maillage {command}")
    assert f"  maillage {command}" in printed[printed.index("Exemples :") :]
    assert "--help" in printed


def test_the_help_names_every_command(run: Run) -> None:
    status, printed, _ = run("--help")
    assert status == 0
    listed = printed[printed.index("Commandes:") :]
    assert all(f"  {command} " in listed for command in COMMANDS)


def test_english() -> None:
    done = maillage("query", "--help", MAILLAGE_LANG="en")
    assert done.returncode == 0
    assert done.stdout.startswith("Usage: maillage query")
    assert "Examples:" in done.stdout
    done = maillage("qury", MAILLAGE_LANG="en")
    assert done.returncode == 2
    assert done.stderr == (
        "Error: there is no command “qury”. Did you mean: query? “maillage --help” shows them all.\n"
    )


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["qury"], "il n'y a pas de commande « qury ». Vouliez-vous dire : query ?"),
        (["query", "--lst"], "option inconnue : --lst. Vouliez-vous dire --list, --store ?"),
        (["build", "--jobs", "0"], "--jobs : il faut un entier d'au moins 1."),
        (["build", "--jobs", "x"], "--jobs : il faut un entier d'au moins 1."),
        (["build", "--jobs"], "l'option --jobs attend une valeur."),
        (["export", "--format", "pdf", "x"], "--format : il faut l'une des valeurs csv, parquet,"),
        (["export", "--format", "csv"], "il manque DEST."),
        (["export", "x"], "il manque --format."),
        (["build", "x"], "argument en trop : x."),
    ],
)
def test_wrong_use(run: Run, words: list[str], message: str) -> None:
    status, printed, messages = run(*words)
    assert (status, printed) == (2, "")
    assert messages.startswith(f"Erreur : {message}")
    assert "maillage" in messages[len(message) :]


def test_the_store_is_named_by_the_environment(built: Path) -> None:
    done = maillage("query", "votes", "--format", "csv", MAILLAGE_STORE=str(built), NO_COLOR="1")
    assert (done.returncode, done.stderr) == (0, "")
    assert "\x1b" not in done.stdout


def test_a_question_is_answered_at_once(built: Path) -> None:
    start = perf_counter()
    assert maillage("query", "votes", "--store", str(built)).returncode == 0
    assert perf_counter() - start < 3  # 0.3 s on an idle machine


def test_a_pipe_that_closes_is_no_error() -> None:
    command = [sys.executable, "-m", "maillage.cli", "query", "--list"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.close()
        assert running.stderr.read() == ""
