"""What every test may ask for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def documents() -> Path:
    """The folder of the five real acts; without it a test fails under CI and is skipped elsewhere."""
    folder = ROOT.parent / "shared" / "documents"
    if not folder.is_dir():
        if os.environ.get("CI"):
            pytest.fail(f"the real acts are missing: {folder.name}")
        pytest.skip("the real acts are not on this machine")
    return folder
