"""Pages whose file tells in which order they are read: columns and cards one after the other, each by itself.

Read across, as tables are, what stands side by side would be mixed up. Only where the order leaves a column, to go on
above, is a page cut; elsewhere its print tells what stands beside what, as on any page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from typing import NamedTuple

from loaders.formats.laid.geometry import Printed, Rule, Sheet
from loaders.formats.laid.tagged_nesting import parted
from loaders.formats.laid.tagged_pieces import Piece, pieces_of, ranked
from loaders.formats.laid.tags import TaggedTable

AROUND = 20.0
"""Points around a text within which a ruling line belongs to it."""

APART = 0.85
"""Sizes of the print between two blocks on one line: more than a space."""

PADDING = 2.0
"""Sizes of the print between the text of a column and that of the next one, at least."""


class Part(NamedTuple):
    """What is read by itself: a part of a page, the table that it is, how far to the right its lines could reach."""

    sheet: Sheet
    table: TaggedTable | None = None
    edge: float | None = None


def in_order(sheet: Sheet) -> list[Part]:
    """Return the parts of ``sheet`` in the order that its file tells; none where it tells of no column and no table."""
    words = ranked(sheet.words)
    if not words:
        return []
    tables = list(parted(sheet.tables, words))
    columns = list(_columns(pieces_of(words, tables)))
    if len(columns) < 2 and not tables:
        return []
    return list(_cut(sheet, columns))


class _Column(NamedTuple):
    """Pieces that are read one below the other, and how far to the right they could reach."""

    pieces: list[Piece]
    edge: float | None = None


def _columns(pieces: Iterable[Piece]) -> Iterator[_Column]:
    """Give the columns, and what stands above, between and below them; each table by itself."""
    for row in _rows(pieces):
        lefts = sorted(min(piece.left for piece in column) for column in row)
        for column in row:
            left = min(piece.left for piece in column)
            beyond = next((other for other in lefts if other > left), None)
            edge = None if beyond is None else beyond - PADDING * column[0].words[0].size
            for _, group in groupby(column, lambda piece: piece.table):
                yield _Column(list(group), edge)


def _rows(pieces: Iterable[Piece]) -> list[list[list[Piece]]]:
    """Return the rows of columns that stand side by side, a single one where nothing stands beside it."""
    rows: list[list[list[Piece]]] = []
    for piece in pieces:
        row = rows[-1] if rows else []
        if row and _goes_up(row[-1][-1], piece):
            if len(row) == 1:
                rows[-1:] = [[part] for part in _parted(row[0], piece)]
            rows[-1].append([piece])
        elif not row or (len(row) > 1 and _is_below(piece, row)):
            rows.append([[piece]])
        else:
            row[-1].append(piece)
    return rows


def _goes_up(last: Piece, piece: Piece) -> bool:
    """Tell whether ``piece`` stands beside what was read, and begins above the ``last`` of it."""
    return piece.first <= last.top + last.slack and (piece.left >= last.right - 1 or piece.right <= last.left + 1)


def _parted(column: list[Piece], beside: Piece) -> list[list[Piece]]:
    """Part the end of a column that stands ``beside`` a piece from what is above it."""
    start = len(column) - 1
    while start and column[start - 1].bottom > beside.top + beside.slack:
        start -= 1
    return [part for part in (column[:start], column[start:]) if part]


def _is_below(piece: Piece, row: Sequence[Sequence[Piece]]) -> bool:
    """Tell whether ``piece`` stands below all columns of a ``row``, and not merely in the last of them."""
    floor = max(each.bottom for column in row for each in column)
    left, right = min(each.left for each in row[-1]), max(each.right for each in row[-1])
    within = left - AROUND <= piece.left and piece.right <= right + AROUND
    return piece.top >= floor - piece.slack and not within


def _cut(sheet: Sheet, columns: Sequence[_Column]) -> Iterator[Part]:
    """Give the parts of ``sheet``, each with the ruling lines around it."""
    rules: list[list[Rule]] = [[] for _ in columns]
    boxes = [_box(column.pieces) for column in columns]
    for rule in sheet.rules:
        away = [_distance(box, rule) for box in boxes]
        nearest = min(range(len(away)), key=away.__getitem__)
        if away[nearest] <= AROUND and not _crosses(boxes, rule):
            rules[nearest].append(rule)
    turned = sheet.turned
    for column, own in zip(columns, rules, strict=True):
        words = tuple(word for piece in column.pieces for word in piece.words)
        part = replace(sheet, words=words, rules=tuple(own), turned=turned, tables=())
        yield Part(part, column.pieces[0].table, column.edge)
        turned = ()


def _crosses(boxes: Iterable[tuple[float, float, float, float]], rule: Rule) -> bool:
    """Tell whether ``rule`` lies along texts that stand side by side: it is none of a table in one of them."""
    along = [
        box
        for box in boxes
        if box[1] - AROUND <= rule.top <= box[3] + AROUND and rule.left < box[2] - 1 and box[0] + 1 < rule.right
    ]
    return rule.horizontal and len(along) > 1 and max(box[0] for box in along) >= min(box[2] for box in along)


def _box(pieces: Sequence[Piece]) -> tuple[float, float, float, float]:
    """Return from where to where ``pieces`` reach: left, top, right, bottom."""
    left, top = min(piece.left for piece in pieces), min(piece.top for piece in pieces)
    return left, top, max(piece.right for piece in pieces), max(piece.bottom for piece in pieces)


def _distance(box: tuple[float, float, float, float], rule: Rule) -> float:
    """Return how far the middle of ``rule`` stands from a text."""
    x, y = (rule.left + rule.right) / 2, (rule.top + rule.bottom) / 2
    return max(box[0] - x, x - box[2], 0.0) + max(box[1] - y, y - box[3], 0.0)


def blocks_in(line: Printed) -> list[Printed]:
    """Return the blocks that a line of running text holds, which stand apart in it; the line where there are none."""
    begins = [
        index
        for index, (before, word) in enumerate(pairwise(line.words), 1)
        if word.rank != before.rank and word.left - before.right > APART * word.size and len(before.text) > 1
    ]
    return [Printed(line.words[first:end]) for first, end in pairwise([0, *begins, len(line.words)])]
