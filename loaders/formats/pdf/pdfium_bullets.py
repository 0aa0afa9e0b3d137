"""Bullets that a PDF draws instead of printing a sign: small discs, rings and squares at the left of a word."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import pypdfium2
import pypdfium2.raw as pdfium

from loaders.formats.laid.geometry import Word
from loaders.formats.pdf.pdfium_shapes import MAX_SHAPES, View

LEAST, MOST = 1.2, 6.5
"""Points: how wide and high a bullet is drawn; what is larger is a box to tick."""

ROUND = 0.25
"""Points by which a bullet may be wider than high, or higher than wide."""

REACH = 24.0
"""Points of white at most between a bullet and its item."""

_Dot = tuple[float, float, float, float]


def drawn_bullets(page: pypdfium2.PdfPage, view: View, words: Sequence[Word]) -> Iterator[Word]:
    """Give a word ``•`` for each bullet drawn on ``page`` right before one of its ``words``."""
    ordered = sorted(words, key=lambda word: word.left)
    lefts = [word.left for word in ordered]
    for dot in _dots(page, view):
        first = bisect_left(lefts, dot[2])
        height = (dot[1] + dot[3]) / 2
        for word in ordered[first : bisect_left(lefts, dot[2] + REACH, first)]:
            if word.top < height < word.bottom:
                yield Word("•", dot[0], word.top, dot[2], word.bottom, size=word.size, rank=word.rank)
                break


def _dots(page: pypdfium2.PdfPage, view: View) -> Iterator[_Dot]:
    """Give where a page has shapes as small and as wide as high as a bullet."""
    seen: set[_Dot] = set()
    for index, shape in enumerate(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=1)):
        if index >= MAX_SHAPES:
            return
        dot = view.box(*shape.get_bounds())
        width, height = dot[2] - dot[0], dot[3] - dot[1]
        if LEAST <= width <= MOST and abs(width - height) <= ROUND and dot not in seen:
            seen.add(dot)
            yield dot
