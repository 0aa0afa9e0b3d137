"""How long a build takes, and how much memory: the whole command, from outside."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import perf_counter


def measure_builds(store: Path, documents: Sequence[Path]) -> Iterator[str]:
    """Build the store at ``store`` twice, the second time with nothing changed; give a line a build."""
    options = [word for folder in documents for word in ("--documents", str(folder))]
    for name in ("build, from nothing", "build, nothing changed"):
        seconds = _timed([sys.executable, "-m", "maillage.cli", "build", *options, "--store", str(store)])
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        yield f"{name:28} {seconds:7.2f} s   peak of a process so far {peak:6.0f} MB"


def _timed(command: Sequence[str]) -> float:
    start = perf_counter()
    subprocess.run(command, check=True, capture_output=True, env=os.environ)
    return perf_counter() - start
