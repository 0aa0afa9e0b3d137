"""Text set in columns by spaces, as PDF tools write it: tables and columns are told as on a page."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence

from loaders.formats.intake import Intake
from loaders.formats.laid.geometry import Printed, Word
from loaders.formats.laid.gutters import stretches
from loaders.formats.laid.over_columns import is_over_columns
from loaders.formats.laid.regions import MAX_LINES
from loaders.formats.laid.spacing import cell_of, paragraphs
from loaders.formats.laid.stretches import Stretch
from loaders.formats.laid.stripes import NARROW, shared, white
from loaders.formats.laid.unruled import is_table, rows_of
from loaders.formats.making.bullets import opening
from loaders.formats.making.flow import Flow
from loaders.formats.making.grid import check_cells
from loaders.formats.making.tables import build
from loaders.formats.text.full_cells import full_cells
from loaders.formats.text.half_lines import heights

MIN_LINES = 2
"""Lines with a gap that make a text one set in columns."""

MAX_WHITE = 2
"""Empty lines that may stand between two rows of a table."""

MAX_ABOVE = 40
"""Lines above a title within a table that tell its columns."""

_GAP = re.compile(r"\S {3,}\S")
_WORD = re.compile(r"\S+")
# A line is so high, and its print so large, that a stripe must be three spaces wide and no white stands between lines.
_PITCH, _SIZE = 3.0, 2.0
# White that is spared of a word before the single space that parts it from the next cell.
_SPARED = 0.9


def has_gaps(lines: Sequence[str]) -> bool:
    """Tell whether one of ``lines`` (plain) has a gap as between columns, not merely after a bullet."""
    return any(_GAP.search(text, len(text) - len(_unbulleted(text))) for text in lines)


def _unbulleted(text: str) -> str:
    """Return ``text`` without the bullet with which it begins."""
    bullet = opening(text)
    return text[bullet.start :] if bullet else text.lstrip()


def is_set_in_columns(lines: Sequence[str]) -> bool:
    """Tell whether ``lines`` (plain) are set in columns by spaces."""
    return len(lines) <= MAX_LINES and sum(1 for text in lines if "   " in text and _GAP.search(text)) >= MIN_LINES


def hangs_in_columns(rows: Sequence[str], text: str) -> bool:
    """Tell whether a lone ``text`` begins where two of the ``rows`` above begin a column behind a gap."""
    column = len(text) - len(text.lstrip())
    return column > 0 and sum(row[column - 3 : column] == "   " and row[column : column + 1] > " " for row in rows) > 1


def goes_on_below(rows: Sequence[str], title: str, row: str) -> bool:
    """Tell whether a lone ``title`` stands within a table: between its lines above, and a ``row`` below."""
    printed = [_printed(text, 0) for text in rows if "   " in text and _GAP.search(text)]
    if not printed:
        return False
    right = max(line.right for line in printed)
    stripes = white(printed[0], 0.0, right)
    for line in printed[1:]:
        stripes = shared(stripes, white(line, 0.0, right), NARROW * _SIZE)
    return is_over_columns(printed, stripes, _printed(title, 0), _printed(row, 0))


def put_columns(lines: Sequence[tuple[int, int, str]], flow: Flow, origin: Intake) -> None:
    """Give ``flow`` what stands in ``lines`` (plain, none empty), each with its height and its number in the file.

    Raises DocumentError beyond the limits.
    """
    rows = heights([(row, text) for row, _, text in lines])
    full = full_cells([text for _, _, text in lines])
    printed = [_printed(text, row, begins) for (_, _, text), row, begins in zip(lines, rows, full, strict=True)]
    numbers = {row: number for row, (_, number, _) in zip(rows, lines, strict=True)}
    texts = {row: text for row, (_, _, text) in zip(rows, lines, strict=True)}
    right = max(line.right for line in printed)
    for stretch in stretches(printed, 0.0, right):
        if not stretch.stripes:
            _put_lines(stretch, numbers, texts, flow)
        elif is_table(stretch):
            _put_table(stretch, numbers, flow, origin)
        else:
            _put_text(stretch, numbers, flow)


def _put_lines(stretch: Stretch, numbers: Mapping[float, int], texts: Mapping[float, str], flow: Flow) -> None:
    """Put running text, line by line, each as it stands in the file: what is set apart in it stays so."""
    before = stretch.lines[0]
    for line in stretch.lines:
        if line.top > before.bottom:
            flow.gap()
        flow.add(_number(line, numbers), texts[_row(line)])
        before = line


def _printed(text: str, row: float, begins: Container[int] = ()) -> Printed:
    """Return a line of text as a printed line; a word before a cell that ``begins`` leaves more than a space."""
    top = row * _PITCH
    words = []
    for found in _WORD.finditer(text):
        left, right = found.span()
        ends = right - _SPARED if right + 1 in begins else float(right)
        words.append(Word(found[0], float(left), top, ends, top + _PITCH, size=_SIZE))
    return Printed(tuple(words))


def _number(line: Printed, numbers: Mapping[float, int]) -> int:
    """Return the number of a line in its file."""
    return numbers[_row(line)]


def _row(line: Printed) -> float:
    """Return the height of a line among those that are read with it, in lines or halves of them."""
    return round(2 * line.top / _PITCH) / 2


def _put_table(stretch: Stretch, numbers: Mapping[float, int], flow: Flow, origin: Intake) -> None:
    """Put a table."""
    rows = rows_of(stretch)
    check_cells(sum(map(len, rows)), origin, f"ligne {min(numbers.values())}")
    cells = [[cell_of(cell, flow.lexicon, lambda line: (_number(line, numbers), None)) for cell in row] for row in rows]
    table = build(cells, None)
    flow.put(*([table] if table else []))


def _put_text(stretch: Stretch, numbers: Mapping[float, int], flow: Flow) -> None:
    """Put columns of text, one after the other."""
    for column in range(len(stretch.stripes) + 1):
        parts = [stretch.segments(line)[column] for line in stretch.lines]
        flow.gap(page=True)
        paragraphs(flow, [part for part in parts if part], lambda line: (_number(line, numbers), None))
