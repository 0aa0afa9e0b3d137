"""The letters that PDFium finds on a page: their runs, and where each of them stands."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from functools import cache, lru_cache

import pypdfium2
import pypdfium2.raw as pdfium

from loaders.formats.making.spelling import SOFT_HYPHEN
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

_WIDTH, _WIDEST, _BEHIND = 0.5, 0.7, 4
"""How wide a sign is held to be whose width is not told, and at most, in sizes; how many letters it can stand for."""

Box = tuple[float, float, float, float]


class Letters:
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
        for index, found in enumerate(boxes):
            if not index or not _adjoin(boxes[index - 1], found):
                boxes[index] = self._put_back(first + index) or found
        return boxes

    def is_made(self, index: int) -> bool:
        """Tell whether a letter is printed nowhere: PDFium made it between two pieces of text."""
        return bool(pdfium.FPDFText_IsGenerated(self._handle, index) == 1)

    def _put_back(self, index: int) -> Box | None:
        """Return the box of a letter that a file tells beside the sign it prints, which PDFium places astray."""
        (left, base), (_, found), size = self._spots(index)
        if abs(base - found) <= size:
            return None
        box, right = pdfium.FS_RECTF(), left + _WIDTH * size
        for behind in range(index + 1, index + _BEHIND):
            if not self.is_made(behind) and pdfium.FPDFText_GetLooseCharBox(self._handle, behind, box):
                edge, _, _, low = self._view.box(box.left, box.bottom, box.right, box.top)
                right = edge if abs(low - base) < size and 0 < edge - left < _WIDEST * size else right
        return left, base - ASCENT * size, right, base + DESCENT * size

    def _spots(self, index: int) -> tuple[tuple[float, float], tuple[float, float], float]:
        """Return where the piece of text of a letter begins, where the letter is said to stand, and its size."""
        matrix, x, y = pdfium.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetMatrix(self._handle, index, matrix)
        pdfium.FPDFText_GetCharOrigin(self._handle, index, x, y)
        size = pdfium.FPDFText_GetFontSize(self._handle, index) * math.hypot(matrix.c, matrix.d)
        seen = self._view.box
        return seen(matrix.e, matrix.f, matrix.e, matrix.f)[:2], seen(x.value, y.value, x.value, y.value)[:2], size

    def height(self, index: int, box: Box) -> tuple[float, float, float]:
        """Return the top, the bottom and the size of a letter, by its font; by its box where that belies the font."""
        (_, begun), (_, base), size = self._spots(index)
        high = box[3] - box[1]
        if not _LEAST * size <= high <= _MOST * size:
            return box[1], box[3], high / (ASCENT + DESCENT)
        base = begun if abs(begun - base) > size else base
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


def _adjoin(before: Box, box: Box) -> bool:
    """Tell whether the letter in ``box`` stands behind the one ``before`` it, on its line."""
    high = max(before[3] - before[1], 1.0)
    return abs(box[3] - before[3]) < high and abs(box[0] - before[2]) < high


@cache
def _letter(code: int) -> str:
    """Return the character of a code, empty for white space."""
    if code in _HYPHENS:
        return _HYPHENS[code]
    letter = chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
    return "" if letter.isspace() or code < 0x20 else letter


@lru_cache(maxsize=1_024)
def _says_bold(font: bytes) -> bool:
    """Tell whether the name of a font says that it is bold."""
    return any(mark in font.decode("latin-1").lower() for mark in _BOLD)
