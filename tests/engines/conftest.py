"""The graph that every engine is asked about: the five real acts, with the official territories around them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from maillage import graph
from maillage.checks import check
from maillage.places import folder
from maillage.store import Store
from tests.viz.conftest import quads
from tests.viz.explorer.serving import build

_ELSEWHERE = re.compile(rf"<{re.escape(graph.BASE)}(?:commune|appartenance)/(?!59|62)")


@pytest.fixture(scope="session")
def five_acts(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A store on disk with the facts that are shipped; of the communes, those of two départements."""
    facts = sorted((folder("data") / "sources").glob("*/facts.jsonl"))
    stated = [*quads(*facts, reference=folder("data") / "reference"), *graph.ontology_quads(), *graph.dataset_quads()]
    near = [line for line in stated if not _ELSEWHERE.match(line)]
    findings = graph.finding_quads(check(Store.memory(near)))
    return build(tmp_path_factory.mktemp("engines") / "store", [*near, *findings])


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder for what a server keeps."""
    made = tmp_path / "server"
    made.mkdir()
    return made
