"""Processes that work only where nobody else would, for a server, and that do not outlive it."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def give_way() -> None:
    """Work only where no other process would."""
    if sys.platform == "linux":
        os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
    elif sys.platform != "win32":
        os.nice(19)


def environment() -> dict[str, str]:
    """Return an environment in which another process is the code that runs here, wherever it was started."""
    root = str(Path(__file__).resolve().parents[2])
    paths = [root, *filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}
