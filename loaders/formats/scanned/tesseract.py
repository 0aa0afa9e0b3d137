"""Tesseract: asked what is printed in the image of a page, with its French model, in a process of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import cache
from tempfile import TemporaryFile

from PIL import Image

from loaders.formats.intake import Intake
from loaders.formats.limits import PAGE_SECONDS
from maillage.errors import DocumentError

LANGUAGE = "fra"

ANY_LAYOUT, ONE_COLUMN = "3", "4"
"""How Tesseract takes a page: as it lies, or (its cells laid apart) as one column."""

ONE_THREAD = {**os.environ, "OMP_THREAD_LIMIT": "1"}
"""Tesseract's threads wait for each other: with one it is several times faster, and pages can go side by side."""


def program(origin: Intake) -> str:
    """Return the path of Tesseract. Raises DocumentError where it or its French model is missing."""
    path = shutil.which("tesseract")
    if path is None:
        raise _missing(origin, "Tesseract", "tesseract-ocr tesseract-ocr-fra")
    if LANGUAGE not in _languages(path):
        raise _missing(origin, "Tesseract (français)", "tesseract-ocr-fra")
    return path


@cache
def _languages(path: str) -> frozenset[str]:
    """Return the languages that Tesseract knows."""
    call = [path, "--list-langs"]
    listed = subprocess.run(call, capture_output=True, text=True, check=False, timeout=PAGE_SECONDS)  # noqa: S603 - ours
    return frozenset(listed.stdout.split())


def _missing(origin: Intake, what: str, packages: str) -> DocumentError:
    """Say what must be installed to read a scan."""
    return origin.refusal(
        f"document numérisé sans texte, et {what} manque : installez les paquets Debian {packages}.",
        f"scanned document without text, and {what} is missing: install the Debian packages {packages}.",
    )


def recognised(image: Image.Image, dots: int, mode: str, path: str, number: int, origin: Intake) -> str:
    """Return what Tesseract, at ``path``, recognises on the page ``number``, a line a word.

    ``image`` is drawn at ``dots`` an inch, ``mode`` says how the page lies. Raises DocumentError where Tesseract fails
    or takes too long.
    """
    call = [path, "stdin", "stdout", "-l", LANGUAGE, "--dpi", str(dots), "--psm", mode, "tsv"]
    try:
        with TemporaryFile() as drawn:  # through a pipe an image of eight megabytes goes by two thousand pieces
            image.save(drawn, "PPM")
            drawn.seek(0)
            done = subprocess.run(  # noqa: S603 - a list of our own words, no shell
                call, stdin=drawn, capture_output=True, check=True, timeout=PAGE_SECONDS, env=ONE_THREAD
            )
    except (subprocess.SubprocessError, OSError) as error:
        raise origin.refusal(
            "la reconnaissance du texte a échoué : numérisez la page de nouveau, à 300 points par pouce.",
            "recognising the text failed: scan the page again, at 300 dots an inch.",
            place=f"page {number}",
        ) from error
    return done.stdout.decode("utf-8", "replace")
