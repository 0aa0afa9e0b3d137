"""Ruled tables: the grid that lines draw on a page, cells merged where no line parts them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from loaders.formats.geometry import Rule, Sheet, Word

NEAR = 3.0
"""Points: lines closer than this are one, ends closer than this meet."""

OPEN = 8.0
"""Points by which standing lines reach beyond the last lying one where a page's end cuts a table: a line of print."""

MAX_RULES = 4_000
"""Ruling lines of one page; a drawing has more."""

MIN_CELL = 4.0
"""Points: a narrower stripe is a double line, no column or row."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: where its columns and rows are parted, and for each slot the slot where its cell begins."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    begins: tuple[tuple[tuple[int, int], ...], ...]

    @property
    def left(self) -> float:
        """Its left edge."""
        return self.columns[0]

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.columns[-1]

    @property
    def top(self) -> float:
        """Its upper edge."""
        return self.rows[0]

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.rows[-1]

    def edge(self, row: int, column: int) -> float:
        """Return the right edge of the cell that begins at a slot."""
        reach = [j for j, begin in enumerate(self.begins[row]) if begin == (row, column)]
        return self.columns[max(reach, default=column) + 1]

    def holds(self, word: Word) -> bool:
        """Tell whether ``word`` is printed within the table."""
        return self.left - 1 <= word.center <= self.right + 1 and self.top - 1 <= word.middle <= self.bottom + 1

    def filled(self, words: Iterable[Word]) -> list[list[list[Word]]]:
        """Return the words of each slot; those of a merged cell stand where it begins."""
        slots: list[list[list[Word]]] = [[[] for _ in self.columns[1:]] for _ in self.rows[1:]]
        for word in words:
            row, column = self.begins[_slot(self.rows, word.middle)][_slot(self.columns, word.center)]
            slots[row][column].append(word)
        return slots


def _slot(edges: Sequence[float], at: float) -> int:
    """Return the index of the stripe in which ``at`` lies."""
    inner = sum(1 for edge in edges[1:-1] if edge <= at)
    return min(inner, len(edges) - 2)


def grids(sheet: Sheet) -> list[Grid]:
    """Return the ruled tables of ``sheet`` from top to bottom; a frame around text is none."""
    if len(sheet.rules) > MAX_RULES:
        return []
    lying = _merged([rule for rule in sheet.rules if rule.horizontal])
    standing = [_turned(rule) for rule in _merged([_turned(rule) for rule in sheet.rules if not rule.horizontal])]
    found = [part for h, v in _connected(lying, standing) for part in _parted_tables(_grid(h, v))]
    laid = sorted(found, key=lambda grid: (grid.top, grid.left))
    if laid and (hanging := _hanging(laid[-1], lying, sheet.words)):
        laid[-1] = replace(laid[-1], rows=(*laid[-1].rows[:-1], max(word.bottom for word in hanging)))
    return laid


def _hanging(grid: Grid, lying: Sequence[Rule], words: Iterable[Word]) -> list[Word]:
    """Return the words that hang out of the last table of a page, below a cell that no line closes at its end.

    They are all that is printed there, and less than two lines.
    """
    below = [word for word in words if word.middle > grid.bottom + 1]
    reach = max((word.bottom - word.top for word in below), default=0.0)
    if any(word.bottom > grid.bottom + 2 * reach for word in below):
        return []
    columns = {_slot(grid.columns, word.center) for word in below if grid.left <= word.center <= grid.right}
    middles = [(grid.columns[column] + grid.columns[column + 1]) / 2 for column in columns]
    closed = any(_parted(lying, grid.bottom, middle, upright=False) for middle in middles)
    return [] if closed or len(columns) == len(grid.columns) - 1 else below


def _turned(rule: Rule) -> Rule:
    """Exchange the axes."""
    return Rule(rule.top, rule.left, rule.bottom, rule.right)


def _merged(rules: Iterable[Rule]) -> list[Rule]:
    """Join the lying lines that go on from one another."""
    levels: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda each: (each.top + each.bottom, each.left)):
        last = levels[-1][-1] if levels else None
        if last is not None and (rule.top + rule.bottom) - (last.top + last.bottom) <= NEAR:
            levels[-1].append(rule)
        else:
            levels.append([rule])
    return [line for level in levels for line in _joined(level)]


def _joined(level: Iterable[Rule]) -> list[Rule]:
    """Join the lines at one height whose ends meet."""
    lines: list[Rule] = []
    for rule in sorted(level, key=lambda each: (each.left, each.right)):
        last = lines[-1] if lines else None
        if last is not None and rule.left <= last.right + NEAR:
            top, bottom = min(last.top, rule.top), max(last.bottom, rule.bottom)
            lines[-1] = Rule(last.left, top, max(last.right, rule.right), bottom)
        else:
            lines.append(rule)
    return lines


def _connected(lying: Sequence[Rule], standing: Sequence[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Return the lines of each drawing: those that meet."""
    owner = list(range(len(lying) + len(standing)))

    def root(index: int) -> int:
        while owner[index] != index:
            owner[index] = owner[owner[index]]
            index = owner[index]
        return index

    for i, across in enumerate(lying):
        for j, down in enumerate(standing, len(lying)):
            if _meet(across, down):
                owner[root(j)] = root(i)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for index, rule in enumerate((*lying, *standing)):
        groups.setdefault(root(index), ([], []))[0 if index < len(lying) else 1].append(rule)
    return list(groups.values())


