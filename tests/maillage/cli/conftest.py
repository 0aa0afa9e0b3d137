"""The command line, run in a folder of its own, and stores for it to ask."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from maillage import graph
from maillage.cli import main
from maillage.store import Store
from tests.viz.explorer.serving import build

ACTS = Path(__file__).parents[2] / "cases" / "cli"

_ELSEWHERE = re.compile(rf"<{re.escape(graph.BASE)}(?:commune|appartenance)/(?!39)")

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="session")
def built(store_of_act: Path) -> Path:
    """A store of what is shipped and one act of ours; no test may change it."""
    return store_of_act


@pytest.fixture(scope="session")
def near(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same store with the communes of one département: to write the others takes long and says no more."""
    root = tmp_path_factory.mktemp("near") / "store"
    build(root, (line for line in Store.open(built).dump_nquads() if not _ELSEWHERE.match(line)))
    return root


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run the command line in an empty folder and give its exit status, output and messages."""
    monkeypatch.chdir(tmp_path)

    def call(*words: str | Path) -> tuple[int, str, str]:
        capsys.readouterr()
        status = main([str(word) for word in words])
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return call
