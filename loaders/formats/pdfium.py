"""PDFium, spoken to in plain Python: a document opened, its words with their boxes, its ruling lines, its images."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as pdfium

from loaders.formats.geometry import Rule, Sheet, Word
from loaders.formats.intake import Intake
from loaders.formats.limits import MAX_CHARACTERS, MAX_PAGES
from loaders.formats.spelling import SOFT_HYPHEN

THIN = 2.5
"""Points: a filled shape no thicker than this is a line."""

SHORT = 5.0
"""Points: a shorter line rules nothing."""

MAX_SHAPES = 20_000
"""Shapes of a page that are looked at."""

_BOLD = ("bold", "black", "heavy", "-bd", "semibold", "demi")
_HYPHENS = {0x02: "-", 0xFFFE: "-", 0xAD: SOFT_HYPHEN}
_UPRIGHT = 0.95

Matrix = tuple[float, float, float, float, float, float]


def opened(origin: Intake) -> pypdfium2.PdfDocument:
    """Open the PDF. Raises DocumentError where it is encrypted, damaged, or has no or too many pages."""
    try:
        document = pypdfium2.PdfDocument(origin.data)
        count = len(document)
    except pypdfium2.PdfiumError as error:
        if error.err_code == pdfium.FPDF_ERR_PASSWORD:
            raise origin.refusal(
                "PDF protégé par un mot de passe : enregistrez-en une copie sans protection.",
                "PDF protected by a password: save a copy without protection.",
            ) from error
        raise origin.refusal(
            "PDF endommagé : ouvrez-le dans une visionneuse et imprimez-le en PDF.",
            "damaged PDF: open it in a viewer and print it as PDF.",
        ) from error
    if not 0 < count <= MAX_PAGES:
        document.close()
        raise origin.refusal(
            f"PDF de {count} pages (de 1 à {MAX_PAGES}) : coupez-le.",
            f"PDF of {count} pages (from 1 to {MAX_PAGES}): split it.",
        )
    return document


@dataclass(frozen=True, slots=True)
class _View:
    """How a page is seen: the matrix from its space to points from the top left corner."""

    matrix: Matrix

    @classmethod
    def of(cls, page: pypdfium2.PdfPage) -> _View:
        """Return the view of ``page``, turned and cropped as a reader sees it."""
        width, height = page.get_size()
        origin, right, up = (_device(page, width, height, point) for point in ((0, 0), (1000, 0), (0, 1000)))
        a, b = (right[0] - origin[0]) / 1000, (right[1] - origin[1]) / 1000
        c, d = (up[0] - origin[0]) / 1000, (up[1] - origin[1]) / 1000
        return cls((a, b, c, d, origin[0], origin[1]))

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """Return a box of the page's space as left, top, right, bottom."""
        x0, y0 = _moved(self.matrix, left, bottom)
        x1, y1 = _moved(self.matrix, right, top)
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _device(page: pypdfium2.PdfPage, width: float, height: float, point: tuple[float, float]) -> tuple[float, float]:
    """Return where ``point`` of the page's space is seen."""
    scale = 100
    x, y = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDF_PageToDevice(page, 0, 0, round(width * scale), round(height * scale), 0, *point, x, y)
    return x.value / scale, y.value / scale


