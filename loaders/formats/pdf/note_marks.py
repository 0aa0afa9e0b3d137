"""Marks of footnotes among the letters of a PDF: small raised figures at a word, which are no part of it.

Left there they would be read with a year or an amount: ``en 2021¹`` is no ``20211``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.formats.laid.geometry import Word

SMALL, RAISED = 0.8, 0.08
"""How high a mark is at most, and how far above the word's lowest point it ends at least, in heights of the word."""

BEHIND = 0.35
"""White, in heights of a word, up to which a figure by itself is a mark of it."""

_UNIT = re.compile(r"\d{0,9}[kcdh]?m")

Box = tuple[float, float, float, float]


def unmarked(letters: Sequence[str], boxes: Sequence[Box]) -> Sequence[int]:
    """Return the indices of ``letters`` (each in its box) that are no mark of a note; ``m²`` has none."""
    highest = max(boxes, key=lambda box: box[3] - box[1])
    least = SMALL * (highest[3] - highest[1])
    if all(box[3] - box[1] > least for box in boxes):
        return range(len(letters))
    marks = [index for index, box in enumerate(boxes) if letters[index].isdigit() and _is_raised(box, highest)]
    if marks and _UNIT.fullmatch("".join(letters[: marks[0]])):
        return range(len(letters))
    return [index for index in range(len(letters)) if index not in marks]


def is_mark(letters: Sequence[str], boxes: Sequence[Box], before: Word | None) -> bool:
    """Tell whether ``letters`` that stand by themselves are the mark of a note at the word ``before`` them."""
    if before is None or not all(map(str.isdigit, letters)):
        return False
    box = (before.left, before.top, before.right, before.bottom)
    near = -1.0 <= boxes[0][0] - before.right <= BEHIND * (before.bottom - before.top)
    return near and before.text.isalpha() and _is_raised(boxes[0], box)


def closes(letters: Sequence[str], boxes: Sequence[Box], before: Word) -> bool:
    """Tell whether ``letters`` are but the stop or comma of the word ``before``, which a mark may part from it."""
    gap, high = boxes[0][0] - before.right, before.bottom - before.top
    return letters in (["."], [","]) and 0 <= gap <= 2 * BEHIND * high and abs(boxes[0][3] - before.bottom) < high / 2


def _is_raised(box: Box, word: Box) -> bool:
    """Tell whether a letter is small, and stands above the foot of the ``word``."""
    high = word[3] - word[1]
    return box[3] - box[1] <= SMALL * high and word[1] - high / 2 < box[1] and box[3] <= word[3] - RAISED * high
