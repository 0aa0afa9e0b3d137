"""Running text: lines in their order become headings, items of lists and paragraphs, each word with its line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from loaders.document import BULLETS, Block, Heading, Item, Paragraph, Piece
from loaders.formats.making.bullets import DASHES, opening
from loaders.formats.making.continuation import begins_low, figure_goes_on, goes_on, names_go_on
from loaders.formats.making.enumerated import lead_and_entries
from loaders.formats.making.inline import plain, runs
from loaders.formats.making.joining import Lexicon, join
from loaders.formats.making.pending import Pending
from loaders.formats.making.seams import Line, grouped, printed_lines

_HEADING = re.compile(r" {0,3}(#{1,6})(?:\s+|(?<=##)(?=\w))")
_QUOTE = re.compile(r"\s{0,3}>\s?")
_BULLET = "➤"
_FENCE = re.compile(r"(?:```|~~~)\w{0,20}")
_UNDERLINE = re.compile(r"=+|-{3,}")


@dataclass
class Flow:
    """Collects blocks from lines given in order; ``gap`` at each empty line, ``close`` at the end.

    ``add`` takes a line of Markdown; the formats that know print from markup use ``text``, ``heading`` and ``item``.
    """

    lexicon: Lexicon
    blocks: list[Block] = field(default_factory=list)
    _pending: Pending = field(default_factory=Pending)
    _bold: bool = False
    _over_page: bool = False
    _resumed: bool = False

    def add(self, number: int, raw: str) -> None:
        """Take the next line of text (normalised, markup still in it; not empty)."""
        if raw.lstrip().startswith(">"):
            raw = raw.replace(">", _BULLET, 1) if self._pending.bullet else _QUOTE.sub("", raw, count=1)
        if _FENCE.fullmatch(raw.strip()):
            return
        match = _HEADING.match(raw)
        if match:
            title = plain(raw[match.end() :].rstrip().rstrip("#"))
            self.heading([Piece(title, number)], len(match[1]))
            return
        printed, self._bold = runs(raw.rstrip().removesuffix("\\"), self._bold)
        for line in printed_lines(printed, number):
            self.text(line)

    def gap(self, page: bool = False) -> None:
        """Take an empty line, or (``page``) noise, which may hide a page break within a paragraph."""
        self._flush()
        self._bold = False
        self._over_page = self._over_page or page

    def put(self, *blocks: Block) -> None:
        """Take blocks that are read already (a table)."""
        self.gap()
        self._pending.indents.clear()
        self._over_page = False
        self.blocks.extend(blocks)

    def close(self) -> list[Block]:
        """Return the blocks."""
        self._flush()
        return self.blocks

    def underlines(self, raw: str) -> bool:
        """Make a heading of the one line above where ``raw`` underlines it."""
        if not _UNDERLINE.fullmatch(raw.strip()) or len(self._pending.lines) != 1 or self._pending.bullet:
            return False
        line = self._pending.lines.pop()
        self.heading([Piece(line.text, line.number)], 1 if "=" in raw else 2)
        return True

    def heading(self, pieces: Sequence[Piece], level: int) -> None:
        """Take a marked heading, a piece a line; a bullet before its words is dropped, a number stays."""
        title = join(pieces, self.lexicon)
        bullet = opening(title.text)
        if bullet and bullet.marker in BULLETS + DASHES:
            title = title.cut(bullet.start)
        self.put(*([Heading(title, level)] if title else []))

    def item(self, pieces: Sequence[Piece], depth: int, marker: str) -> None:
        """Take an item whose bullet the format tells, a piece a line."""
        self.gap()
        words = join(pieces, self.lexicon)
        if words:
            self.blocks.append(Item(words, depth, marker))

    def text(self, line: Line) -> None:
        """Take one printed line of plain text: it opens an item, or goes on with what is pending."""
        bullet = opening(line.text)
        if bullet and self._pending.opens(bullet):
            self._flush()
            self._over_page = False
            self._pending.begin(bullet)
            line = replace(line, text=line.text[bullet.start :], alone=False)
        elif self._pending.lines and self._pending.leaves(line):
            self._flush()
        if not self._pending.lines and not self._pending.bullet:
            self._start(line)
        self._pending.lines.append(line)

    def _start(self, line: Line) -> None:
        """Begin a paragraph; after a page break it may go on with the block above."""
        if not line.text.startswith(" "):
            self._pending.indents.clear()
        last = self.blocks[-1] if self.blocks else None
        if self._over_page and isinstance(last, (Paragraph, Item)):
            above = last.words.text
            low = begins_low(line.text) and goes_on(above, line.text)
            self._resumed = low or names_go_on(above, line.text) or figure_goes_on(above, line.text)
        self._over_page = False

    def _flush(self) -> None:
        """Make blocks of what is pending."""
        lines, bullet = self._pending.taken()
        resumed, self._resumed = self._resumed, False
        if bullet:
            words = join([Piece(line.text, line.number, line.box) for line in lines], self.lexicon)
            if words:
                self.blocks.append(Item(words, *bullet))
            return
        for index, (title, group) in enumerate(grouped(lines)):
            above = self.blocks[-1] if self.blocks else None
            announced = above.words.text if isinstance(above, Paragraph) and not index else ""
            lead, entries = (group, ()) if title else lead_and_entries(group, announced)
            words = join([Piece(line.text, line.number, line.box) for line in lead], self.lexicon)
            if index == 0 and resumed and not title:
                self._resume(words.pieces)
            elif words:
                self.blocks.append(Heading(words) if title else Paragraph(words))
            self._list(entries)

    def _list(self, entries: Sequence[Sequence[Line]]) -> None:
        """Make items of the entries of a list without bullets, the lines of each."""
        for lines in entries:
            words = join([Piece(line.text, line.number, line.box) for line in lines], self.lexicon)
            self.blocks.extend([Item(words)] if words else [])

    def _resume(self, pieces: Sequence[Piece]) -> None:
        """Go on with the last block."""
        last = self.blocks[-1]
        if isinstance(last, (Paragraph, Item)):
            words = join([*last.words.pieces, *pieces], self.lexicon)
            self.blocks[-1] = Item(words, last.depth, last.marker) if isinstance(last, Item) else Paragraph(words)
