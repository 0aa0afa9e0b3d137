"""Tables without rules: whether columns are those of a table, and where its rows begin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from loaders.formats.laid.centred import centred_rows
from loaders.formats.laid.geometry import Printed
from loaders.formats.laid.stretches import Stretch, apart
from loaders.formats.laid.titles_aside import FIGURE
from loaders.formats.making.continuation import begins_low, goes_on, hangs, tears_number

LOW, MOST = 0.3, 0.6
"""Part of the lines of running text that begin with a small letter, at least: of many lines, of few."""

FEW, MANY = 4, 6
"""Lines of running text: at least; from which they are many."""

_YEAR = re.compile(r"(?:19|20)\d\d")
_TOTAL = re.compile(r"(?:sous[- ])?total\b", re.IGNORECASE)
_LEVELS = re.compile(r"(?:\d{1,2}\.)+\d{1,2}\b")


def is_table(stretch: Stretch) -> bool:
    """Tell whether the columns of ``stretch`` are those of a table rather than of running text.

    A table has figures, or several columns, or short cells; columns of text are two, and filled to their edge.
    """
    rows = [stretch.segments(line) for line in stretch.lines]
    right = [cell.text for row in rows for cell in row[1:] if cell]
    if sum(1 for text in right if FIGURE.fullmatch(text)) >= 0.4 * len(right):
        return True
    if len(stretch.stripes) > 1:
        return True
    return not all(_filled([row[index] for row in rows]) for index in range(2))


def _filled(cells: Sequence[Printed | None]) -> bool:
    """Tell whether a column is running text: many lines, most as long as the column, many going on in a sentence."""
    lines = [cell for cell in cells if cell]
    if len(lines) < FEW:
        return False
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    full = sum(1 for line in lines if line.right - left >= 0.75 * (right - left))
    low = sum(1 for line in lines if begins_low(line.text))
    return full >= 0.5 * len(lines) and low >= (LOW if len(lines) >= MANY else MOST) * len(lines)


def rows_of(stretch: Stretch, cuts: Sequence[float] = ()) -> list[list[list[Printed]]]:
    """Return the rows of a table without rules, each the lines of its cells.

    A row begins below a ruling line (``cuts`` are their heights) or, where none parts the lines, after a wider white
    line and with every line that has text in its first column and another, below cells none of which is unfinished;
    beside a cell that spans several, where the numbers of another column go on.
    """
    rows: list[list[list[Printed]]] = []
    set_apart = apart(stretch.lines, stretch.across)
    cells = [stretch.segments(line) for line in stretch.lines]
    begins = {index for index, pair in enumerate(pairwise(stretch.lines), 1) if _between(*pair, cuts)}
    begins = begins or set(centred_rows(stretch.lines, cells))
    titles = {index for index, line in enumerate(stretch.lines) if stretch.is_across(line)}
    loose, even = _loose(stretch.lines), not any(set_apart)
    for index, segments in enumerate(cells):
        is_loose = not loose or index in loose
        if (
            not rows
            or index in titles
            or index - 1 in titles
            or (index in begins if begins else set_apart[index] or _begins(rows[-1], segments, even and is_loose))
            or (not begins and index in loose and _has_figure(segments))
            or (not begins and _numbers_on(rows[-1], segments))
        ):
            rows.append([[] for _ in segments])
        for cell, segment in zip(rows[-1], segments, strict=True):
            if segment:
                cell.append(segment)
    return rows


def _between(above: Printed, below: Printed, cuts: Sequence[float]) -> bool:
    """Tell whether a ruling line parts two printed lines."""
    middle = (above.top + above.bottom) / 2, (below.top + below.bottom) / 2
    return any(middle[0] < cut < middle[1] for cut in cuts)


def _loose(lines: Sequence[Printed]) -> set[int]:
    """Return which of ``lines`` stand further below the one above than the closest two do: those are of one cell."""
    gaps = [max(below.top - above.bottom, 0.0) for above, below in pairwise(lines)]
    closest = min(gaps, default=0.0)
    return {index for index, gap in enumerate(gaps, 1) if gap > closest + lines[index].size}


def _has_figure(segments: Sequence[Printed | None]) -> bool:
    """Tell whether a line says something in the first column and a figure in another: it is a row by itself."""
    return segments[0] is not None and any(part and FIGURE.fullmatch(part.text) for part in segments[1:])


def _numbers_on(row: Sequence[Sequence[Printed]], segments: Sequence[Printed | None]) -> bool:
    """Tell whether ``segments``, below the first column, fill all others and go on counting in one.

    ``1.2 Agir`` below ``1.1 Aider`` begins a row beside a cell that spans both.
    """
    if segments[0] is not None or len(segments) < 3 or not all(segments[1:]):
        return False
    pairs = [(cell[0].text, part.text) for cell, part in zip(row, segments, strict=True) if cell and part]
    return len(pairs) == len(segments) - 1 and any(_counts_on(*pair) for pair in pairs)


def _counts_on(above: str, below: str) -> bool:
    """Tell whether ``below`` begins with the number that follows the one with which ``above`` begins."""
    numbers = _LEVELS.match(above), _LEVELS.match(below)
    if not all(numbers):
        return False
    before, after = ([int(part) for part in number[0].split(".")] for number in numbers if number)
    return before[:-1] == after[:-1] and after[-1] == before[-1] + 1


def _begins(row: Sequence[Sequence[Printed]], segments: Sequence[Printed | None], even: bool) -> bool:
    """Tell whether ``segments`` begin a row: the first column has text, another too, and no cell above is unfinished.

    Where the lines stand ``even``, text in the first column alone begins one as well. A figure below a figure is no
    rest of a cell, where all columns have text, whatever that is, or a total begins: ``dont couples  1 602``; and
    nothing goes on with titles of columns in capitals, be it ``REPRÉSENTÉE PAR``.
    """
    pairs = [(cell[-1].text, part.text) for cell, part in zip(row, segments, strict=True) if cell and part]
    if len(pairs) == len(segments) > 1 and (all(_is_head_over(*pair) for pair in pairs) or _is_over_amounts(pairs)):
        return True
    if any(_counts_below(*pair) for pair in pairs) and (len(pairs) == len(segments) or _is_total(segments)):
        return True
    if (
        segments[0] is None
        or any(hangs(above) and not FIGURE.fullmatch(above) for above, _ in pairs)
        or (row[0] and goes_on(*pairs[0]))
    ):
        return False
    return any(segments[1:]) or (even and (any(row[1:]) or not row[0]))


def _counts_below(above: str, below: str) -> bool:
    """Tell whether a cell that is a figure stands below another: it is no rest of it, as thousands can be."""
    return bool(FIGURE.fullmatch(above) and FIGURE.fullmatch(below)) and not tears_number(above, below)


def _is_total(segments: Sequence[Printed | None]) -> bool:
    """Tell whether a line begins with the word for a sum, in whichever column."""
    return _TOTAL.match(next((part.text for part in segments if part), "")) is not None


def _is_over_amounts(pairs: Sequence[tuple[str, str]]) -> bool:
    """Tell whether titles stand above a row that has amounts: ``Versé à | Au titre de | 2025`` goes on with none."""
    amounts = [FIGURE.fullmatch(below) is not None and _YEAR.fullmatch(below) is None for _, below in pairs]
    titled = not any(FIGURE.fullmatch(above) and not _YEAR.fullmatch(above) for above, _ in pairs)
    return titled and len(pairs) > 2 and not amounts[0] and amounts[-1]


def _is_head_over(above: str, below: str) -> bool:
    """Tell whether a cell is a title in capitals, and what stands below it is none."""
    return above.isupper() and (any(map(str.islower, below)) or FIGURE.fullmatch(below) is not None)
