"""The cells of a scanned table laid below one another before they are recognised.

Tesseract reads a line of print across the ruling lines of a table, takes these for signs, and mixes up the lines of
cells that are centred in height. In the page that it is given each cell stands by itself, on white, without its
borders; the words come back to where they are printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from PIL import Image

from loaders.formats.laid.ruled_grid import Grid
from loaders.formats.scanned.cell_images import Area, Part, from_its_top
from loaders.formats.scanned.page_parts import parts_of
from loaders.formats.scanned.recognised import Box

GAP = 6.0
"""Points of white around a cell that is laid apart."""

SHORT = (14 / GAP, 60 / GAP)
"""Height and width up to which what is printed in a cell is short, in gaps."""


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


def in_cells(tables: Iterable[Grid]) -> list[Grid]:
    """Return those of ``tables`` that have cells side by side: a frame parts nothing."""
    return [table for table in tables if len(table.columns) > 2]


def laid_apart(image: Image.Image, tables: Sequence[Grid], scale: int) -> Apart:
    """Return ``image``, drawn at ``scale`` dots a point, the cells of ``tables`` laid apart."""
    gap = round(GAP * scale)
    lines = list(_laid(parts_of(image, tables, scale), image.width, gap))
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

    Tesseract passes over a lone figure; and it loses the points of figures that do not stand on one line.
    """
    short: list[Part] = []
    for part in parts:
        if part[1].height > SHORT[0] * gap or part[1].width > SHORT[1] * gap:
            yield [part]
            continue
        if short and _width([*short, part], gap) > width - 4 * gap:
            yield short
            short = []
        short.append(from_its_top(part))
    if short:
        yield short


def _height(line: Sequence[Part]) -> int:
    return max(part.height for _, part in line)


def _width(line: Sequence[Part], gap: int) -> int:
    return sum(part.width for _, part in line) + gap * (len(line) - 1)
