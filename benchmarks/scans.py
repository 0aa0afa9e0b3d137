"""``python -m benchmarks.scans SCANS``: reading scans, beside Tesseract alone on the images of the same pages.

SCANS are PDF files whose pages are only images. Tesseract is run page after page, with the language, the resolution
and the one thread that Maillage gives it; its images are drawn before. *Work* is time of the processors, which other
programs of the machine do not lengthen; *own* is what Maillage works beside Tesseract, as a part of what Tesseract
works for it.
"""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import NamedTuple

import pypdfium2

from loaders import formats
from loaders.formats.scanned.scan import POINTS, SCALE
from loaders.formats.scanned.tesseract import ANY_LAYOUT, LANGUAGE, ONE_THREAD


class Taken(NamedTuple):
    """Seconds that something takes: on the wall, and of work, here and in the programs that it calls."""

    wall: float
    here: float
    called: float


def measure_scans(scans: Sequence[Path]) -> Iterator[str]:
    """Read each of ``scans``, then have Tesseract alone recognise its pages; give a line a scan, then one for all."""
    read, alone = [], []
    for scan in scans:
        with TemporaryDirectory() as folder:
            pages = _drawn(scan, Path(folder))
            read.append(_taken(partial(formats.read, scan)))
            alone.append(_taken(partial(_recognise, pages)))
        yield _line(f"{scan.stem[:40]} ({len(pages)})", read[-1], alone[-1])
    if scans:
        yield _line("all", _sum(read), _sum(alone))


def _drawn(scan: Path, folder: Path) -> list[Path]:
    """Draw the pages of ``scan`` into ``folder``."""
    drawn = []
    with pypdfium2.PdfDocument(scan) as document:
        for number, page in enumerate(document):
            drawn.append(folder / f"{number}.pgm")
            page.render(scale=SCALE).to_pil().convert("L").save(drawn[-1])
    return drawn


def _recognise(pages: Sequence[Path]) -> None:
    """Have Tesseract recognise ``pages``, one after the other."""
    program = shutil.which("tesseract") or "tesseract"
    asked = ["-l", LANGUAGE, "--dpi", str(SCALE * POINTS), "--psm", ANY_LAYOUT, "tsv"]
    for page in pages:
        subprocess.run([program, str(page), "stdout", *asked], check=True, capture_output=True, env=ONE_THREAD)


def _taken(work: Callable[[], object]) -> Taken:
    """Return what ``work`` takes."""
    before, start = _worked(), perf_counter()
    work()
    here, called = (now - then for now, then in zip(_worked(), before, strict=True))
    return Taken(perf_counter() - start, here, called)


def _worked() -> tuple[float, float]:
    """Return the seconds of work so far, here and in what was called."""
    here, called = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return here.ru_utime + here.ru_stime, called.ru_utime + called.ru_stime


def _sum(times: Sequence[Taken]) -> Taken:
    return Taken(*map(sum, zip(*times, strict=True)))


def _line(name: str, read: Taken, alone: Taken) -> str:
    work = read.here + read.called
    return (
        f"{name:46} own {read.here / read.called:4.0%}  work {work:6.1f} s, Tesseract alone {alone.called:6.1f} s "
        f"({work / alone.called:.2f})  wall {read.wall:6.1f} s, {alone.wall:6.1f} s ({read.wall / alone.wall:.2f})"
    )


if __name__ == "__main__":
    for line in measure_scans([Path(argument) for argument in sys.argv[1:]]):
        print(line, flush=True)
