"""The image of a cell of a scanned table: what is printed in it, without what is left of its borders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PIL import Image, ImageOps, ImageStat

DARK = 0.6
"""Part of the edge of a cell that its border darkens, at least."""

BORDER = 4.0
"""Points from its edge within which what is left of a border may stand."""

INK = 60
"""Of 255, how much darker than the ground of its cell ink is."""

REVERSED = 110
"""Of 255, the ground of a cell below which its letters are the lighter part."""

SPECK, SOLID = 8, 70
"""Pixels that are taken together, and of 255, how much ink they have: with less, what is seen there is a speck."""

Area = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels."""

Part = tuple[Area, Image.Image]
"""A part of a page: where it stands and what is printed there, dark on white."""


def printed_in(image: Image.Image, area: Area, scale: int) -> Iterator[Part]:
    """Give what is printed in the cell ``area`` of ``image``, dark on white; nothing where it is empty."""
    if area[2] - area[0] < 2 or area[3] - area[1] < 2:
        return
    cell = image.crop(area)
    ground = ImageStat.Stat(cell).median[0]
    if ground < REVERSED:
        cell, ground = ImageOps.invert(cell), 255 - ground
    cell = cell.point([min(255, value + 255 - ground) for value in range(256)])
    left, top, right, bottom = _within_borders(_ink(cell), round(BORDER * scale))
    cell = cell.crop((left, top, right, bottom))
    around = around_print(cell)
    if around:
        at = (area[0] + left + around[0], area[1] + top + around[1])
        cell = cell.crop(around)
        yield (*at, at[0] + cell.width, at[1] + cell.height), cell


def around_print(image: Image.Image) -> Area | None:
    """Return around what is printed on white, None where there are but specks."""
    if min(image.size) < SPECK:
        return None
    coarse = _ink(image).reduce(SPECK).point([255 if value > SOLID else 0 for value in range(256)])
    left, top, right, bottom = coarse.getbbox() or (0, 0, 0, 0)
    if right == left:
        return None
    width, height = image.size
    return (
        max((left - 1) * SPECK, 0),
        max((top - 1) * SPECK, 0),
        min((right + 1) * SPECK, width),
        min((bottom + 1) * SPECK, height),
    )


def from_its_top(part: Part) -> Part:
    """Return ``part`` without the white above what is printed in it."""
    (left, top, right, bottom), image = part
    above = (_ink(image).getbbox() or (0, 0, 0, 0))[1]
    return (left, top + above, right, bottom), image.crop((0, above, *image.size))


def _ink(image: Image.Image) -> Image.Image:
    """Return what is printed on white: white on black."""
    return image.point([255 if value < 255 - INK else 0 for value in range(256)])


def _within_borders(ink: Image.Image, reach: int) -> Area:
    """Return the part of a cell within what is left of its borders, which may stand ``reach`` pixels from its edges."""
    across = list(ink.resize((ink.width, 1), Image.Resampling.BOX).tobytes())
    down = list(ink.resize((1, ink.height), Image.Resampling.BOX).tobytes())
    left, right = _first_light(across, reach), ink.width - _first_light(across[::-1], reach)
    top, bottom = _first_light(down, reach), ink.height - _first_light(down[::-1], reach)
    return (left, top, max(right, left + 1), max(bottom, top + 1))


def _first_light(dark: Iterable[int], reach: int) -> int:
    """Return the first place after those near the edge that a border darkens."""
    borders = [at for at, value in enumerate(dark) if at < reach and value > DARK * 255]
    return borders[-1] + 1 if borders else 0