def _moved(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Apply ``matrix`` to a point."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def sheet(page: pypdfium2.PdfPage, number: int, origin: Intake) -> Sheet:
    """Return the page ``number``. Raises DocumentError where it holds more characters than any page."""
    view = _View.of(page)
    width, height = page.get_size()
    text = page.get_textpage()
    try:
        count = text.count_chars()
        if count > MAX_CHARACTERS:
            raise origin.refusal(
                f"page de {count} caractères (au plus {MAX_CHARACTERS}) : ce n'est pas une page d'acte.",
                f"page of {count} characters (at most {MAX_CHARACTERS}): this is no page of an act.",
                place=f"page {number}",
            )
        words, turned = _words(text, count, view)
    finally:
        text.close()
    return Sheet(number, width, height, tuple(words), tuple(_rules(page, view)), tuple(turned))


def _words(text: pypdfium2.PdfTextPage, count: int, view: _View) -> tuple[list[Word], list[str]]:
    """Return the upright words of a page, and the texts printed at an angle."""
    words: list[Word] = []
    turned: list[str] = []
    for start, letters in _runs(text, count):
        upright = _is_upright(text, start, view)
        if not upright:
            turned.append("".join(letters))
            continue
        boxes = [view.box(*_box(text, index)) for index in range(start, start + len(letters))]
        words += _split(letters, boxes, _is_bold(text, start))
    return words, _glued(turned)


def _glued(turned: list[str]) -> list[str]:
    """Join the words printed at an angle on one page to one text."""
    return [" ".join(turned)] if turned else []


def _runs(text: pypdfium2.PdfTextPage, count: int) -> Iterator[tuple[int, list[str]]]:
    """Give the runs of characters between white space, each with the index of its first."""
    letters: list[str] = []
    for index in range(count):
        code = pdfium.FPDFText_GetUnicode(text, index)
        letter = _HYPHENS.get(code) or (chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd")
        if letter.isspace() or (code < 0x20 and code not in _HYPHENS):
            if letters:
                yield index - len(letters), letters
            letters = []
        else:
            letters.append(letter)
    if letters:
        yield count - len(letters), letters


def _box(text: pypdfium2.PdfTextPage, index: int) -> tuple[float, float, float, float]:
    """Return the box of a character, as high as its font: left, bottom, right, top."""
    rectangle = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(text, index, rectangle)
    return rectangle.left, rectangle.bottom, rectangle.right, rectangle.top


def _split(letters: list[str], boxes: list[tuple[float, float, float, float]], bold: bool) -> Iterator[Word]:
    """Give the words of a run: it is cut where its characters stand apart or on another line."""
    start = 0
    for index in range(1, len(letters) + 1):
        if index < len(letters):
            before, box = boxes[index - 1], boxes[index]
            height = max(before[3] - before[1], 1.0)
            apart = (
                box[0] - before[2] > 0.6 * height
                or box[2] < before[0] - height
                or abs(box[1] - before[1]) > 0.7 * height
            )
            if not apart:
                continue
        part = boxes[start:index]
        left, top = min(box[0] for box in part), min(box[1] for box in part)
        right, bottom = max(box[2] for box in part), max(box[3] for box in part)
        size = 0.85 * max(box[3] - box[1] for box in part)
        yield Word("".join(letters[start:index]), left, top, right, bottom, bold, size)
        start = index


def _is_upright(text: pypdfium2.PdfTextPage, index: int, view: _View) -> bool:
    """Tell whether a character is seen upright."""
    angle = pdfium.FPDFText_GetCharAngle(text, index)
    if angle < 0:
        return True
    a, b, c, d, _, _ = view.matrix
    x, y = a * math.cos(angle) + c * math.sin(angle), b * math.cos(angle) + d * math.sin(angle)
    return x >= _UPRIGHT * math.hypot(x, y)


def _is_bold(text: pypdfium2.PdfTextPage, index: int) -> bool:
    """Tell whether a character is printed in a bold font."""
    if pdfium.FPDFText_GetFontWeight(text, index) >= 600:
        return True
    name = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text, index, name, len(name), flags)
    return any(mark in name.value.decode("latin-1").lower() for mark in _BOLD)


def _rules(page: pypdfium2.PdfPage, view: _View) -> Iterator[Rule]:
    """Give the ruling lines of a page."""
    for index, shape in enumerate(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=4)):
        if index >= MAX_SHAPES:
            return
        matrix = _placed(shape)
        stroked = _is_stroked(shape)
        for points in _subpaths(shape):
            seen = [_moved(view.matrix, *_moved(matrix, *point)) for point in points]
            yield from _lines_of(seen, stroked)


def _placed(shape: pypdfium2.PdfObject) -> Matrix:
    """Return the matrix from a shape's space to the page's, through the forms in which it stands."""
    matrix: Matrix = shape.get_matrix().get()
    form = shape.container
    while form is not None:
        outer: Matrix = form.get_matrix().get()
        x, y = _moved(outer, matrix[4], matrix[5])
        a, b, c, d = outer[:4]
        matrix = (
            a * matrix[0] + c * matrix[1],
            b * matrix[0] + d * matrix[1],
            a * matrix[2] + c * matrix[3],
            b * matrix[2] + d * matrix[3],
            x,
            y,
        )
        form = form.container
    return matrix


def _is_stroked(shape: pypdfium2.PdfObject) -> bool:
    """Tell whether the outline of a shape is drawn."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(shape, fill, stroke)
    return bool(stroke.value)


def _subpaths(shape: pypdfium2.PdfObject) -> Iterator[list[tuple[float, float]]]:
    """Give the points of each part of a shape; a part with curves is none."""
    points: list[tuple[float, float]] = []
    for index in range(min(pdfium.FPDFPath_CountSegments(shape), MAX_SHAPES)):
        segment = pdfium.FPDFPath_GetPathSegment(shape, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO and points:
            yield points
            points = []
        x, y = ctypes.c_float(), ctypes.c_float()
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        points.append((x.value, y.value))
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if points:
        yield points


def _lines_of(points: list[tuple[float, float]], stroked: bool) -> Iterator[Rule]:
    """Give the ruling lines that a part of a shape draws: itself if it is thin, or else its straight edges."""
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    if min(right - left, bottom - top) <= THIN:
        if max(right - left, bottom - top) >= SHORT:
            yield Rule(left, top, right, bottom)
    elif stroked:
        for (x0, y0), (x1, y1) in pairwise(points):
            width, height = abs(x1 - x0), abs(y1 - y0)
            if min(width, height) <= 1 and max(width, height) >= SHORT:
                yield Rule(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def has_image(page: pypdfium2.PdfPage) -> bool:
    """Tell whether an image covers most of the page (it is a scan)."""
    width, height = page.get_size()
    for image in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=4):
        left, bottom, right, top = image.get_bounds()
        if (right - left) * (top - bottom) >= 0.5 * width * height:
            return True
    return False
