"""Pages into blocks: tables by rules or by white stripes, columns, paragraphs by spacing, running headers off.

The place of a word is its page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from loaders.document import Block, Cell, Heading, Paragraph, Piece, Table
from loaders.formats.continuation import goes_on
from loaders.formats.flow import Flow, Line
from loaders.formats.geometry import Printed, Sheet, Word, body_size, printed_lines
from loaders.formats.grid import check_cells
from loaders.formats.gutters import Stretch, is_table, rows_of, stretches
from loaders.formats.intake import Intake
from loaders.formats.joining import Lexicon
from loaders.formats.noise import is_postmark
from loaders.formats.ruled import Grid, grids
from loaders.formats.running import running_lines
from loaders.formats.spelling import normalise
from loaders.formats.tables import build, finished, goes_over

MAX_LINES = 400
"""Printed lines of a page; on a fuller one no columns are looked for."""

TITLE = 1.12
"""How many times larger than the body a title is printed."""

MAX_TITLE = 200
"""Characters: larger print that is longer is no title."""

_Region = Grid | Stretch


def blocks_of(sheets: Sequence[Sheet], origin: Intake) -> tuple[Block, ...]:
    """Return the blocks printed on ``sheets``. Raises DocumentError where a table exceeds the limits."""
    laid = [grids(sheet) for sheet in sheets]
    loose = [
        [word for word in sheet.words if not any(grid.holds(word) for grid in found)]
        for sheet, found in zip(sheets, laid, strict=True)
    ]
    lines = [printed_lines(words) for words in loose]
    noise = running_lines(sheets, lines, body_size(sheets))
    writer = _Pages(sheets, origin)
    for sheet, found, printed, dropped in zip(sheets, laid, lines, noise, strict=True):
        writer.page(sheet, found, [line for index, line in enumerate(printed) if index not in dropped])
    return finished(writer.flow.close(), paged=False)


class _Pages:
    """Takes page after page."""

    def __init__(self, sheets: Sequence[Sheet], origin: Intake) -> None:
        self.flow = Flow(Lexicon.of(normalise(word.text) for sheet in sheets for word in sheet.words))
        self._origin = origin
        self._body = body_size(sheets)
        self._titles = _title_sizes(sheets, self._body)
        self._before: tuple[float, ...] | None = None

    def page(self, sheet: Sheet, found: Sequence[Grid], lines: Sequence[Printed]) -> None:
        """Take a page: its ruled tables and its other printed lines."""
        self.flow.gap(page=True)
        regions = list(_regions(sheet, found, lines))
        for index, region in enumerate(regions):
            edges = region.columns if isinstance(region, Grid) else tuple(left for left, _ in region.stripes)
            table = self._table(region, sheet)
            if table is None and isinstance(region, Stretch):
                self._text(region, sheet)
            elif table is not None:
                self._put(table, edges, goes_on_above=index == 0)
            self._before = edges if table is not None and index == len(regions) - 1 else None
        for text in sheet.turned:
            if not is_postmark(text):
                self.flow.gap()
                self.flow.text(Line(normalise(text), sheet.number, False))
                self.flow.gap()

    def _put(self, table: Table, edges: tuple[float, ...], *, goes_on_above: bool) -> None:
        """Put a table, joined to the last one where that reached the end of the page before with the same columns."""
        self.flow.gap()
        last = self.flow.blocks[-1] if self.flow.blocks else None
        if goes_on_above and isinstance(last, Table) and self._before is not None and _same(self._before, edges):
            self.flow.blocks[-1] = goes_over(last, table)
        else:
            self.flow.put(table)

    def _table(self, region: _Region, sheet: Sheet) -> Table | None:
        """Return the table that ``region`` is, None for text."""
        if isinstance(region, Grid):
            words = region.filled(word for word in sheet.words if region.holds(word))
            check_cells(sum(map(len, words)), self._origin, sheet.number)
            return build([self._ruled_row(region, i, row, sheet.number) for i, row in enumerate(words)], None)
        if not region.stripes or not is_table(region):
            return None
        rows = rows_of(region)
        check_cells(sum(map(len, rows)), self._origin, sheet.number)
        return build([[self._cell(cell, sheet.number) for cell in row] for row in rows], None)

    def _ruled_row(self, grid: Grid, index: int, row: Sequence[Sequence[Word]], number: int) -> list[Cell]:
        """Return the cells of one row of a ruled table."""
        cells = []
        for column, words in enumerate(row):
            lines = printed_lines(words)
            margin = min((line.left for line in lines), default=0.0) - grid.columns[column]
            cells.append(self._cell(lines, number, grid.edge(index, column) - max(margin, 0.0)))
        return cells

    def _cell(self, lines: Sequence[Printed], number: int, right: float | None = None) -> Cell:
        """Return the cell in which ``lines`` are printed; they could reach as far as ``right``."""
        if not lines:
            return Cell()
        flow = Flow(self.flow.lexicon)
        _paragraphs(flow, lines, number, right)
        blocks = flow.close()
        return Cell(
            tuple(Paragraph(b.words) if isinstance(b, Heading) else b for b in blocks if not isinstance(b, Table))
        )

    def _text(self, stretch: Stretch, sheet: Sheet) -> None:
        """Take running text, column after column."""
        columns: list[list[Printed]] = [[] for _ in range(len(stretch.stripes) + 1)]
        for line in stretch.lines:
            for column, segment in zip(columns, stretch.segments(line), strict=True):
                if segment:
                    column.append(segment)
        for column in columns:
            self.flow.gap(page=True)
            for titled, group in _by_title(column, self._titles):
                if titled:
                    self.flow.heading([Piece(normalise(line.text), sheet.number) for line in group], titled)
                else:
                    _paragraphs(self.flow, group, sheet.number)


def _same(edges: Sequence[float], others: Sequence[float]) -> bool:
    """Tell whether two tables have their columns at the same places."""
    return len(edges) == len(others) and all(abs(a - b) <= 8 for a, b in zip(edges, others, strict=True))


def _title_sizes(sheets: Sequence[Sheet], body: float) -> dict[float, int]:
    """Return the level of each size in which titles are printed, the largest being level 1."""
    sizes = {round(word.size * 2) / 2 for sheet in sheets for word in sheet.words}
    larger = sorted((size for size in sizes if size >= TITLE * body), reverse=True)
    return {size: min(index + 1, 6) for index, size in enumerate(larger)}


def _regions(sheet: Sheet, found: Sequence[Grid], lines: Sequence[Printed]) -> Iterator[_Region]:
    """Give the tables and stretches of a page from top to bottom."""
    rest = list(lines)
    for grid in (*found, None):
        above = [line for line in rest if grid is None or (line.top + line.bottom) / 2 < grid.top]
        rest = [line for line in rest if line not in above] if grid is not None else []
        if above:
            left, right = min(line.left for line in above), max(line.right for line in above)
            yield from stretches(above, left, right) if len(above) <= MAX_LINES else [Stretch(tuple(above))]
        if grid is not None and any(grid.holds(word) for word in sheet.words):
            yield grid


def _by_title(lines: Sequence[Printed], titles: dict[float, int]) -> Iterator[tuple[int, list[Printed]]]:
    """Give titles (with their level) and text (level 0), the lines of each."""
    group: list[Printed] = []
    level = 0
    for line in lines:
        own = titles.get(round(line.size * 2) / 2, 0) if len(line.text) <= MAX_TITLE else 0
        near = group and line.top - group[-1].bottom <= 0.9 * line.size
        if group and (own != level or (own and not near)):
            yield level, group
            group = []
        group.append(line)
        level = own
    if group:
        yield level, group


def _paragraphs(flow: Flow, lines: Sequence[Printed], number: int, edge: float | None = None) -> None:
    """Give ``lines`` to ``flow``: a wider white line, or a line that ends before it must, ends a paragraph.

    ``edge`` is how far the lines could reach, where that is known; otherwise they reach as far as the longest.
    """
    left, right = min(line.left for line in lines), edge or max(line.right for line in lines)
    gaps = sorted(max(below.top - above.bottom, 0.0) for above, below in pairwise(lines))
    usual = median(gaps) if gaps else 0.0
    before: Printed | None = None
    for line in lines:
        if before is not None and _ends(before, line, right, usual):
            flow.gap()
        indent = " " * min(int((line.left - left) / (0.5 * max(line.size, 1.0))), 40)
        flow.text(Line(indent + normalise(line.text), number, line.bold))
        before = line


def _ends(before: Printed, line: Printed, right: float, usual: float) -> bool:
    """Tell whether a paragraph ends between two printed lines."""
    if line.top - before.bottom > usual + 0.4 * line.size:
        return not goes_on(before.text, line.text) or line.top - before.bottom > usual + 1.2 * line.size
    if before.bold != line.bold or goes_on(before.text, line.text):
        return False
    first: Word = line.words[0]
    return right - before.right > (first.right - first.left) + 0.6 * line.size
