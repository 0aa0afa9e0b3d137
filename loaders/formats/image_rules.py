"""Ruling lines in the image of a page: long dark runs, found on a picture squeezed along them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PIL import Image

from loaders.formats.geometry import Rule

SQUEEZE = 24
"""Pixels that are taken together along a line."""

DARK = 190
"""Brightness below which a pixel is ink."""

SOLID = 190
"""Of 255, how much ink a stretch of a line must have."""

_RUN = re.compile(b"\xff{4,}")


def rules_in(image: Image.Image, scale: float) -> Iterator[Rule]:
    """Give the ruling lines of ``image`` (grey), in points (``scale`` points a pixel)."""
    ink = image.point([255 if value < DARK else 0 for value in range(256)])
    for row, start, end in _runs(ink):
        yield Rule(start * scale, row * scale, end * scale, (row + 1) * scale)
    for column, start, end in _runs(ink.transpose(Image.Transpose.TRANSPOSE)):
        yield Rule(column * scale, start * scale, (column + 1) * scale, end * scale)


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
            yield row, start * SQUEEZE, end * SQUEEZE
        previous = found
