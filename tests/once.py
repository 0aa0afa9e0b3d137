"""What takes long to make is made once for the whole run, whatever the number of processes that run the tests."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest


def once(folders: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """Return a copy, this process's own, of the folder ``name`` that ``make`` fills: the first to ask makes it."""
    own = folders.mktemp(name)
    run = own.parent.parent if "PYTEST_XDIST_WORKER" in os.environ else own.parent
    made = run / f"{name}-made"
    with (run / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            make(own / "begun")
            (own / "begun").rename(made)
    return shutil.copytree(made, own / "copy")
