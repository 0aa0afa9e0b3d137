"""Scanned pages: drawn, their ruling lines found in the image, their words recognised by Tesseract in French."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from functools import cache
from io import BytesIO
from statistics import median

import pypdfium2
from PIL import Image

from loaders.formats.geometry import Sheet, Word
from loaders.formats.image_rules import rules_in
from loaders.formats.intake import Intake
from loaders.formats.limits import MAX_PIXELS, MAX_SCANNED_PAGES, PAGE_SECONDS
from maillage.errors import DocumentError

LANGUAGE = "fra"
POINTS = 72
SCALE = 4
"""Dots a point at which a page is drawn: 288 an inch."""

# Tesseract's threads wait for each other: with one it is several times faster, and pages can go side by side.
_ONE_THREAD = {**os.environ, "OMP_THREAD_LIMIT": "1"}

_SMALL = 0.6
"""Part of its line's height up to which a lone sign at the beginning is a bullet, whatever letter it was taken for."""

LARGER = 1.3
"""How many times higher than the body's a line is where it is printed larger, not only with taller letters."""

_BORDERS = frozenset("|_[]{}¦‖—–-=~'`.,\\/‘’°")
_BULLET = re.compile(r"^[«*°¢¤](?=[^\W\d_])")
_WORD_LEVEL, _LINE_LEVEL = "5", "4"
_COLUMNS = 12


def recognise(document: pypdfium2.PdfDocument, indices: Sequence[int], origin: Intake) -> Iterator[tuple[int, Sheet]]:
    """Give the pages ``indices`` of ``document``, recognised.

    Raises DocumentError where Tesseract or its French model is missing, or where recognising a page fails.
    """
    if not indices:
        return
    if len(indices) > MAX_SCANNED_PAGES:
        raise origin.refusal(
            f"{len(indices)} pages numérisées (au plus {MAX_SCANNED_PAGES}) : coupez le document.",
            f"{len(indices)} scanned pages (at most {MAX_SCANNED_PAGES}): split the document.",
        )
    program = _tesseract(origin)
    for index in indices:
        page = document[index]
        width, height = page.get_size()
        if width * height > MAX_PIXELS:
            raise origin.refusal(
                "page démesurée : imprimez le document en PDF au format A4 ou A3.",
                "oversized page: print the document as PDF in A4 or A3.",
                place=f"page {index + 1}",
            )
        scale = max(min(SCALE, int((MAX_PIXELS / (width * height)) ** 0.5)), 1)
        image = page.render(scale=scale, grayscale=True).to_pil().convert("L")
        page.close()
        yield index, read_image(image, index + 1, scale, program, origin)


def read_image(image: Image.Image, number: int, scale: int, program: str, origin: Intake) -> Sheet:
    """Return the sheet that ``image``, drawn at ``scale`` dots a point, shows. Raises DocumentError if that fails."""
    words = words_in(_tsv(image, scale * POINTS, program, number, origin), 1 / scale)
    rules = tuple(rules_in(image, 1 / scale))
    return Sheet(number, image.width / scale, image.height / scale, tuple(words), rules)


def _tesseract(origin: Intake) -> str:
    """Return the path of Tesseract. Raises DocumentError where it or its French model is missing."""
    program = shutil.which("tesseract")
    if program is None:
        raise _missing(origin, "Tesseract", "tesseract-ocr tesseract-ocr-fra")
    if LANGUAGE not in _languages(program):
        raise _missing(origin, "Tesseract (français)", "tesseract-ocr-fra")
    return program


@cache
def _languages(program: str) -> frozenset[str]:
    """Return the languages that Tesseract knows."""
    call = [program, "--list-langs"]
    listed = subprocess.run(call, capture_output=True, text=True, check=False, timeout=PAGE_SECONDS)  # noqa: S603
    return frozenset(listed.stdout.split())


def _missing(origin: Intake, what: str, packages: str) -> DocumentError:
    """Say what must be installed to read a scan."""
    return origin.refusal(
        f"document numérisé sans texte, et {what} manque : installez les paquets Debian {packages}.",
        f"scanned document without text, and {what} is missing: install the Debian packages {packages}.",
    )


def _tsv(image: Image.Image, dots: int, program: str, number: int, origin: Intake) -> str:
    """Return what Tesseract recognises, a line a word. Raises DocumentError where it fails or takes too long."""
    drawn = BytesIO()
    image.save(drawn, "PPM")
    call = [program, "stdin", "stdout", "-l", LANGUAGE, "--dpi", str(dots), "--psm", "3", "tsv"]
    try:
        done = subprocess.run(  # noqa: S603
            call, input=drawn.getvalue(), capture_output=True, check=True, timeout=PAGE_SECONDS, env=_ONE_THREAD
        )
    except (subprocess.SubprocessError, OSError) as error:
        raise origin.refusal(
            "la reconnaissance du texte a échoué : numérisez la page de nouveau, à 300 points par pouce.",
            "recognising the text failed: scan the page again, at 300 dots an inch.",
            place=f"page {number}",
        ) from error
    return done.stdout.decode("utf-8", "replace")


def words_in(tsv: str, scale: float) -> list[Word]:
    """Return the words of Tesseract's table; all words of one of its lines have that line's height."""
    words: list[Word] = []
    top, bottom = 0.0, 0.0
    for row in tsv.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) < _COLUMNS or not cells[6].isdecimal():
            continue
        left, upper, width, height = (int(cell) * scale for cell in cells[6:10])
        if cells[0] == _LINE_LEVEL:
            top, bottom = upper, upper + height
        elif cells[0] == _WORD_LEVEL and cells[11].strip() and not _BORDERS.issuperset(cells[11]):
            small = max(width, height) <= _SMALL * (bottom - top) and len(cells[11]) <= 3
            text = cells[11] if cells[5] != "1" else _BULLET.sub("• ", "•" if small else cells[11])
            words.append(Word(text, left, top, left + width, bottom, size=bottom - top))
    return _evened(words)


def _evened(words: Sequence[Word]) -> list[Word]:
    """Give all words the body's size but those far from it: the height of a line depends on its letters."""
    if not words:
        return []
    body = median(word.size for word in words)
    return [
        Word(w.text, w.left, w.top, w.right, w.bottom, size=round(w.size / 2) * 2.0 if w.size > LARGER * body else body)
        for w in words
    ]
