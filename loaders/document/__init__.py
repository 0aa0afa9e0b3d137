"""What every format is turned into: a Document of blocks, each word of which knows where it stands.

A ``Passage`` is a text that remembers the line (or the page, or the paragraph) of each of its pieces, so that a fact
cut out of it has a place as narrow as the print allows. A block is a heading, a paragraph, a list item or a table;
layout noise (postmarks, running headers, page numbers) is gone, the numbering of the lines is that of the file.
"""

from __future__ import annotations

from loaders.document.blocks import BULLETS, Block, Cell, Heading, Item, Paragraph, Row, Table, passages
from loaders.document.pieces import Passage, Piece, passage, spaced, spans_of
from loaders.document.whole import Document, printed_on

__all__ = [
    "BULLETS",
    "Block",
    "Cell",
    "Document",
    "Heading",
    "Item",
    "Paragraph",
    "Passage",
    "Piece",
    "Row",
    "Table",
    "passage",
    "passages",
    "printed_on",
    "spaced",
    "spans_of",
]
