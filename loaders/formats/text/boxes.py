"""Tables drawn with signs (``+---+``, ``│``, ``║``): rules part their rows, and a cell goes on over several lines.

A text is set in such a box by a program that fills its columns: where the first word of a line had room on the line
above, the break is the author's; where it had none, the text goes on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from loaders.document import Cell, Passage, Piece, Table
from loaders.formats.intake import Intake
from loaders.formats.making.bullets import opening
from loaders.formats.making.cells import read_cell
from loaders.formats.making.continuation import begins_low, goes_on
from loaders.formats.making.grid import check_cells
from loaders.formats.making.joining import Lexicon
from loaders.formats.making.tables import build

_RULE_SIGNS = frozenset("+-=")
_DRAWN = re.compile("[\u2500-\u256c]")
_SIGNS = str.maketrans(
    {chr(sign): "|" for sign in (0x2502, 0x2503, 0x2551)}
    | {chr(sign): "-" for sign in (0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509)}
    | {chr(0x2550): "="}
    | {chr(sign): "+" for sign in range(0x250C, 0x254C)}
    | {chr(sign): "+" for sign in range(0x2552, 0x256D)}
)

_SHORTEST = 3
_RULED = 3
"""Stretches between rules from which a box is taken to have one below every row."""

Line = tuple[int, str]
"""The number of a line and what stands on it, normalised."""

_Parts = list[tuple[int, str]]
"""What stands in one cell, line by line, with the white around it."""


def drawn(line: str) -> str:
    """Return ``line`` with the signs that draw boxes as ``|``, ``-``, ``=`` and ``+``."""
    return line.translate(_SIGNS) if _DRAWN.search(line) else line


def is_box_rule(line: str) -> bool:
    """Tell whether ``line`` is a rule of a box (``+---+---+``)."""
    text = line.strip()
    return len(text) > _SHORTEST and text[0] == text[-1] == "+" and _RULE_SIGNS.issuperset(text) and text[1] != "+"


def box_end(lines: Sequence[Line], start: int) -> int:
    """Return the index after the box that the rule at ``start`` opens; ``start`` itself where none stands below it."""
    end, rows = start, 0
    while end < len(lines) and (is_box_rule(lines[end][1]) or _is_row(lines[end][1])):
        rows += _is_row(lines[end][1])
        end += 1
    return end if rows and is_box_rule(lines[end - 1][1]) else start


def box_tables(lines: Sequence[Line], lexicon: Lexicon, origin: Intake) -> Iterator[Table]:
    """Give the tables of a box: its rows in order, as many tables as the number of its columns changes."""
    bands = [list(band) for ruled, band in groupby(lines, lambda line: is_box_rule(line[1])) if not ruled]
    headed = any(is_box_rule(text) and "=" in text for _, text in lines[1:-1])
    widths = [band[0][1].count("|") for band in bands]
    rows = [
        row for band, width in zip(bands, widths, strict=True) for row in _rows(band, widths.count(width) >= _RULED)
    ]
    check_cells(sum(map(len, rows)), origin, f"ligne {lines[0][0]}")
    for _, alike in groupby(rows, len):
        cells = [[_cell(parts, lexicon) for parts in row] for row in alike]
        table = build(cells, True if headed and len(cells[0]) > 1 else None)
        if table is not None:
            yield table


def _is_row(line: str) -> bool:
    text = line.strip()
    return text.startswith("|") and text.endswith("|") and len(text) > 1


def _rows(band: Sequence[Line], ruled: bool) -> Iterator[list[_Parts]]:
    """Give the rows that stand between two rules; where each is ``ruled``, none begins with an empty cell."""
    row: list[_Parts] = []
    for number, text in band:
        parts = text.strip()[1:-1].split("|")
        if row and (len(parts) != len(row) or _begins(row, parts, ruled)):
            yield row
            row = []
        row = row or [[] for _ in parts]
        for cell, part in zip(row, parts, strict=True):
            if part.strip():
                cell.append((number, part))
    if row:
        yield row


def _begins(row: Sequence[_Parts], parts: Sequence[str], ruled: bool) -> bool:
    """Tell whether a line begins a row: its first cell says something new, or, empty, several others do."""
    filled = [index for index, part in enumerate(parts) if part.strip()]
    if not filled:
        return False
    if filled == [0]:
        return not _follows(row[0], parts[0])
    if filled[0] == 0:
        return not (row[0] and begins_low(parts[0]) and goes_on(row[0][-1][1], parts[0]))
    return not ruled and len(filled) > 1 and not all(_follows(row[index], parts[index]) for index in filled)


def _follows(above: _Parts, part: str) -> bool:
    """Tell whether a cell's line goes on with the text above it."""
    return bool(above) and (_was_full(above[-1][1], part) or goes_on(above[-1][1], part))


def _was_full(above: str, part: str) -> bool:
    """Tell whether the first word of ``part`` had no room behind ``above``, in a cell of the same width."""
    return opening(part) is None and len(above.rstrip()) + 1 + len(part.split()[0]) > len(above) - 1


def _cell(parts: _Parts, lexicon: Lexicon) -> Cell:
    """Return the cell of ``parts``: one text as far as its lines were full."""
    pieces: list[Piece] = []
    for index, (number, part) in enumerate(parts):
        broken = index and not _was_full(parts[index - 1][1], part)
        pieces.append(Piece(f"{'<br>' if broken else ''}{part.strip()} ", number))
    return read_cell(Passage(tuple(pieces)), lexicon)