def _meet(across: Rule, down: Rule) -> bool:
    """Tell whether a lying and a standing line meet."""
    inside = across.left - NEAR <= down.right and down.left <= across.right + NEAR
    return inside and down.top - NEAR <= across.bottom and across.top <= down.bottom + NEAR


def _edges(places: Iterable[float]) -> tuple[float, ...]:
    """Return the distinct ones of ``places``."""
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > MIN_CELL:
            edges.append(place)
    return tuple(edges)


def _grid(lying: Sequence[Rule], standing: Sequence[Rule]) -> Grid | None:
    """Return the table that lines which meet draw; None where they part nothing."""
    columns = _edges((rule.left + rule.right) / 2 for rule in standing)
    rows = _with_cuts(_edges((rule.top + rule.bottom) / 2 for rule in lying), standing)
    if len(columns) < 2 or len(rows) < 2 or (len(columns) == 2 and len(rows) == 2):
        return None
    return Grid(columns, rows, _begins(columns, rows, lying, standing))


def _with_cuts(rows: tuple[float, ...], standing: Sequence[Rule]) -> tuple[float, ...]:
    """Return ``rows`` with the edges at which a page's end cuts the table: standing lines, two at least, end there."""
    if not rows:
        return rows
    above = [rule.top for rule in standing if rule.top < rows[0] - OPEN]
    below = [rule.bottom for rule in standing if rule.bottom > rows[-1] + OPEN]
    first = (min(above),) if len(above) > 1 else ()
    return (*first, *rows, max(below)) if len(below) > 1 else (*first, *rows)


def _parted_tables(grid: Grid | None) -> Iterator[Grid]:
    """Give the tables of a drawing: where columns change altogether from one row to the next, another table begins."""
    if grid is None:
        return
    start, before = 0, _inner(grid, 0)
    for row in range(1, len(grid.begins)):
        inner = _inner(grid, row)
        if inner and before and not inner & before and all(begin[0] == row for begin in grid.begins[row]):
            yield _part(grid, start, row)
            start = row
        before = inner or before
    yield _part(grid, start, len(grid.begins))


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


def _begins(
    columns: Sequence[float], rows: Sequence[float], lying: Sequence[Rule], standing: Sequence[Rule]
) -> tuple[tuple[tuple[int, int], ...], ...]:
    """Return for each slot the slot where its cell begins: cells go on where no line parts them."""
    across = [(a + b) / 2 for a, b in pairwise(columns)]
    down = [(a + b) / 2 for a, b in pairwise(rows)]
    begins: list[list[tuple[int, int]]] = []
    for i, y in enumerate(down):
        line: list[tuple[int, int]] = []
        for j, x in enumerate(across):
            if j and not _parted(standing, columns[j], y, upright=True):
                line.append(line[j - 1])
            elif i and not _parted(lying, rows[i], x, upright=False):
                line.append(begins[i - 1][j])
            else:
                line.append((i, j))
        begins.append(line)
    return tuple(map(tuple, begins))


def _parted(rules: Sequence[Rule], edge: float, at: float, *, upright: bool) -> bool:
    """Tell whether a line runs along ``edge`` at the height (or, lying, the breadth) ``at``."""
    for rule in rules:
        place, first, last = (
            ((rule.left + rule.right) / 2, rule.top, rule.bottom)
            if upright
            else ((rule.top + rule.bottom) / 2, rule.left, rule.right)
        )
        if abs(place - edge) <= MIN_CELL and first - NEAR <= at <= last + NEAR:
            return True
    return False
