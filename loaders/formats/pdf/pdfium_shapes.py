"""What PDFium tells of a page besides its words: how it is seen, its ruling lines, its images."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as pdfium

from loaders.formats.laid.geometry import Rule
from loaders.formats.pdf.filled import Fill, filled, piled

THIN = 2.5
"""Points: a filled shape no thicker than this is a line."""

SHORT = 5.0
"""Points: a shorter line rules nothing."""

MAX_SHAPES = 20_000
"""Shapes of a page that are looked at."""

Matrix = tuple[float, float, float, float, float, float]

_Colour = tuple[int, int, int, int]
"""Red, green, blue, and how much of what lies below it is covered."""


@dataclass(frozen=True, slots=True)
class View:
    """How a page is seen: the matrix from its space to points from the top left corner."""

    matrix: Matrix

    @classmethod
    def of(cls, page: pypdfium2.PdfPage) -> View:
        """Return the view of ``page``, turned and cropped as a reader sees it."""
        width, height = page.get_size()
        origin, right, up = (_device(page, width, height, point) for point in ((0, 0), (1000, 0), (0, 1000)))
        a, b = (right[0] - origin[0]) / 1000, (right[1] - origin[1]) / 1000
        c, d = (up[0] - origin[0]) / 1000, (up[1] - origin[1]) / 1000
        return cls((a, b, c, d, origin[0], origin[1]))

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """Return a box of the page's space as left, top, right, bottom."""
        a, b, c, d, e, f = self.matrix  # asked of every letter: what _moved does, without a call
        x0, y0, x1, y1 = (
            a * left + c * bottom + e,
            b * left + d * bottom + f,
            a * right + c * top + e,
            b * right + d * top + f,
        )
        return (x0 if x0 < x1 else x1), (y0 if y0 < y1 else y1), (x1 if x0 < x1 else x0), (y1 if y0 < y1 else y0)


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


def rules_and_fills(page: pypdfium2.PdfPage, view: View) -> tuple[list[Rule], list[Fill]]:
    """Return the ruling lines of a page, and the boxes that it fills, their corners round or not."""
    drawn: list[Rule] = []
    fills: dict[_Colour, list[Fill]] = {}
    for points, stroked, colour in _drawn(page, view):
        lines = list(_lines_of(points, stroked))
        drawn += lines
        if not lines and (fill := filled(points)):
            fills.setdefault(colour, []).append(fill)
    return drawn, [fill for alike in fills.values() for fill in piled(alike)]


def _drawn(page: pypdfium2.PdfPage, view: View) -> Iterator[tuple[list[tuple[float, float]], bool, _Colour]]:
    """Give the parts of the shapes on a page, each with whether its outline is drawn, and its ground."""
    for index, shape in enumerate(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=4)):
        if index >= MAX_SHAPES:
            return
        matrix = _placed(shape)
        stroked, colour = _is_stroked(shape), _ground(shape)
        for points in _subpaths(shape):
            yield [_moved(view.matrix, *_moved(matrix, *point)) for point in points], stroked, colour


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


def _ground(shape: pypdfium2.PdfObject) -> _Colour:
    """Return the colour with which a shape is filled."""
    red, green, blue, cover = (ctypes.c_uint() for _ in range(4))
    pdfium.FPDFPageObj_GetFillColor(shape, red, green, blue, cover)
    return red.value, green.value, blue.value, cover.value


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
