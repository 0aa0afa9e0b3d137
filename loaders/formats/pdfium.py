"""PDFium, spoken to in plain Python: a document opened, its words with their boxes."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from loaders.formats.geometry import Sheet, Word
from loaders.formats.intake import Intake
from loaders.formats.limits import MAX_CHARACTERS, MAX_PAGES
from loaders.formats.pdfium_shapes import View, rules
from loaders.formats.spelling import SOFT_HYPHEN

_BOLD = ("bold", "black", "heavy", "-bd", "semibold", "demi")
_HYPHENS = {0x02: "-", 0xFFFE: "-", 0xAD: SOFT_HYPHEN}
_UPRIGHT = 0.95


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


def sheet(page: pypdfium2.PdfPage, number: int, origin: Intake) -> Sheet:
    """Return the page ``number``. Raises DocumentError where it holds more characters than any page."""
    view = View.of(page)
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
    return Sheet(number, width, height, tuple(words), tuple(rules(page, view)), tuple(turned))


def _words(text: pypdfium2.PdfTextPage, count: int, view: View) -> tuple[list[Word], list[str]]:
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
