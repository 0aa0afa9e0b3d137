"""How long reading takes for each 100 KB of text, where the time goes, what a second process gains, how much memory."""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from loaders import formats
from loaders.acts.sections import sections
from loaders.fusing import fuse
from loaders.readers import READERS
from loaders.reading import reader
from loaders.resolve import Gazetteer
from maillage import reference
from maillage.facts import Fact

_TEXTS = (".md", ".txt")
_MANY = 1_000
_UNIT = 100_000


def measure_reading(folders: Sequence[Path]) -> Iterator[str]:
    """Read the text acts of ``folders``; give a line an act with its phases, then the memory as acts go by."""
    gazetteer = Gazetteer(reference.load())
    acts = [path for folder in folders for path in sorted(folder.rglob("*")) if path.suffix in _TEXTS]
    for path in acts:
        _phases(path, gazetteer)  # once, so that what is loaded at first does not count
        phases, size = _phases(path, gazetteer), path.stat().st_size
        whole = sum(phases.values())
        shares = "  ".join(f"{name} {seconds / whole:.0%}" for name, seconds in phases.items() if seconds > whole / 50)
        yield f"{path.stem[:40]:40} {whole / size * _UNIT:6.2f} s per 100 KB ({size // 1000} KB)  {shares}"
    yield from _shared(acts) if acts else ()
    for count in range(_MANY if acts else 0):
        _phases(acts[count % len(acts)], gazetteer)
        if count + 1 in (10, 100, _MANY):
            yield f"after {count + 1:5} acts: at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB"


def _shared(acts: Sequence[Path]) -> Iterator[str]:
    """Read the largest act alone, then all of them with one job and with two, each from a cold start; give the gain."""
    largest = max(acts, key=lambda path: path.stat().st_size)
    yield f"{largest.stem[:40]:40} {_cold([largest], 1)[1]:.1f} s of work from the start of the program"
    walls: list[float] = []
    for jobs in (1, 2):
        wall, work, memory = _cold(acts, jobs)
        walls.append(wall)
        yield f"{len(acts)} acts with --jobs {jobs}: {wall:.1f} s, {work:.1f} s of work, at most {memory} MB a process"
    yield f"--jobs 2 gains {walls[0] / walls[1]:.2f} (this machine may be busy: compare the work)"


def _cold(acts: Sequence[Path], jobs: int) -> tuple[float, float, int]:
    """Return what extracting ``acts`` takes: seconds on the wall, seconds of work, MB in the largest process."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), perf_counter()
    with TemporaryDirectory() as folder:
        call = [sys.executable, "-m", "maillage.cli", "extract", "--tables", folder, "--jobs", str(jobs)]
        subprocess.run([*call, *map(str, acts)], check=False, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return perf_counter() - start, after.ru_utime - before.ru_utime, after.ru_maxrss // 1024


def _phases(path: Path, gazetteer: Gazetteer) -> dict[str, float]:
    """Return the seconds that each phase of reading the act at ``path`` takes."""
    phases: dict[str, float] = {}
    start = process_time()
    document = formats.read(path)
    phases["format"] = process_time() - start
    start = process_time()
    parts = list(sections(document, gazetteer))
    phases["acts"] = process_time() - start
    facts: list[Fact] = []
    for name in READERS:
        start = process_time()
        facts.extend(fact for part in parts for fact in reader(name)(part))
        phases[name] = process_time() - start
    start = process_time()
    fuse(facts)
    phases["fusing"] = process_time() - start
    return phases
