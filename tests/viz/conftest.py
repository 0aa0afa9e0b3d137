"""What the tests of the views share: a store with the facts of the catalogue's cases, and a real browser."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from maillage import facts_file, graph
from maillage.classification import classify
from maillage.facts import Fact
from maillage.places import folder
from maillage.reference import Reference
from maillage.store import Store
from tests.needed import missing

CASES = Path(__file__).parents[1] / "cases"
COMMON = CASES / "queries" / "commun"
HOSTILE = CASES / "viz" / "hostile.jsonl"
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def quads(*files: Path, reference: Path = COMMON / "reference") -> Iterator[str]:
    """Give the graph of the facts in ``files``, with the ``reference`` of a folder: that of the catalogue's cases."""
    stated: list[Fact] = []
    for file in files:
        source, facts = facts_file.loads(file.read_text("utf-8"), str(file))
        stated += facts
        yield from graph.act_quads(
            source, (*facts, *classify(facts)), lambda place: f"Les mots de {place.document}, {place.lines}."
        )
    yield from graph.actor_quads(stated)
    yield from graph.reference_quads(Reference(reference))


@pytest.fixture(scope="session")
def store() -> Store:
    """Two fictional conventions of the Jura, in memory."""
    return Store.memory([*quads(*sorted(COMMON.glob("*.jsonl"))), *graph.ontology_quads()])


@pytest.fixture(scope="session")
def acts_store() -> Store:
    """The five real acts, by the facts that are shipped, in memory."""
    facts = sorted((folder("data") / "sources").glob("*/facts.jsonl"))
    return Store.memory([*quads(*facts, reference=folder("data") / "reference"), *graph.ontology_quads()])


@pytest.fixture(scope="session")
def hostile_store() -> Store:
    """A convention all of whose words try to be something else than words."""
    return Store.memory(quads(HOSTILE))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium; without it a test fails under CI and is skipped elsewhere."""
    program = shutil.which("chromium")
    if program is None:
        missing("chromium")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
        yield opened
        opened.close()
