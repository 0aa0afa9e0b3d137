"""What every format is turned into: a Document of blocks, each word of which knows where it stands.

A ``Passage`` is a text that remembers the line (or the page, or the paragraph) of each of its pieces, so that a fact
cut out of it has a place as narrow as the print allows. A block is a heading, a paragraph, a list item or a table;
layout noise (postmarks, running headers, page numbers) is gone, the numbering of the lines is that of the file.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, pairwise
from typing import NamedTuple, overload

from maillage.facts import Box, Place, Source, Span, Unit, merge

BULLETS = "•●▪■◦○➤►▶▸▹▷➢➔❖↳✓✔✗□☐☑☒◆◇◼◾◽‣⁃·➣❑❒➜➡"
"""Signs that stand nowhere but before an item of a list."""


class Piece(NamedTuple):
    """A stretch of text, the line it stands on (1-based), and on a page the box in which it is printed."""

    text: str
    line: int
    box: Box | None = None


@dataclass(init=False, slots=True, unsafe_hash=True)
class Passage:
    """A text in one or more pieces. ``text`` joins them as they stand; a format puts the joining space in a piece.

    Nothing changes it: it is not declared frozen because it is made ten thousand times an act, thrice as fast so.
    """

    pieces: tuple[Piece, ...]
    text: str = field(compare=False)

    def __init__(self, pieces: tuple[Piece, ...]) -> None:
        self.pieces = pieces
        self.text = pieces[0].text if len(pieces) == 1 else "".join([piece.text for piece in pieces])

    def __bool__(self) -> bool:
        return bool(self.text) and not self.text.isspace()

    def __str__(self) -> str:
        return self.text

    @property
    def spans(self) -> tuple[Span, ...]:
        """The lines it stands on, neighbours joined into one span."""
        return spans_of(piece.line for piece in self.pieces)

    @property
    def boxes(self) -> tuple[Box, ...]:
        """The boxes in which it is printed, one a page; none where the format has no pages."""
        around: dict[int, Box] = {}
        for piece in self.pieces:
            if piece.box:
                around[piece.box.page] = around.get(piece.box.page, piece.box) | piece.box
        return tuple(around.values())

    def cut(self, start: int, end: int | None = None) -> Passage:
        """Return the characters ``start`` to ``end`` (as in ``text[start:end]``), stripped of outer white space."""
        whole = self.text[start:end]
        part = whole.strip()
        if len(self.pieces) == 1:
            only = self.pieces[0]
            return self if part and len(part) == len(self.text) else passage(part, only.line, only.box)
        if len(part) == len(self.text) and all(piece.text for piece in self.pieces):
            return self
        start += len(whole) - len(whole.lstrip())
        end = start + len(part)
        starts = [0, *accumulate(len(piece.text) for piece in self.pieces)]
        first = max(bisect_right(starts, start) - 1, 0)
        pieces = []
        for index in range(first, len(self.pieces)):
            offset = starts[index]
            if offset >= end:
                break
            text = self.pieces[index].text[max(start - offset, 0) : end - offset]
            if text:
                pieces.append(Piece(text, self.pieces[index].line, self.pieces[index].box))
        return Passage(tuple(pieces))

    def __add__(self, other: Passage) -> Passage:
        """Join two passages with a space between them."""
        if not self.pieces or not other.pieces:
            return self if self.pieces else other
        last = self.pieces[-1]
        return Passage((*self.pieces[:-1], Piece(last.text + " ", last.line, last.box), *other.pieces))


def passage(text: str, line: int, box: Box | None = None) -> Passage:
    """Return ``text``, standing on ``line`` (in ``box`` of a page), as a Passage."""
    return Passage((Piece(text, line, box),) if text else ())


def spans_of(lines: Iterable[int]) -> tuple[Span, ...]:
    """Return the spans that hold ``lines``, neighbouring lines joined."""
    ordered = sorted(set(lines))
    if len(ordered) == 1:
        return (Span(ordered[0], ordered[0]),)
    breaks = [at for at, (line, after) in enumerate(pairwise(ordered), 1) if after > line + 1]
    ends = [0, *breaks, len(ordered)] if ordered else []
    return tuple(Span(ordered[first], ordered[end - 1]) for first, end in pairwise(ends))


@dataclass(frozen=True, slots=True)
class Heading:
    """A title; ``level`` 1 is the highest, 0 where the print shows a title but no level."""

    words: Passage
    level: int = 0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    words: Passage


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list: ``depth`` from 0; ``marker`` as printed (``-``, ``↳``, ``1.``)."""

    words: Passage
    depth: int = 0
    marker: str = "-"


