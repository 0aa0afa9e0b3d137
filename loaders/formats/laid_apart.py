"""The cells of a scanned table laid below one another before they are recognised.

Tesseract reads a line of print across the ruling lines of a table, takes these for signs, and mixes up the lines of
cells that are centred in height. In the page that it is given each cell stands by itself, on white, without its
borders; the words come back to where they are printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter

from PIL import Image, ImageOps, ImageStat

from loaders.formats.recognised import Box
from loaders.formats.ruled_grid import Grid

GAP = 6.0
"""Points of white around a cell that is laid apart."""

INSET = 1.0
"""Points by which a cell is taken smaller than its borders."""

DARK = 0.6
"""Part of the edge of a cell that its border darkens, at least."""

BORDER = 4.0
"""Points from its edge within which what is left of a border may stand."""

INK = 60
"""Of 255, how much darker than the ground of its cell ink is."""

REVERSED = 110
"""Of 255, the ground of a cell below which its letters are the lighter part."""

SMALL = 2.0
"""Points: what is printed smaller in a cell is a speck."""

ONE_LINE = 14.0
"""Points up to which what is printed in a cell is one line."""

Area = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels."""

Part = tuple[Area, Image.Image]
"""A part of a page: where it stands and what is printed there, dark on white."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A piece of a page: the height at which it is laid, its height, and by how much it was moved."""

    top: int
    height: int
    across: int
    down: int


@dataclass(frozen=True, slots=True)
class Apart:
    """A page whose cells are laid apart, and from where its pieces come."""

    image: Image.Image
    pieces: Sequence[Laid]

    def back(self, box: Box) -> Box:
        """Return ``box`` where it is printed on the page."""
        for piece in self.pieces:
            if piece.top <= box.middle < piece.top + piece.height:
                return replace(box, left=box.left - piece.across, top=box.top - piece.down)
        return box


def laid_apart(image: Image.Image, tables: Sequence[Grid], scale: int) -> Apart | None:
    """Return ``image``, drawn at ``scale`` dots a point, the cells of ``tables`` laid apart; None where it has none."""
    tables = [table for table in tables if len(table.columns) > 2]
    if not tables:
        return None
    gap = round(GAP * scale)
    parts = list(_parts(image, tables, scale))
    sheet = Image.new("L", (image.width, sum(part.height + 2 * gap for _, part in parts)), 255)
    pieces, top = [], 0
    for area, part in parts:
        left = min(area[0], sheet.width - part.width)
        sheet.paste(part, (left, top + gap))
        pieces.append(Laid(top, part.height + 2 * gap, left - area[0], top + gap - area[1]))
        top += part.height + 2 * gap
    return Apart(sheet, pieces)


def _parts(image: Image.Image, tables: Sequence[Grid], scale: int) -> Iterator[Part]:
    """Give the pieces of a page in the order of their tops, each with where it stands: text, then cell by cell."""
    rest = image.copy()
    for table in tables:
        rest.paste(255, _pixels((table.left, table.top, table.right, table.bottom), scale, -2.0))
    top = 0
    for table in sorted(tables, key=lambda each: each.top):
        bottom = min(max(round(table.bottom * scale), top), image.height)
        yield from _strip(rest, top, bottom)
        top = bottom
        for _, row in groupby(_cells(table), key=itemgetter(1)):
            found = [part for area in row for part in _cell(image, _pixels(area, scale, INSET), scale)]
            yield from _on_lines(found, scale)
    yield from _strip(rest, top, image.height)


def _on_lines(cells: Sequence[Part], scale: int) -> Iterator[Part]:
    """Give the ``cells`` of a row; those of one line each that stand at one height are a line: it tells their size."""
    lines: list[list[Part]] = []
    for cell in cells:
        low = cell[1].height <= ONE_LINE * scale
        beside = lines[-1][-1] if low and lines else None
        if beside and beside[1].height <= ONE_LINE * scale and abs(_middle(beside) - _middle(cell)) <= scale:
            lines[-1].append(cell)
        else:
            lines.append([cell])
    for line in lines:
        yield line[0] if len(line) == 1 else _whole(line)


def _middle(part: Part) -> int:
    return (part[0][1] + part[0][3]) // 2


def _whole(parts: Sequence[Part]) -> Part:
    """Return ``parts`` of a page as one, each at its place."""
    left, top = min(area[0] for area, _ in parts), min(area[1] for area, _ in parts)
    right, bottom = max(area[2] for area, _ in parts), max(area[3] for area, _ in parts)
    whole = Image.new("L", (right - left, bottom - top), 255)
    for area, part in parts:
        whole.paste(part, (area[0] - left, area[1] - top))
    return (left, top, right, bottom), whole


def _strip(image: Image.Image, top: int, bottom: int) -> Iterator[Part]:
    """Give what stands between two heights of a page, if anything does."""
    strip = image.crop((0, top, image.width, bottom))
    around = _ink(strip).getbbox() if strip.height else None
    if around:
        area = (0, top + around[1], image.width, top + around[3])
        yield area, image.crop(area)


def _cells(table: Grid) -> Iterator[tuple[float, float, float, float]]:
    """Give the cells of ``table``, row by row, each from edge to edge."""
    reach: dict[tuple[int, int], tuple[int, int]] = {}
    for i, row in enumerate(table.begins):
        for j, begin in enumerate(row):
            reach[begin] = (max(i, reach.get(begin, (i, j))[0]), max(j, reach.get(begin, (i, j))[1]))
    for (i, j), (last, end) in sorted(reach.items()):
        yield table.columns[j], table.rows[i], table.columns[end + 1], table.rows[last + 1]


def _pixels(area: tuple[float, float, float, float], scale: int, inset: float) -> Area:
    left, top, right, bottom = area
    return (
        max(round((left + inset) * scale), 0),
        max(round((top + inset) * scale), 0),
        round((right - inset) * scale),
        round((bottom - inset) * scale),
    )


def _cell(image: Image.Image, area: Area, scale: int) -> Iterator[Part]:
    """Give what is printed in a cell, dark on white; nothing where it is empty."""
    if area[2] - area[0] < 2 or area[3] - area[1] < 2:
        return
    cell = image.crop(area)
    ground = ImageStat.Stat(cell).median[0]
    if ground < REVERSED:
        cell, ground = ImageOps.invert(cell), 255 - ground
    cell = cell.point([min(255, value + 255 - ground) for value in range(256)])
    left, top, right, bottom = _within_borders(_ink(cell), round(BORDER * scale))
    cell = cell.crop((left, top, right, bottom))
    around = _ink(cell).getbbox()
    if around and max(around[2] - around[0], around[3] - around[1]) >= SMALL * scale:
        at = (area[0] + left + around[0], area[1] + top + around[1])
        cell = cell.crop(around)
        yield (*at, at[0] + cell.width, at[1] + cell.height), cell


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
