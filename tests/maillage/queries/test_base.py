"""An installation that starts its IRIs otherwise (``MAILLAGE_BASE``) asks the same questions, with the same answers."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from maillage.graph import rebased
from maillage.queries import catalogue, question

BASE = "https://maillage.exemple.fr/graphe/"
CASES = Path(__file__).parent / "test_cases.py"


def test_the_start_of_iris_is_changed_in_iris_only() -> None:
    text = 'PREFIX g: <https://w3id.org/maillage/id/graphe/> # "https://w3id.org/maillage/id/"'
    assert rebased(text, BASE) == f'PREFIX g: <{BASE}graphe/> # "https://w3id.org/maillage/id/"'
    term = "PREFIX m: <https://w3id.org/maillage/def/>"
    assert rebased(term, BASE) == term


def test_questions_of_the_usual_base_are_as_written() -> None:
    assert all(found.sparql == found.file.read_text("utf-8") for found in catalogue())
    assert question("pages/reseau").sparql.startswith("#+")


def test_every_case_holds_with_another_base() -> None:
    options = ["-q", "-p", "no:cacheprovider", "-k", "test_case or empty_store"]
    command = [sys.executable, "-m", "pytest", *options, str(CASES)]
    done = subprocess.run(
        command, env=os.environ | {"MAILLAGE_BASE": BASE}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-3000:]
