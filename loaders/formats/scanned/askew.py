"""How far a scanned page was laid askew, told by its image alone: straight lines of print part dark rows from white."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from PIL import Image, ImageOps, ImageStat

MIN_SLOPE = 0.002
"""Points up or down a point: a page laid straighter than this is straight."""

MAX_SLOPE = 0.12
"""A steeper page (seven degrees) is not askew but turned."""

ACROSS = 48
"""Pixels that are taken together along the lines."""

DOWN = 2
"""Pixels that are taken together across them."""

BRIEFLY, EXACTLY = Image.Resampling.NEAREST, Image.Resampling.BILINEAR
"""How a page is sheared to try a slope: to the next row, which takes no time, or between two."""

SEARCH = ((0.008, BRIEFLY), (0.002, BRIEFLY), (0.0005, EXACTLY))
"""The step between the slopes that are tried, over all of them, then around the best, and how each is tried."""

CLEARLY = 1.05
"""How many times sharper than as it lies a page is that was laid askew."""

FINELY, ROUGHLY = 0.5, 1.0
"""Pixels by which the next band of a page is moved more when it is turned: between two pixels, so that its letters stay
sharp, or by whole ones in a sixth of the time, which its ruling lines bear."""


def straightened(image: Image.Image, slope: float, step: float = FINELY) -> Image.Image:
    """Return the page ``image`` (grey), whose lines fall by ``slope``, turned so that they lie.

    Its columns are raised, then its rows moved: turning it at once takes three times as long, and is read no better.
    """
    return _moved(_raised(image, slope, step), slope, step) if slope else image


def _raised(image: Image.Image, slope: float, step: float) -> Image.Image:
    """Return ``image`` with its columns raised as far as its lines have fallen there."""
    raised, height = Image.new("L", image.size, 255), image.height - 1
    for left, right, fall in _bands(image.width, slope, step):
        column, between = image.crop((left, 0, right, image.height)), fall % 1.0
        if between:
            box = (0, between, right - left, between + height)
            column = column.resize((right - left, height), Image.Resampling.BICUBIC, box)
        raised.paste(column, (left, -math.floor(fall)))
    return raised


def _moved(image: Image.Image, slope: float, step: float) -> Image.Image:
    """Return ``image`` with its rows moved as far as its columns lean there."""
    moved, width = Image.new("L", image.size, 255), image.width - 1
    for top, bottom, lean in _bands(image.height, -slope, step):
        row, between = image.crop((0, top, image.width, bottom)), lean % 1.0
        if between:
            box = (between, 0, between + width, bottom - top)
            row = row.resize((width, bottom - top), Image.Resampling.BICUBIC, box)
        moved.paste(row, (-math.floor(lean), top))
    return moved


def _bands(length: int, slope: float, step: float) -> Iterator[tuple[int, int, float]]:
    """Give the bands of ``length`` pixels in which a slope goes no further than ``step``, and how far it has gone."""
    band = max(round(step / abs(slope)), 1)
    for start in range(0, length, band):
        end = min(start + band, length)
        gone = (start + end - length) / 2 * slope
        yield start, end, round(gone) if step == ROUGHLY else gone


def slope_of(image: Image.Image) -> float:
    """Return how much the lines of a page fall to the right, 0 where it was laid straight."""
    if min(image.size) < 2 * ACROSS:
        return 0.0
    strips = ImageOps.invert(image).reduce((ACROSS, DOWN))
    best, around = 0.0, MAX_SLOPE
    for step, how in SEARCH:
        steps = round(around / step)
        best = _sharpest(strips, [best + turn * step for turn in range(-steps, steps + 1)], how)
        around = step
    if abs(best) < MIN_SLOPE or _sharpness(strips, best) < CLEARLY * _sharpness(strips, 0.0):
        return 0.0
    return best


def _sharpest(strips: Image.Image, slopes: Sequence[float], how: Image.Resampling) -> float:
    return max(slopes, key=lambda slope: (_sharpness(strips, slope, how), -abs(slope)))


def _sharpness(strips: Image.Image, slope: float, how: Image.Resampling = EXACTLY) -> float:
    """Return how much the rows of a page differ, its lines set straight that fall by ``slope``."""
    fall = slope * ACROSS / DOWN
    shear = (1.0, 0.0, 0.0, fall, 1.0, -fall * strips.width / 2)
    sheared = strips.transform(strips.size, Image.Transform.AFFINE, shear, how)
    return ImageStat.Stat(sheared.resize((1, strips.height), Image.Resampling.BOX)).var[0]
