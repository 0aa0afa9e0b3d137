"""A store built once by the command itself, from what is shipped and one act of ours."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from maillage.cli import main

ACTS = Path(__file__).parents[2] / "cases" / "cli"

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the store; no test may change it."""
    root = tmp_path_factory.mktemp("cli") / "store"
    assert main(["build", "--documents", str(ACTS), "--store", str(root)]) == 0
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
