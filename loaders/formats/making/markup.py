"""What formats with structure (HTML, DOCX, ODT) share: inline text collected into lines, items, titles and cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from loaders.document import BULLETS, Block, Cell, Heading, Item, Paragraph, Piece, Table
from loaders.formats.intake import Intake
from loaders.formats.making.bullets import opening
from loaders.formats.making.continuation import goes_on
from loaders.formats.making.flow import Flow
from loaders.formats.making.joining import Lexicon
from loaders.formats.making.nested import Nested
from loaders.formats.making.pipes import tab_table
from loaders.formats.making.seams import Line
from loaders.formats.making.spelling import normalise
from loaders.formats.making.tabbed import is_tabbed, rows_of


class Writer:
    """Takes what is printed in its order and makes blocks of it.

    A line break within a block is but a break, except in a cell: there it parts paragraphs, unless the text goes on.
    """

    def __init__(self, flow: Flow, origin: Intake, in_cell: bool = False) -> None:
        self._in_cell = in_cell
        self.origin = origin
        self.lexicon: Lexicon = flow.lexicon
        self._flow = flow
        self._lines: list[Line] = []
        self._fresh = True
        self._after_break: set[int] = set()
        self._item: tuple[int, str] | None = None
        self._level: int | None = None
        self._tabbed: list[Sequence[Line]] = []

    def text(self, text: str, number: int, bold: bool) -> None:
        """Take a stretch of text that stands at ``number``; it goes on with the printed line."""
        if not text:
            return
        text = normalise(text)
        last = self._lines[-1] if self._lines and not self._fresh else None
        if last is not None and last.number == number:
            bold = (last.bold or not last.text.strip()) and (bold or not text.strip())
            self._lines[-1] = Line(last.text + text, number, bold)
        elif text.strip() or last is not None:
            if self._fresh and self._in_cell:
                self._after_break.add(len(self._lines))
            self._lines.append(Line(text, number, bold))
            self._fresh = False

    def line_break(self) -> None:
        """End the printed line; the block goes on."""
        self._fresh = True

    def open_item(self, depth: int, marker: str) -> None:
        """Begin an item of a list."""
        self.block_break()
        self._item = (depth, marker)

    def open_heading(self, level: int) -> None:
        """Begin a title."""
        self.block_break()
        self._level = level

    def block_break(self) -> None:
        """End the block, if one is open."""
        groups = list(self._groups())
        self._lines, self._after_break, self._fresh = [], set(), True
        for lines in groups:
            self._put(lines)
        if groups:
            self._item = self._level = None

    def _groups(self) -> Iterator[list[Line]]:
        """Give the lines of the block, those of each paragraph of a cell apart."""
        group: list[Line] = []
        for index, line in enumerate(self._lines):
            if group and index in self._after_break and not goes_on(group[-1].text, line.text):
                yield group
                group = []
            if line.text.strip():
                group.append(line)
        if group:
            yield group

    def _put(self, lines: Sequence[Line]) -> None:
        """Put what stands in one block."""
        item, level = self._item, self._level
        self._item = self._level = None
        if level is None and item is None and not self._in_cell and all(map(is_tabbed, lines)):
            self._tabbed.append(lines)
            return
        self._put_tabbed()
        pieces = [Piece(line.text, line.number) for line in lines]
        if level is not None:
            self._flow.heading(pieces, level)
        elif item is not None:
            self._put_item(pieces, *item)
        else:
            self._put_text(lines)

    def _put_text(self, lines: Sequence[Line]) -> None:
        """Put a paragraph."""
        self._flow.gap()
        for line in lines:
            self._flow.text(line)
        self._flow.gap()

    def _put_tabbed(self) -> None:
        """Put the paragraphs whose texts tabs part: a table, or what they are."""
        groups, self._tabbed = self._tabbed, []
        rows = rows_of([line for group in groups for line in group]) if groups else []
        table = tab_table(rows, self.lexicon, self.origin) if rows else None
        if table:
            self._flow.put(table)
            return
        for lines in groups:
            self._put_text(lines)

    def _put_item(self, pieces: list[Piece], depth: int, marker: str) -> None:
        """Put an item; a bullet typed before its words takes the marker's place."""
        bullet = opening(pieces[0].text)
        if bullet and (bullet.marker in BULLETS or bullet.marker == marker):
            pieces[0], marker = Piece(pieces[0].text[bullet.start :], pieces[0].line), bullet.marker
        self._flow.item(pieces, depth, marker)

    def put(self, blocks: Iterable[Block]) -> None:
        """Take blocks that are read already."""
        self.block_break()
        self._put_tabbed()
        self._flow.put(*blocks)

    def close(self) -> list[Block]:
        """Return the blocks."""
        self.block_break()
        self._put_tabbed()
        return self._flow.close()

    def cell(self) -> Cell:
        """Return all that was taken as a cell: titles are paragraphs in it, tables are kept aside."""
        blocks = self.close()
        flat = tuple(_flat(blocks))
        return Nested(flat, tuple(blocks)) if any(isinstance(block, Table) for block in blocks) else Cell(flat)


def _flat(blocks: Iterable[Block]) -> Iterable[Paragraph | Item]:
    """Give ``blocks`` as paragraphs and items, those of tables cell by cell."""
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from cell.blocks
        else:
            yield Paragraph(block.words) if isinstance(block, Heading) else block
