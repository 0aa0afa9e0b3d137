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

SPECK, SOLID = 8, 70
"""Pixels that are taken together, and of 255, how much ink they have: with less, what is seen there is a speck."""

ONE_LINE = 14.0
"""Points up to which what is printed in a cell is one line."""

SHORT = (14 / GAP, 60 / GAP)
"""Height and width up to which what is printed in a cell is short, in gaps."""

Area = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels."""

Part = tuple[Area, Image.Image]
"""A part of a page: where it stands and what is printed there, dark on white."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A piece of a page: the area in which it is laid, and by how much it was moved."""

    area: Area
    across: int
    down: int

    def holds(self, box: Box) -> bool:
        """Tell whether the middle of ``box`` is laid in this piece."""
        left, top, right, bottom = self.area
        return left <= box.center < right and top <= box.middle < bottom


@dataclass(frozen=True, slots=True)
class Apart:
    """A page whose cells are laid apart, and from where its pieces come."""

    image: Image.Image
    pieces: Sequence[Laid]

    def back(self, line: Sequence[Box]) -> Iterator[list[Box]]:
        """Give the boxes of a recognised line where they are printed on the page, those of each piece by themselves."""
        for piece, boxes in groupby(line, self._piece_of):
            across, down = (piece.across, piece.down) if piece else (0, 0)
            yield [replace(box, left=box.left - across, top=box.top - down) for box in boxes]

    def _piece_of(self, box: Box) -> Laid | None:
        """Return the piece in which ``box`` is recognised."""
        return next((piece for piece in self.pieces if piece.holds(box)), None)


def laid_apart(image: Image.Image, tables: Sequence[Grid], scale: int) -> Apart | None:
    """Return ``image``, drawn at ``scale`` dots a point, the cells of ``tables`` laid apart; None where it has none."""
    tables = [table for table in tables if len(table.columns) > 2]
    if not tables:
        return None
    gap = round(GAP * scale)
    lines = list(_laid(_parts(image, tables, scale), image.width, gap))
    sheet = Image.new("L", (image.width, sum(_height(line) + 2 * gap for line in lines)), 255)
    pieces, top = [], 0
    for line in lines:
        below = top + _height(line) + 2 * gap
        left = max(min(line[0][0][0], image.width - _width(line, gap) - 2 * gap), 0)
        for area, part in line:
            sheet.paste(part, (left, top + gap))
            pieces.append(
                Laid((left - gap // 2, top, left + part.width + gap // 2, below), left - area[0], top + gap - area[1])
            )
            left += part.width + gap
        top = below
    return Apart(sheet, pieces)


def _laid(parts: Iterable[Part], width: int, gap: int) -> Iterator[list[Part]]:
    """Give ``parts`` line by line: what is short, and lone in its row, stands beside the next of its kind.

    Tesseract passes over a lone figure.
    """
    short: list[Part] = []
    for part in parts:
        if part[1].height > SHORT[0] * gap or part[1].width > SHORT[1] * gap:
            yield [part]
        elif _width([*short, part], gap) > width - 4 * gap:
            yield short
            short = [part]
        else:
            short.append(part)
    if short:
        yield short


def _height(line: Sequence[Part]) -> int:
    return max(part.height for _, part in line)


def _width(line: Sequence[Part], gap: int) -> int:
    return sum(part.width for _, part in line) + gap * (len(line) - 1)


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
    around = _printed(strip)
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
    around = _printed(cell)
    if around:
        at = (area[0] + left + around[0], area[1] + top + around[1])
        cell = cell.crop(around)
        yield (*at, at[0] + cell.width, at[1] + cell.height), cell


def _printed(image: Image.Image) -> Area | None:
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
