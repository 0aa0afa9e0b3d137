"""Ruling lines in the image of a page: long dark runs, found on a picture squeezed along them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PIL import Image, ImageChops, ImageFilter

from loaders.formats.geometry import Rule

SQUEEZE = 24
"""Pixels that are taken together along a line."""

AROUND = 6
"""Pixels around a pixel to which it is compared: a line is darker than its ground, which may be tinted."""

DARKER = 24
"""Of 255, how much darker than its surroundings a pixel of ink is."""

SOLID = 190
"""Of 255, how much ink a stretch of a line must have."""

_RUN = re.compile(b"\xff{4,}")


def rules_in(image: Image.Image, scale: float) -> Iterator[Rule]:
    """Give the ruling lines of ``image`` (grey), in points (``scale`` points a pixel)."""
    contrast = ImageChops.subtract(image.filter(ImageFilter.BoxBlur(AROUND)), image)
    ink = contrast.point([255 if value >= DARKER else 0 for value in range(256)])
    for row, start, end in _runs(_thickened(ink)):
        yield Rule(start * scale, row * scale, end * scale, (row + 1) * scale)
    for column, start, end in _runs(_thickened(ink.transpose(Image.Transpose.TRANSPOSE))):
        yield Rule(column * scale, start * scale, (column + 1) * scale, end * scale)


def _thickened(ink: Image.Image) -> Image.Image:
    """Return ``ink`` with each row of pixels laid over the next: a faint line that changes rows stays whole."""
    return ImageChops.lighter(ink, ImageChops.offset(ink, 0, 1))


def _runs(ink: Image.Image) -> Iterator[tuple[int, int, int]]:
    """Give the lying dark runs: the row of pixels, where the run begins and ends."""
    width = ink.width // SQUEEZE
    if not width:
        return
    squeezed = ink.crop((0, 0, width * SQUEEZE, ink.height)).resize((width, ink.height), Image.Resampling.BOX)
    solid = squeezed.point([255 if value >= SOLID else 0 for value in range(256)]).tobytes()
    previous: set[tuple[int, int]] = set()
    for row in range(ink.height):
        found = {(m.start(), m.end()) for m in _RUN.finditer(solid[row * width : (row + 1) * width])}
        for start, end in sorted(found - previous):
            yield row, *_whole(ink, row, start * SQUEEZE, end * SQUEEZE)
        previous = found


def _whole(ink: Image.Image, row: int, start: int, end: int) -> tuple[int, int]:
    """Return where a run that was found squeezed begins and ends in truth: the ink goes on at its ends."""
    left = max(start - SQUEEZE, 0)
    before = ink.crop((left, row, start, row + 1)).tobytes()
    after = ink.crop((end, row, min(end + SQUEEZE, ink.width), row + 1)).tobytes()
    return start - (len(before) - len(before.rstrip(b"\xff"))), end + (len(after) - len(after.lstrip(b"\xff")))
