"""What every test may ask for."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from maillage.cli.reading import installed
from maillage.pipeline.building import build
from tests.needed import missing
from tests.once import once
from tests.own_acts import ACT

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def documents() -> Path:
    """The folder of the five real acts; without it a test fails under CI and is skipped elsewhere."""
    folder = ROOT.parent / "shared" / "documents"
    if not folder.is_dir():
        missing("the folder of the real acts", f"they stand in ../shared/{folder.name}")
    return folder


@pytest.fixture(scope="session")
def shipped_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of what is shipped, for builds that begin with it; no test may change it."""

    def make(root: Path) -> None:
        build(root, [], installed())

    return once(tmp_path_factory, "shipped", make)


@pytest.fixture(scope="session")
def store_of_act(tmp_path_factory: pytest.TempPathFactory, shipped_store: Path) -> Path:
    """A store of what is shipped and an act; no test may change it."""

    def make(root: Path) -> None:
        build(shutil.copytree(shipped_store, root), [ACT], installed())

    return once(tmp_path_factory, "act", make)


@pytest.fixture
def root(store_of_act: Path, tmp_path: Path) -> Path:
    """A store with an act, of the test's own."""
    return shutil.copytree(store_of_act, tmp_path / "store")
