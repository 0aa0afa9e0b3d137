"""The words that PDFium finds on a page, each with its box.

A box is as high as its font, not as its letters: otherwise an accent would seem to stand nearer to the line above.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache, lru_cache

import pypdfium2
import pypdfium2.raw as pdfium

from loaders.formats.laid.geometry import Word
from loaders.formats.making.spelling import SOFT_HYPHEN
from loaders.formats.pdf.note_marks import closes, is_mark, unmarked
from loaders.formats.pdf.pdfium_shapes import View

ASCENT, DESCENT = 0.93, 0.225
"""How far a font reaches above and below its base line, in sizes (those of the fonts that offices print with)."""

_BOLD = ("bold", "black", "heavy", "-bd", "semibold", "demi")
_HYPHENS = {0x02: "-", 0xFFFE: "-", 0xAD: SOFT_HYPHEN}
_UPRIGHT = 0.95
_HEAVY = 600
"""The weight from which a font is bold."""
_LONGEST_NAME = 128
"""Bytes of the name of a font that are looked at."""
_LEAST, _MOST = 0.4, 2.5
"""How many times its font's size a character's box may be high; beyond, the stated size is not the printed one."""

Box = tuple[float, float, float, float]


def words_of(
    text: pypdfium2.PdfTextPage, count: int, view: View, ranks: Mapping[int, int]
) -> tuple[list[Word], list[str]]:
    """Return the upright words of a page, and the texts printed at an angle; ``ranks`` are those of its marks."""
    words: list[Word] = []
    turned: list[str] = []
    page = _Letters(text, view)
    for start, letters in page.runs(count):
        if not page.is_upright(start):
            turned.append("".join(letters))
            continue
        boxes = page.boxes(start, len(letters))
        bold = page.is_bold(start)
        if is_mark(letters, boxes, words[-1] if words else None):
            continue
        if words and closes(letters, boxes, words[-1]):
            words[-1] = replace(words[-1], text=words[-1].text + letters[0], right=boxes[0][2])
            continue
        kept = unmarked(letters, boxes)
        boxes = [boxes[index] for index in kept]
        for first, last in _parts(boxes):
            top, bottom, size = page.height(start + kept[first], boxes[first])
            left, right = min(boxes[first][0], boxes[last - 1][0]), max(boxes[first][2], boxes[last - 1][2])
            rank = ranks.get(page.mark(start + kept[first]), -1) if ranks else -1
            text_ = "".join(letters[index] for index in kept[first:last])
            words.append(Word(text_, left, top, right, bottom, bold, size, rank))
    return words, _glued(turned)


class _Letters:
    """The letters of a page, by their index."""

    def __init__(self, text: pypdfium2.PdfTextPage, view: View) -> None:
        self._handle = text.raw
        self._view = view
        self._font, self._flags = ctypes.create_string_buffer(_LONGEST_NAME), ctypes.c_int()

    def runs(self, count: int) -> Iterator[tuple[int, list[str]]]:
        """Give the runs of the first ``count`` letters between white space, each with the index of its first."""
        letters: list[str] = []
        handle, code_of = self._handle, pdfium.FPDFText_GetUnicode
        for index in range(count):
            letter = _letter(code_of(handle, index))
            if letter:
                letters.append(letter)
            elif letters:
                yield index - len(letters), letters
                letters = []
        if letters:
            yield count - len(letters), letters

    def boxes(self, first: int, count: int) -> list[Box]:
        """Return the boxes of ``count`` letters from ``first``, as high as their font, as they are seen."""
        handle, box, seen, box_of = self._handle, pdfium.FS_RECTF(), self._view.box, pdfium.FPDFText_GetLooseCharBox
        boxes: list[Box] = []
        for index in range(first, first + count):
            box_of(handle, index, box)
            boxes.append(seen(box.left, box.bottom, box.right, box.top))
        return boxes

    def height(self, index: int, box: Box) -> tuple[float, float, float]:
        """Return the top, the bottom and the size of a letter, by its font; by its box where that belies the font."""
        matrix, x, y = pdfium.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetMatrix(self._handle, index, matrix)
        pdfium.FPDFText_GetCharOrigin(self._handle, index, x, y)
        size = pdfium.FPDFText_GetFontSize(self._handle, index) * math.hypot(matrix.c, matrix.d)
        high = box[3] - box[1]
        if not _LEAST * size <= high <= _MOST * size:
            return box[1], box[3], high / (ASCENT + DESCENT)
        _, base, _, _ = self._view.box(x.value, y.value, x.value, y.value)
        return base - ASCENT * size, base + DESCENT * size, size

    def is_upright(self, index: int) -> bool:
        """Tell whether a letter is seen upright."""
        angle = pdfium.FPDFText_GetCharAngle(self._handle, index)
        if angle < 0:
            return True
        a, b, c, d, _, _ = self._view.matrix
        along, up = math.cos(angle), -math.sin(angle)  # PDFium counts the angle clockwise
        x, y = a * along + c * up, b * along + d * up
        return x >= _UPRIGHT * math.hypot(x, y)

    def mark(self, index: int) -> int:
        """Return the mark by which the file's tags name the piece of text in which a letter stands, -1 for none."""
        piece = pdfium.FPDFText_GetTextObject(self._handle, index)
        return int(pdfium.FPDFPageObj_GetMarkedContentID(piece)) if piece else -1

    def is_bold(self, index: int) -> bool:
        """Tell whether a letter is printed in a bold font."""
        if pdfium.FPDFText_GetFontWeight(self._handle, index) >= _HEAVY:
            return True
        self._font.value = b""
        pdfium.FPDFText_GetFontInfo(self._handle, index, self._font, _LONGEST_NAME, self._flags)
        return _says_bold(self._font.value)


def _glued(turned: list[str]) -> list[str]:
    """Join the words printed at an angle on one page to one text."""
    return [" ".join(turned)] if turned else []


@cache
def _letter(code: int) -> str:
    """Return the character of a code, empty for white space."""
    if code in _HYPHENS:
        return _HYPHENS[code]
    letter = chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
    return "" if letter.isspace() or code < 0x20 else letter


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


@lru_cache(maxsize=1_024)
def _says_bold(font: bytes) -> bool:
    """Tell whether the name of a font says that it is bold."""
    return any(mark in font.decode("latin-1").lower() for mark in _BOLD)
