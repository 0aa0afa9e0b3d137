"""How far a scanned page was laid askew, told by its image alone: straight lines of print part dark rows from white."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PIL import Image, ImageOps, ImageStat

MIN_SLOPE = 0.002
"""Points up or down a point: a page laid straighter than this is straight."""

MAX_SLOPE = 0.12
"""A steeper page (seven degrees) is not askew but turned."""

ACROSS = 48
"""Pixels that are taken together along the lines."""

COARSE, FINE = (0.004, 4), (0.0005, 2)
"""The step between the slopes that are tried, over all of them, then around the best; pixels taken together across."""

CLEARLY = 1.05
"""How many times sharper than as it lies a page is that was laid askew."""


FOR_PRINT, FOR_LINES = Image.Resampling.BICUBIC, Image.Resampling.NEAREST
"""How a page is turned: so that its letters stay sharp, or five times faster, which its ruling lines bear."""


def straightened(image: Image.Image, slope: float, how: Image.Resampling = FOR_PRINT) -> Image.Image:
    """Return the page ``image`` (grey), whose lines fall by ``slope``, turned so that they lie."""
    return image.rotate(math.degrees(math.atan(slope)), how, fillcolor=255) if slope else image


def slope_of(image: Image.Image) -> float:
    """Return how much the lines of a page fall to the right, 0 where it was laid straight."""
    if min(image.size) < 2 * ACROSS:
        return 0.0
    dark = ImageOps.invert(image)
    best, around = 0.0, MAX_SLOPE
    for step, down in (COARSE, FINE):
        strips = dark.reduce((ACROSS, down))
        steps = round(around / step)
        best = _sharpest(strips, down, [best + turn * step for turn in range(-steps, steps + 1)])
        around = 2 * step
    if abs(best) < MIN_SLOPE or _sharpness(strips, down, best) < CLEARLY * _sharpness(strips, down, 0.0):
        return 0.0
    return best


def _sharpest(strips: Image.Image, down: int, slopes: Sequence[float]) -> float:
    return max(slopes, key=lambda slope: (_sharpness(strips, down, slope), -abs(slope)))


def _sharpness(strips: Image.Image, down: int, slope: float) -> float:
    """Return how much the rows of a page differ, its lines set straight that fall by ``slope``."""
    fall = slope * ACROSS / down
    shear = (1.0, 0.0, 0.0, fall, 1.0, -fall * strips.width / 2)
    sheared = strips.transform(strips.size, Image.Transform.AFFINE, shear, Image.Resampling.BILINEAR)
    return ImageStat.Stat(sheared.resize((1, strips.height), Image.Resampling.BOX)).var[0]
