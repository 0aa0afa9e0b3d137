"""Ruled tables: the grid that lines draw on a page, cells merged where no line parts them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from loaders.formats.laid.geometry import Rule, Sheet, Word
from loaders.formats.laid.ruled_grid import Begins, Grid, slot_at
from loaders.formats.laid.ruling import MIN_CELL, NEAR, drawings, lying_and_standing, runs_along

OPEN = 8.0
"""Points by which standing lines reach beyond the last lying one where a page's end cuts a table: a line of print."""

MAX_RULES = 4_000
"""Ruling lines of one page; a drawing has more."""


def grids(sheet: Sheet) -> list[Grid]:
    """Return the ruled tables of ``sheet`` from top to bottom; a frame around text is none."""
    if len(sheet.rules) > MAX_RULES:
        return []
    drawn = drawings(*lying_and_standing(sheet.rules))
    if not sheet.recognised:
        drawn = [([*lying, *_below_bands(lying, standing)], standing) for lying, standing in drawn]
    found = [_beyond(table, sheet) for drawing in drawn for table in _tables(_grid(*drawing))]
    return sorted(found, key=lambda grid: (grid.top, grid.left))


def _beyond(grid: Grid, sheet: Sheet) -> Grid:
    """Return ``grid``, wider than its page, as far as its words reach: only the lines end at the page's edge."""
    if grid.right < sheet.width - NEAR:
        return grid
    reach = max((word.right for word in sheet.words if grid.top <= word.middle <= grid.bottom), default=grid.right)
    return replace(grid, columns=(*grid.columns[:-1], max(grid.right, reach)))


def reaching(laid: Sequence[Grid], sheet: Sheet) -> list[Grid]:
    """Return the tables ``laid`` on ``sheet``, the last as far down as what hangs out of it.

    Running footers are to be gone from the sheet: what no text holds is no part of a table either.
    """
    lying = lying_and_standing(sheet.rules)[0] if laid else []
    hanging = _hanging(laid[-1], lying, sheet.words) if laid else []
    if not hanging:
        return list(laid)
    return [*laid[:-1], replace(laid[-1], rows=(*laid[-1].rows[:-1], max(word.bottom for word in hanging)))]


def _hanging(grid: Grid, lying: Sequence[Rule], words: Iterable[Word]) -> list[Word]:
    """Return the words that hang out of the last table of a page, below a cell that no line closes at its end.

    They are all that is printed there, and less than two lines.
    """
    below = [word for word in words if word.middle > grid.bottom + 1]
    reach = max((word.bottom - word.top for word in below), default=0.0)
    if any(word.bottom > grid.bottom + 2 * reach for word in below):
        return []
    columns = {slot_at(grid.columns, word.center) for word in below if grid.left <= word.center <= grid.right}
    middles = [(grid.columns[column] + grid.columns[column + 1]) / 2 for column in columns]
    closed = any(runs_along(lying, grid.bottom, middle, upright=False) for middle in middles)
    return [] if closed or len(columns) == len(grid.columns) - 1 else below


def _grid(lying: Sequence[Rule], standing: Sequence[Rule]) -> Grid | None:
    """Return the table that lines which meet draw; None where they part nothing."""
    columns = _edges((rule.left + rule.right) / 2 for rule in standing)
    columns = _with_cuts(columns, [(rule.left, rule.right) for rule in lying])
    rows = _edges((rule.top + rule.bottom) / 2 for rule in lying)
    rows = _with_cuts(rows, [(rule.top, rule.bottom) for rule in standing])
    if len(columns) < 2 or len(rows) < 2 or (len(columns) == 2 and len(rows) == 2):
        return None
    return Grid(columns, rows, _begins(columns, rows, lying, standing))


def _edges(places: Iterable[float]) -> tuple[float, ...]:
    """Return the distinct ones of ``places``."""
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > MIN_CELL:
            edges.append(place)
    return tuple(edges)


def _below_bands(lying: Sequence[Rule], standing: Sequence[Rule]) -> Iterator[Rule]:
    """Give the edges that but a filled band shows, a title over all columns: the lines between these end there."""
    if len(standing) < 3 or len(lying) < 2:
        return
    left, *inner, right = sorted(standing, key=lambda rule: rule.left)
    inner = [rule for rule in inner if left.right + MIN_CELL < rule.left and rule.right < right.left - MIN_CELL]
    heights = [(rule.top + rule.bottom) / 2 for rule in lying]
    for at in _edges(end for rule in inner for end in (rule.top, rule.bottom)):
        inside = min(heights) < at < max(heights) and all(abs(at - height) > OPEN for height in heights)
        if inside and not any(rule.top + MIN_CELL < at < rule.bottom - MIN_CELL for rule in inner):
            yield Rule(left.left, at, right.right, at)


def _with_cuts(edges: tuple[float, ...], crossing: Sequence[tuple[float, float]]) -> tuple[float, ...]:
    """Return ``edges`` with those at which a page's end cuts the table, or that no line draws.

    Lines that cross them, two at least, reach beyond the outermost one; each is given by where it begins and ends.
    """
    if not edges:
        return edges
    before = [begin for begin, _ in crossing if begin < edges[0] - OPEN]
    after = [end for _, end in crossing if end > edges[-1] + OPEN]
    first = (min(before),) if len(before) > 1 else ()
    return (*first, *edges, max(after)) if len(after) > 1 else (*first, *edges)


def _begins(columns: Sequence[float], rows: Sequence[float], lying: Sequence[Rule], standing: Sequence[Rule]) -> Begins:
    """Return for each slot the slot where its cell begins: cells go on where no line parts them."""
    across = [(a + b) / 2 for a, b in pairwise(columns)]
    down = [(a + b) / 2 for a, b in pairwise(rows)]
    begins: list[list[tuple[int, int]]] = []
    for i, y in enumerate(down):
        line: list[tuple[int, int]] = []
        for j, x in enumerate(across):
            if j and not runs_along(standing, columns[j], y, upright=True):
                line.append(line[j - 1])
            elif i and not runs_along(lying, rows[i], x, upright=False):
                line.append(begins[i - 1][j])
            else:
                line.append((i, j))
        begins.append(line)
    return tuple(map(tuple, begins))


def _tables(grid: Grid | None) -> Iterator[Grid]:
    """Give the tables of a drawing: where no column above a row is one below it as well, another table begins."""
    if grid is None:
        return
    inner = [_inner(grid, row) for row in range(len(grid.begins))]
    below = list(accumulate(reversed(inner), lambda some, others: some | others))[::-1]
    start, above = 0, inner[0]
    for row in range(1, len(inner)):
        if inner[row] and above and not below[row] & above and all(begin[0] == row for begin in grid.begins[row]):
            yield _part(grid, start, row)
            start, above = row, inner[row]
        above |= inner[row]
    yield _part(grid, start, len(inner))


def _inner(grid: Grid, row: int) -> frozenset[int]:
    """Return the columns of ``row`` at which a cell begins, the first aside."""
    return frozenset(begin[1] for begin in grid.begins[row] if begin[1])


def _part(grid: Grid, start: int, end: int) -> Grid:
    """Return the rows ``start`` to ``end`` as a table of their own, without the columns that part nothing there."""
    edges = [0, *sorted(set().union(*(_inner(grid, row) for row in range(start, end))))]
    columns = (*(grid.columns[edge] for edge in edges), grid.columns[-1])
    begins = tuple(
        tuple((line[edge][0] - start, edges.index(line[edge][1])) for edge in edges) for line in grid.begins[start:end]
    )
    return Grid(columns, grid.rows[start : end + 1], begins)
