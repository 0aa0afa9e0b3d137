"""The parts of a scanned page with tables: the text between them, and what is printed in each of their cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from PIL import Image

from loaders.formats.laid.ruled_grid import Grid
from loaders.formats.scanned.cell_images import Area, Part, around_print, printed_in

INSET = 1.0
"""Points by which a cell is taken smaller than its borders."""

ONE_LINE = 14.0
"""Points up to which what is printed in a cell is one line."""


def parts_of(image: Image.Image, tables: Sequence[Grid], scale: int) -> Iterator[Part]:
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
            found = [part for area in row for part in printed_in(image, _pixels(area, scale, INSET), scale)]
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
    around = around_print(strip)
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
