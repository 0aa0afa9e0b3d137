"""What tests need of the machine: under CI it must be there; elsewhere a test that lacks it is skipped, and says so."""

from __future__ import annotations

import os
from typing import NoReturn

import pytest

from viz.explorer import built


def missing(what: str, remedy: str = "make test") -> NoReturn:
    """Fail under CI, skip elsewhere, for want of ``what``."""
    if os.environ.get("CI"):
        pytest.fail(f"{what} is missing: {remedy}")
    pytest.skip(f"{what} is missing: {remedy}")


def scripts(entry: str) -> None:
    """Ask for the scripts of the pages ``entry`` to be built."""
    if entry not in built.entries(built.FOLDER):
        missing(f"the script {entry}", "make browser")
