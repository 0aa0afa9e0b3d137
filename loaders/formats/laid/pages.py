"""Pages into blocks: tables by rules or by white stripes, columns, paragraphs by spacing, running headers off.

The place of a word is its page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.document import Block, Cell, Piece, Table
from loaders.formats.intake import Intake
from loaders.formats.laid.announced import with_items
from loaders.formats.laid.column_heads import headed
from loaders.formats.laid.geometry import Printed, Sheet, Word, printed_lines
from loaders.formats.laid.over_pages import Edges, joined
from loaders.formats.laid.reading_order import Part, blocks_in, in_order
from loaders.formats.laid.regions import Region, edges_of, loose, regions_of
from loaders.formats.laid.ruled import grids, reaching
from loaders.formats.laid.ruled_grid import Grid
from loaders.formats.laid.running import folios, running_lines
from loaders.formats.laid.setting import Setting
from loaders.formats.laid.side_by_side import parted
from loaders.formats.laid.sizes import Sizes
from loaders.formats.laid.spacing import by_title, cell_of, paragraphs
from loaders.formats.laid.stretches import Stretch
from loaders.formats.laid.tagged_tables import Told
from loaders.formats.laid.tags import TaggedTable
from loaders.formats.laid.unruled import is_table, rows_of
from loaders.formats.making.flow import Flow
from loaders.formats.making.grid import check_cells, spread
from loaders.formats.making.joining import Lexicon
from loaders.formats.making.noise import is_postmark
from loaders.formats.making.seams import Line
from loaders.formats.making.spelling import normalise
from loaders.formats.making.tables import build, finished


def blocks_of(sheets: Sequence[Sheet], origin: Intake) -> tuple[Block, ...]:
    """Return the blocks printed on ``sheets``. Raises DocumentError where a table exceeds the limits."""
    laid = [grids(sheet) for sheet in sheets]
    lines = [loose(sheet, found) for sheet, found in zip(sheets, laid, strict=True)]
    sizes = Sizes.of(lines)
    noise, numbers = running_lines(sheets, lines, sizes.body), folios(sheets)
    exact = not any(sheet.recognised for sheet in sheets)
    setting = Setting.of(lines, exact=exact)
    of_cells = Setting.of(_cells(sheets, laid), exact=exact)
    writer = _Pages(sheets, origin, setting, of_cells if of_cells.white is not None else setting, sizes)
    for sheet, found, printed, dropped in zip(sheets, laid, lines, noise, strict=True):
        gone = numbers.union(*(printed[index].words for index in dropped))
        clean = replace(sheet, words=tuple(word for word in sheet.words if word not in gone))
        ordered = in_order(clean)
        for place, (part, table, edge) in enumerate(ordered or map(Part, parted(clean, found) or [clean])):
            if ordered and place:
                writer.stay()
            if table is not None:
                writer.told(part, table)
                continue
            own = reaching(found if part is clean else grids(part), part)
            own = [headed(grid, loose(part, own)) for grid in own]
            writer.page(part, own, loose(part, own), edge)
    return finished(with_items(writer.flow.close()), paged=False)


def _cells(sheets: Sequence[Sheet], laid: Sequence[Sequence[Grid]]) -> Iterator[list[Printed]]:
    """Give the printed lines of each cell of the ruled tables, which may be set wider than the text around them."""
    for sheet, found in zip(sheets, laid, strict=True):
        for grid in found:
            for row in grid.filled(word for word in sheet.words if grid.holds(word)):
                yield from (printed_lines(words) for words in row if len(words) > 1)


class _Pages:
    """Takes page after page."""

    def __init__(
        self, sheets: Sequence[Sheet], origin: Intake, setting: Setting, of_cells: Setting, sizes: Sizes
    ) -> None:
        self.flow = Flow(Lexicon.of(normalise(word.text) for sheet in sheets for word in sheet.words))
        self._origin = origin
        self._setting = setting
        self._of_cells = of_cells
        self._sizes = sizes
        self._before: Edges | None = None

    def page(self, sheet: Sheet, found: Sequence[Grid], lines: Sequence[Printed], edge: float | None = None) -> None:
        """Take a page: its ruled tables and its other printed lines, which could reach as far as ``edge``."""
        self.flow.gap(page=True)
        regions = list(regions_of(sheet, found, lines))
        for index, region in enumerate(regions):
            edges = edges_of(region)
            table = self._table(region, sheet)
            if table is None and isinstance(region, Stretch):
                self._text(region, sheet, edge)
            elif table is not None:
                edges = self._put(table, edges, goes_on_above=index == 0)
            self._before = edges if table is not None and index == len(regions) - 1 else None
        for text in sheet.turned:
            if not is_postmark(text):
                self.flow.gap()
                self.flow.text(Line(normalise(text), sheet.number, False))
                self.flow.gap()

    def stay(self) -> None:
        """Say that what follows stands on the same page as what was taken last: no table goes on there from another."""
        self._before = None

    def told(self, sheet: Sheet, table: TaggedTable) -> None:
        """Take a table that the file tells."""
        self.flow.gap(page=True)
        held = Told(table, sheet.words, sheet.rules)

        def read(words: Sequence[Word], edge: float) -> Cell:
            return cell_of(printed_lines(words), self.flow.lexicon, sheet.spot, self._of_cells, edge)

        rows = spread(held.slots(read), self._origin, f"page {sheet.number}")
        whole = build(rows, True if held.headed else None)
        if whole is not None:
            self._before = self._put(whole, Edges(held.gutters), goes_on_above=True)

    def _put(self, table: Table, edges: Edges, *, goes_on_above: bool) -> Edges:
        """Put a table, joined to the last one where that ended the page before; return where its columns are parted."""
        self.flow.gap()
        last = self.flow.blocks[-1] if self.flow.blocks else None
        if goes_on_above and isinstance(last, Table) and self._before is not None:
            whole = joined(last, self._before, table, edges)
            if whole is not None:
                self.flow.blocks[-1], edges = whole
                return edges
        self.flow.put(table)
        return edges

    def _table(self, region: Region, sheet: Sheet) -> Table | None:
        """Return the table that ``region`` is, None for text."""
        if isinstance(region, Grid):
            words = region.filled(word for word in sheet.words if region.holds(word))
            check_cells(sum(map(len, words)), self._origin, f"page {sheet.number}")
            return build([self._ruled_row(region, i, row, sheet) for i, row in enumerate(words)], None)
        if not region.stripes or not is_table(region):
            return None
        width = max(line.right for line in region.lines) - min(line.left for line in region.lines)
        cuts = [(rule.top + rule.bottom) / 2 for rule in sheet.rules if rule.right - rule.left >= 0.5 * width]
        rows = rows_of(region, cuts)
        check_cells(sum(map(len, rows)), self._origin, f"page {sheet.number}")
        edges = region.edges
        return build(
            [
                [
                    cell_of(cell, self.flow.lexicon, sheet.spot, self._setting, edge)
                    for cell, edge in zip(row, edges, strict=True)
                ]
                for row in rows
            ],
            None,
        )

    def _ruled_row(self, grid: Grid, index: int, row: Sequence[Sequence[Word]], sheet: Sheet) -> list[Cell]:
        """Return the cells of one row of a ruled table."""
        cells = []
        for column, words in enumerate(row):
            lines = printed_lines(words)
            margin = min((line.left for line in lines), default=0.0) - grid.columns[column]
            cells.append(
                cell_of(
                    lines,
                    self.flow.lexicon,
                    sheet.spot,
                    self._of_cells,
                    grid.edge(index, column) - max(margin, 0.0),
                )
            )
        return cells

    def _text(self, stretch: Stretch, sheet: Sheet, edge: float | None) -> None:
        """Take running text, column after column."""
        near = self._setting.right if edge is None else min(edge, self._setting.right)
        setting = replace(self._setting, right=near)
        columns: list[list[Printed]] = [[] for _ in range(len(stretch.stripes) + 1)]
        for line in stretch.lines:
            for column, segment in zip(columns, stretch.segments(line), strict=True):
                if segment:
                    column += blocks_in(segment)
        for column in columns:
            self.flow.gap(page=True)
            for titled, group in by_title(column, self._sizes):
                if titled:
                    self.flow.heading([Piece(normalise(line.text), *sheet.spot(line)) for line in group], titled)
                else:
                    paragraphs(self.flow, group, sheet.spot, setting)
