"""Blocks: what a document consists of, its headings, paragraphs, list items and tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import overload

from loaders.document.pieces import Passage, spaced

BULLETS = "•●▪■◦○➤►▶▸▹▷➢➔❖↳✓✔✗□☐☑☒◆◇◼◾◽‣⁃·➣❑❒➜➡"
"""Signs that stand nowhere but before an item of a list."""


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
        return self.blocks[0].words if len(self.blocks) == 1 else spaced(block.words for block in self.blocks)

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
