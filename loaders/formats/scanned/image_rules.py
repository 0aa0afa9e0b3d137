"""Ruling lines in the image of a page: long dark runs, found on a picture squeezed along them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from PIL import Image, ImageChops, ImageFilter

from loaders.formats.laid.geometry import Rule

LYING, STANDING = (24, 4), (16, 3)
"""Pixels that are taken together along a line, and how many times as many it is long at least."""

SHORT = 96
"""Pixels: a standing line that is shorter parts the cells of one row, and ends at lying lines; or it is a letter's."""

ENDS = 8
"""Pixels between the end of a short line and the line that it meets, at most."""

AROUND = 6
"""Pixels around a pixel to which it is compared: a line is darker than its ground, which may be tinted."""

DARKER = 24
"""Of 255, how much darker than its surroundings a pixel of ink is."""

SOLID = 190
"""Of 255, how much ink a stretch of a line must have."""


def rules_in(image: Image.Image, scale: float) -> Iterator[Rule]:
    """Give the ruling lines of ``image`` (grey), in points (``scale`` points a pixel)."""
    contrast = ImageChops.subtract(image.filter(ImageFilter.BoxBlur(AROUND)), image)
    ink = contrast.point([255 if value >= DARKER else 0 for value in range(256)])
    lying = list(_runs(_thickened(ink), *LYING))
    for row, start, end in lying:
        yield Rule(start * scale, row * scale, end * scale, (row + 1) * scale)
    for column, start, end in _runs(_thickened(ink, standing=True), *STANDING, standing=True):
        if end - start >= SHORT or all(_meets(lying, column, at) for at in (start, end)):
            yield Rule(column * scale, start * scale, (column + 1) * scale, end * scale)


def _meets(lying: Sequence[tuple[int, int, int]], column: int, at: int) -> bool:
    """Tell whether one of the ``lying`` lines runs through a place."""
    return any(abs(row - at) <= ENDS and start - ENDS <= column <= end + ENDS for row, start, end in lying)


def _thickened(ink: Image.Image, *, standing: bool = False) -> Image.Image:
    """Return ``ink`` with each row of pixels laid over the next: a faint line that changes rows stays whole.

    With ``standing``, each column over the next.
    """
    return ImageChops.lighter(ink, ImageChops.offset(ink, int(standing), int(not standing)))


def _runs(ink: Image.Image, squeeze: int, least: int, *, standing: bool = False) -> Iterator[tuple[int, int, int]]:
    """Give the lying dark runs, ``least`` times ``squeeze`` pixels long: the row, where each begins and ends.

    With ``standing``, the standing ones: the column, where each begins and ends.
    """
    width = (ink.height if standing else ink.width) // squeeze
    if not width:
        return
    long = re.compile(b"\xff{%d,}" % least)
    solid = _squeezed(ink, squeeze, standing).point([255 if value >= SOLID else 0 for value in range(256)]).tobytes()
    above, previous = -1, set[tuple[int, int]]()
    for row in sorted({at // width for m in long.finditer(solid) for at in range(m.start(), m.end(), least)}):
        found = {(m.start(), m.end()) for m in long.finditer(solid[row * width : (row + 1) * width])}
        for start, end in sorted(found - previous if row == above + 1 else found):
            yield row, *_whole(ink, row, start * squeeze, end * squeeze, squeeze, standing)
        above, previous = row, found


def _squeezed(ink: Image.Image, squeeze: int, standing: bool) -> Image.Image:
    """Return ``ink`` squeezed along its lines, which lie: only then is it turned, which takes the less time."""
    if not standing:
        return ink.reduce((squeeze, 1), (0, 0, ink.width // squeeze * squeeze, ink.height))
    squeezed = ink.reduce((1, squeeze), (0, 0, ink.width, ink.height // squeeze * squeeze))
    return squeezed.transpose(Image.Transpose.TRANSPOSE)


def _whole(ink: Image.Image, row: int, start: int, end: int, squeeze: int, standing: bool) -> tuple[int, int]:
    """Return where a run that was found squeezed begins and ends in truth: the ink goes on at its ends."""

    def stretch(first: int, last: int) -> bytes:
        return ink.crop((row, first, row + 1, last) if standing else (first, row, last, row + 1)).tobytes()

    before = stretch(max(start - squeeze, 0), start)
    after = stretch(end, min(end + squeeze, ink.height if standing else ink.width))
    return start - (len(before) - len(before.rstrip(b"\xff"))), end + (len(after) - len(after.lstrip(b"\xff")))
