"""The words that PDFium finds on a page, each with its box.

A box is as high as its font, not as its letters: otherwise an accent would seem to stand nearer to the line above.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from functools import cache

import pypdfium2
import pypdfium2.raw as pdfium

from loaders.formats.geometry import Word
from loaders.formats.pdfium_shapes import View
from loaders.formats.spelling import SOFT_HYPHEN

ASCENT, DESCENT = 0.93, 0.225
"""How far a font reaches above and below its base line, in sizes (those of the fonts that offices print with)."""

_BOLD = ("bold", "black", "heavy", "-bd", "semibold", "demi")
_HYPHENS = {0x02: "-", 0xFFFE: "-", 0xAD: SOFT_HYPHEN}
_UPRIGHT = 0.95
_LEAST, _MOST = 0.4, 2.5
"""How many times its font's size a character's box may be high; beyond, the stated size is not the printed one."""

Box = tuple[float, float, float, float]


def words_of(text: pypdfium2.PdfTextPage, count: int, view: View) -> tuple[list[Word], list[str]]:
    """Return the upright words of a page, and the texts printed at an angle."""
    words: list[Word] = []
    turned: list[str] = []
    for start, letters in _runs(text, count):
        upright = _is_upright(text, start, view)
        if not upright:
            turned.append("".join(letters))
            continue
        boxes = _boxes(text, start, len(letters), view)
        bold = _is_bold(text, start)
        for first, last in _parts(boxes):
            top, bottom, size = _height(text, start + first, boxes[first], view)
            left, right = min(boxes[first][0], boxes[last - 1][0]), max(boxes[first][2], boxes[last - 1][2])
            words.append(Word("".join(letters[first:last]), left, top, right, bottom, bold, size))
    return words, _glued(turned)


def _glued(turned: list[str]) -> list[str]:
    """Join the words printed at an angle on one page to one text."""
    return [" ".join(turned)] if turned else []


def _runs(text: pypdfium2.PdfTextPage, count: int) -> Iterator[tuple[int, list[str]]]:
    """Give the runs of characters between white space, each with the index of its first."""
    letters: list[str] = []
    handle, code_of = text.raw, pdfium.FPDFText_GetUnicode
    for index in range(count):
        letter = _letter(code_of(handle, index))
        if letter:
            letters.append(letter)
        elif letters:
            yield index - len(letters), letters
            letters = []
    if letters:
        yield count - len(letters), letters


@cache
def _letter(code: int) -> str:
    """Return the character of a code, empty for white space."""
    if code in _HYPHENS:
        return _HYPHENS[code]
    letter = chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
    return "" if letter.isspace() or code < 0x20 else letter


def _boxes(text: pypdfium2.PdfTextPage, first: int, count: int, view: View) -> list[Box]:
    """Return the boxes of ``count`` characters from ``first``, as high as their font, as they are seen."""
    handle, box, seen = text.raw, pdfium.FS_RECTF(), view.box
    boxes: list[Box] = []
    for index in range(first, first + count):
        pdfium.FPDFText_GetLooseCharBox(handle, index, box)
        boxes.append(seen(box.left, box.bottom, box.right, box.top))
    return boxes


def _height(text: pypdfium2.PdfTextPage, index: int, box: Box, view: View) -> tuple[float, float, float]:
    """Return the top, the bottom and the size of a character, by its font; by its box where that belies the font."""
    matrix, x, y = pdfium.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetMatrix(text, index, matrix)
    pdfium.FPDFText_GetCharOrigin(text, index, x, y)
    size = pdfium.FPDFText_GetFontSize(text, index) * math.hypot(matrix.c, matrix.d)
    high = box[3] - box[1]
    if not _LEAST * size <= high <= _MOST * size:
        return box[1], box[3], high / (ASCENT + DESCENT)
    _, base, _, _ = view.box(x.value, y.value, x.value, y.value)
    return base - ASCENT * size, base + DESCENT * size, size


def _parts(boxes: list[Box]) -> Iterator[tuple[int, int]]:
    """Give where the words of a run begin and end: it is cut where its characters stand apart or on another line."""
    start = 0
    for index in range(1, len(boxes)):
        before, box = boxes[index - 1], boxes[index]
        height = max(before[3] - before[1], 1.0)
        apart = box[0] - before[2] > 0.6 * height or box[2] < before[0] - height
        if apart or abs(box[3] - before[3]) > 0.7 * height:
            yield start, index
            start = index
    yield start, len(boxes)


def _is_upright(text: pypdfium2.PdfTextPage, index: int, view: View) -> bool:
    """Tell whether a character is seen upright."""
    angle = pdfium.FPDFText_GetCharAngle(text, index)
    if angle < 0:
        return True
    a, b, c, d, _, _ = view.matrix
    along, up = math.cos(angle), -math.sin(angle)  # PDFium counts the angle clockwise
    x, y = a * along + c * up, b * along + d * up
    return x >= _UPRIGHT * math.hypot(x, y)


def _is_bold(text: pypdfium2.PdfTextPage, index: int) -> bool:
    """Tell whether a character is printed in a bold font."""
    if pdfium.FPDFText_GetFontWeight(text, index) >= 600:
        return True
    name = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text, index, name, len(name), flags)
    return any(mark in name.value.decode("latin-1").lower() for mark in _BOLD)
