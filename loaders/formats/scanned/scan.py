"""Scanned pages: drawn, their ruling lines found in the image, their words recognised by Tesseract in French."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from loaders.formats.intake import Intake
from loaders.formats.laid.geometry import Rule, Sheet
from loaders.formats.laid.ruled import grids
from loaders.formats.limits import MAX_PIXELS, MAX_SCANNED_PAGES
from loaders.formats.scanned import tesseract
from loaders.formats.scanned.askew import ROUGHLY, slope_of, straightened
from loaders.formats.scanned.image_rules import rules_in
from loaders.formats.scanned.laid_apart import in_cells, laid_apart
from loaders.formats.scanned.recognised import (
    ENOUGH,
    Box,
    lines_in,
    quarters_of,
    set_straight,
    without_initials,
    words_of,
)

POINTS = 72
SCALE = 4
"""Dots a point at which a page is drawn: 288 an inch."""

RULES_SCALE = 3
"""Dots a point at which a page is drawn that is looked through for lines only."""

ASKEW = 0.008
"""Slope up to which a page is recognised as it was laid: turning its image would blur letters more than set them."""

_TURNS = (Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_180, Image.Transpose.ROTATE_270)
_SIDE_BY_SIDE = 2
"""Pages that are recognised at a time."""


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
    program = tesseract.program(origin)
    with ThreadPoolExecutor(_SIDE_BY_SIDE) as pages:
        begun: deque[tuple[int, Future[Sheet]]] = deque()
        for index in indices:  # the next pages are drawn while Tesseract reads
            image, scale = _drawn(document, index, origin)
            begun.append((index, pages.submit(read_image, image, index + 1, scale, program, origin)))
            if len(begun) > _SIDE_BY_SIDE:
                yield begun[0][0], begun.popleft()[1].result()
        for index, page in begun:
            yield index, page.result()


def _drawn(document: pypdfium2.PdfDocument, index: int, origin: Intake) -> tuple[Image.Image, int]:
    """Return the page in grey, and the dots a point that it is drawn at. Raises DocumentError where it is oversized."""
    page = document[index]
    width, height = page.get_size()
    if width * height > MAX_PIXELS:
        raise origin.refusal(
            "page démesurée : imprimez le document en PDF au format A4 ou A3.",
            "oversized page: print the document as PDF in A4 or A3.",
            place=f"page {index + 1}",
        )
    scale = max(min(SCALE, int((MAX_PIXELS / (width * height)) ** 0.5)), 1)
    image = _in_grey(page, scale)
    page.close()
    return image, scale


def _in_grey(page: pypdfium2.PdfPage, scale: int) -> Image.Image:
    """Return the page drawn on a grey ground, where all is grey: PDFium's flag for it takes four times as long."""
    drawn: Image.Image = page.render(scale=scale, force_bitmap_format=pdfium.FPDFBitmap_Gray).to_pil()
    return drawn.convert("L")


def with_rules(sheet: Sheet, page: pypdfium2.PdfPage) -> Sheet:
    """Return ``sheet``, the scan of a page that was recognised already, with the ruling lines of its image."""
    if sheet.width * sheet.height * RULES_SCALE**2 > MAX_PIXELS:
        return replace(sheet, recognised=True)
    found = rules_in(_in_grey(page, RULES_SCALE), 1 / RULES_SCALE)
    return replace(sheet, rules=(*sheet.rules, *found), recognised=True)


def read_image(image: Image.Image, number: int, scale: int, program: str, origin: Intake) -> Sheet:
    """Return the sheet that ``image``, drawn at ``scale`` dots a point, shows. Raises DocumentError if that fails."""

    def recognise_lines(drawn: Image.Image, mode: str) -> list[list[Box]]:
        return lines_in(tesseract.recognised(drawn, scale * POINTS, mode, program, number, origin))

    ruled, lines = _read(image, scale, recognise_lines)
    quarters = quarters_of(lines)
    if quarters:
        turned = image.transpose(_TURNS[quarters - 1])
        its_rules, its_lines = _read(turned, scale, recognise_lines)
        if quarters_of(its_lines):
            quarters = 0  # no turn makes sense
        else:
            image, ruled, lines = turned, its_rules, its_lines
    words = tuple(words_of(without_initials(lines, image.height), 1 / scale))
    width, height = image.width / scale, image.height / scale
    return Sheet(number, width, height, words, ruled, recognised=True, quarters=quarters)


def _read(
    image: Image.Image, scale: int, recognise_lines: Callable[[Image.Image, str], list[list[Box]]]
) -> tuple[tuple[Rule, ...], list[list[Box]]]:
    """Return the ruling lines of ``image`` set straight, and the lines of print recognised in it."""
    slope = slope_of(image)
    ruled = tuple(rules_in(straightened(image, slope, ROUGHLY), 1 / scale))
    tables = in_cells(grids(Sheet(1, image.width / scale, image.height / scale, (), ruled, recognised=True)))
    straight = straightened(image, slope) if tables or abs(slope) > ASKEW else image
    if tables:
        apart = laid_apart(straight, tables, scale)
        lines = [printed for line in recognise_lines(apart.image, tesseract.ONE_COLUMN) for printed in apart.back(line)]
        if sum(map(len, lines)) >= ENOUGH:
            return ruled, lines
    # As one column nothing is read of a page that lies on its side.
    if abs(slope) > ASKEW:
        return ruled, recognise_lines(straight, tesseract.ANY_LAYOUT)
    return ruled, set_straight(recognise_lines(image, tesseract.ANY_LAYOUT), slope, image.size)