@dataclass(frozen=True)
class Cell:
    """A table's cell: its paragraphs and list items in order; empty where nothing is printed."""

    blocks: tuple[Paragraph | Item, ...] = ()

    @cached_property
    def words(self) -> Passage:
        """All its text as one passage."""
        joined = self.blocks[0].words if self.blocks else Passage(())
        for block in self.blocks[1:]:
            joined += block.words
        return joined

    @cached_property
    def text(self) -> str:
        """All its text, single-spaced."""
        return " ".join(self.words.text.split())

    def __bool__(self) -> bool:
        return self._filled

    @cached_property
    def _filled(self) -> bool:
        return any(block.words for block in self.blocks)


@dataclass(frozen=True, slots=True)
class Row:
    """A table's row; ``broken`` where the print shows that it goes on from the row above (a page break)."""

    cells: tuple[Cell, ...]
    broken: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table: every row has as many cells; the first row is the header where the print has one (``header``)."""

    rows: tuple[Row, ...]
    header: bool = True


Block = Heading | Paragraph | Item | Table


def printed_on(blocks: Iterable[Block], pages: int) -> tuple[tuple[Piece, ...], ...]:
    """Return for each of ``pages`` the pieces printed on it in reading order; none where the format has no pages."""
    found: dict[int, list[Piece]] = {}
    for words in passages(blocks):
        for piece in words.pieces:
            if piece.box:
                found.setdefault(piece.box.page, []).append(piece)
    return tuple(tuple(found.get(page, ())) for page in range(1, pages + 1)) if found else ()


@dataclass(frozen=True, slots=True)
class Document:
    """A document read: where it comes from, its blocks in order, and its length in ``unit``.

    ``lines`` are its lines or the texts of its pages; of pages, ``printed`` gives each printed line with its box.
    """

    source: Source
    blocks: tuple[Block, ...]
    length: int
    unit: Unit = "line"
    lines: tuple[str, ...] = ()
    printed: tuple[tuple[Piece, ...], ...] = ()

    def place(self, *passages: Passage) -> Place:
        """Return the place of ``passages`` in this document."""
        spans = merge(span for words in passages for span in words.spans)
        boxes = sorted({box for words in passages for box in words.boxes})
        return Place(self.source.stem, spans, self.unit, tuple(boxes))

    def quote(self, place: Place) -> str:
        """Return the words that stand at ``place``, a line each; empty where the format keeps no lines."""
        if place.boxes and self.printed:
            pieces = ((box, piece) for box in place.boxes for piece in self.printed[box.page - 1])
            return "\n".join(piece.text for box, piece in pieces if piece.box and piece.box.stands_in(box))
        numbers = (n for span in place.spans for n in range(span.first, span.last + 1))
        return "\n".join(self.lines[n - 1] for n in numbers if 0 < n <= len(self.lines))


@overload
def passages(blocks: Block) -> Iterator[Passage]: ...
@overload
def passages(blocks: Iterable[Block]) -> Iterator[Passage]: ...
def passages(blocks: Block | Iterable[Block]) -> Iterator[Passage]:
    """Give every passage of ``blocks`` in reading order, those of tables cell by cell."""
    for block in (blocks,) if isinstance(blocks, (Heading, Paragraph, Item, Table)) else blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    for part in cell.blocks:
                        yield part.words
        else:
            yield block.words
