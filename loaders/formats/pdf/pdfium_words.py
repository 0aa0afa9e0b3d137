"""The words that PDFium finds on a page, each with its box.

A box is as high as its font, not as its letters: otherwise an accent would seem to stand nearer to the line above.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

import pypdfium2

from loaders.formats.laid.geometry import Word
from loaders.formats.pdf.note_marks import closes, is_mark, unmarked
from loaders.formats.pdf.pdfium_letters import Box, Letters
from loaders.formats.pdf.pdfium_shapes import View

_TOUCHING, _SPACE, _LEVEL = 0.03, 0.45, 0.2
"""Sizes of the print: white that is none; white that is one space at most; between two heights that are one."""

_ELIDED = re.compile(r"(?<!\w)(?:[cdjlmnst]|(?:jus|lors|puis|quel|quoi)?qu)['\u2019]$", re.I)
"""An article or pronoun without its vowel, behind which nobody means a space."""


def words_of(
    text: pypdfium2.PdfTextPage, count: int, view: View, ranks: Mapping[int, int]
) -> tuple[list[Word], list[str]]:
    """Return the upright words of a page, and the texts printed at an angle; ``ranks`` are those of its marks."""
    words: list[Word] = []
    turned: list[str] = []
    page = Letters(text, view)
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
            if not first and len(words) > 1 and _is_one(words[-2], words[-1], made=page.is_made(start - 1)):
                words[-2:] = [replace(words[-2], text=words[-2].text + text_, right=right, bold=bold)]
    return words, _glued(turned)


def _is_one(before: Word, word: Word, *, made: bool) -> bool:
    """Tell whether two words are one: they touch and only PDFium ``made`` a space, or the first is elided."""
    gap = word.left - before.right
    if (
        before.rank != word.rank
        or abs(word.middle - before.middle) > _LEVEL * word.size
        or gap < -_TOUCHING * word.size
    ):
        return False
    if made and gap <= _TOUCHING * word.size:
        return not (before.text[-1].isdigit() and word.text[0].isdigit())
    return gap <= _SPACE * word.size and word.text[0].isalpha() and bool(_ELIDED.search(before.text))


def _glued(turned: list[str]) -> list[str]:
    """Join the words printed at an angle on one page to one text."""
    return [" ".join(turned)] if turned else []


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
