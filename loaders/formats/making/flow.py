"""Running text: lines in their order become headings, items of lists and paragraphs, each word with its line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from loaders.document import BULLETS, Block, Heading, Item, Paragraph, Piece
from loaders.formats.making.bullets import ARROWS, DASHES, Opening, is_placed, numbers_an_act, opening, titles_a_point
from loaders.formats.making.continuation import begins_low, ended, goes_on, hangs, names_go_on
from loaders.formats.making.enumerated import lead_and_entries
from loaders.formats.making.inline import plain, runs
from loaders.formats.making.joining import Lexicon, join
from loaders.formats.making.seams import Line, grouped, printed_lines

_HEADING = re.compile(r" {0,3}(#{1,6})(?:\s+|(?<=##)(?=\w))")
_QUOTE = re.compile(r"\s{0,3}>\s?")
_BULLET = "➤"
_FENCE = re.compile(r"(?:```|~~~)\w{0,20}")
_UNDERLINE = re.compile(r"=+|-{3,}")

_SHORT = 0.85
"""A line that is no longer than so much of the widest of its paragraph was ended before the margin."""

_WIDTH_LINES = 8
"""The last lines of a paragraph, which tell how wide it is set."""

_ASIDES = {dash: re.compile(rf"\S\s{dash}\s\S") for dash in DASHES}
"""What opens an aside within a sentence, which the same dash closes, be it at the beginning of a line."""


@dataclass
class Flow:
    """Collects blocks from lines given in order; ``gap`` at each empty line, ``close`` at the end.

    ``add`` takes a line of Markdown; the formats that know print from markup use ``text``, ``heading`` and ``item``.
    """

    lexicon: Lexicon
    blocks: list[Block] = field(default_factory=list)
    _pending: list[Line] = field(default_factory=list)
    _bullet: tuple[int, str] | None = None
    _hung: int = 0
    _indents: list[int] = field(default_factory=list)
    _bold: bool = False
    _over_page: bool = False
    _resumed: bool = False

    def add(self, number: int, raw: str) -> None:
        """Take the next line of text (normalised, markup still in it; not empty)."""
        if raw.lstrip().startswith(">"):
            raw = raw.replace(">", _BULLET, 1) if self._bullet else _QUOTE.sub("", raw, count=1)
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
        self._indents.clear()
        self._over_page = False
        self.blocks.extend(blocks)

    def close(self) -> list[Block]:
        """Return the blocks."""
        self._flush()
        return self.blocks

    def underlines(self, raw: str) -> bool:
        """Make a heading of the one line above where ``raw`` underlines it."""
        if not _UNDERLINE.fullmatch(raw.strip()) or len(self._pending) != 1 or self._bullet:
            return False
        line = self._pending.pop()
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
        if bullet and self._opens(bullet):
            self._flush()
            self._over_page = False
            self._bullet, self._hung = (self._depth(bullet.indent), bullet.marker), bullet.hangs
            line = replace(line, text=line.text[bullet.start :], alone=False)
        elif self._pending and self._leaves(line):
            self._flush()
        if not self._pending and not self._bullet:
            self._start(line)
        self._pending.append(line)

    def _opens(self, bullet: Opening) -> bool:
        """Tell whether a bullet at the beginning of a line opens an item, and does not stand within a sentence."""
        if not self._pending or bullet.marker in BULLETS:
            return True
        last = self._pending[-1].text
        if self._bullet or ended(last) or is_placed(self._pending[0].text) or self._closed_short(bullet):
            return True
        if bullet.marker in ARROWS:  # a sentence may have one, but hardly at the beginning of a line set in
            return bullet.indent > 0 and not hangs(last)
        return bullet.marker in _ASIDES and not _ASIDES[bullet.marker].search(last)

    def _closed_short(self, bullet: Opening) -> bool:
        """Tell whether a number stands below a line that the print did not fill: none of a sentence ends there."""
        if not bullet.marker[0].isdigit():
            return False
        widths = [len(" ".join(line.text.split())) for line in self._pending[-_WIDTH_LINES:]]
        return widths[-1] <= _SHORT * max(widths) and not hangs(self._pending[-1].text)

    def _leaves(self, line: Line) -> bool:
        """Tell whether ``line`` no longer belongs to the item or the paragraph that is pending."""
        last = self._pending[-1]
        opens = is_placed(line.text) or numbers_an_act(line.text) or titles_a_point(line.text)
        if opens and not hangs(last.text):
            return True
        if self._closes_title(line):
            return True
        if not self._bullet:
            return False
        if line.bold and not last.bold:
            return True
        indent = len(line.text) - len(line.text.lstrip())
        if indent < self._hung and line.text[indent].isupper() and not hangs(last.text):
            return True
        if self._indents and indent < self._indents[-1] and not begins_low(line.text) and not hangs(last.text):
            return True
        indented = indent > (self._indents[-1] if self._indents else 0)
        return (
            not indented
            and not begins_low(line.text)
            and last.text.rstrip().endswith((".", ";", ":", "!", "?", ")", "»"))
        )

    def _closes_title(self, line: Line) -> bool:
        """Tell whether ``line`` stands below the number of an act, or below the title of a point in capitals."""
        first, last = self._pending[0].text, self._pending[-1].text
        if len(self._pending) == 1 and numbers_an_act(last):
            return not begins_low(line.text)
        capitals = titles_a_point(first) and all(not any(map(str.islower, above.text)) for above in self._pending)
        return capitals and not line.text.isupper() and any(map(str.isalpha, line.text)) and not hangs(last)

    def _depth(self, indent: int) -> int:
        """Return the depth of an item at ``indent``."""
        while self._indents and self._indents[-1] > indent:
            self._indents.pop()
        if not self._indents or self._indents[-1] < indent:
            self._indents.append(indent)
        return len(self._indents) - 1

    def _start(self, line: Line) -> None:
        """Begin a paragraph; after a page break it may go on with the block above."""
        if not line.text.startswith(" "):
            self._indents.clear()
        last = self.blocks[-1] if self.blocks else None
        if self._over_page and isinstance(last, (Paragraph, Item)):
            above = last.words.text
            self._resumed = (begins_low(line.text) and goes_on(above, line.text)) or names_go_on(above, line.text)
        self._over_page = False

    def _flush(self) -> None:
        """Make blocks of what is pending."""
        lines, bullet, resumed = self._pending, self._bullet, self._resumed
        self._pending, self._bullet, self._resumed = [], None, False
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
