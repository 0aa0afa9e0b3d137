"""What every test may ask for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.needed import missing

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def documents() -> Path:
    """The folder of the five real acts; without it a test fails under CI and is skipped elsewhere."""
    folder = ROOT.parent / "shared" / "documents"
    if not folder.is_dir():
        missing("the folder of the real acts", f"they stand in ../shared/{folder.name}")
    return folder
