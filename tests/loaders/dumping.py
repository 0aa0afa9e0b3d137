"""A document as readable text, a line a block or a row: what the cases of formats compare."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.document import Block, Cell, Document, Heading, Item, Passage, Table, spans_of


def dump(document: Document) -> str:
    """Return the blocks of ``document``: kind, place, words."""
    head = f"{document.source.media_type} {document.length} {document.unit}"
    return "\n".join((head, *(line for block in document.blocks for line in _lines(block)))) + "\n"


def _lines(block: Block) -> Iterator[str]:
    """Give the lines of one block."""
    if isinstance(block, Table):
        yield "table header" if block.header else "table"
        for row in block.rows:
            mark = "  ~" if row.broken else "  |"
            yield f"{mark} {' | '.join(map(_cell, row.cells))} @{_place(cell.words for cell in row.cells)}"
    elif isinstance(block, Heading):
        yield f"heading {block.level} @{_place([block.words])} {block.words.text}"
    elif isinstance(block, Item):
        yield f"{'  ' * block.depth}item {block.marker} @{_place([block.words])} {block.words.text}"
    else:
        yield f"paragraph @{_place([block.words])} {block.words.text}"


def _cell(cell: Cell) -> str:
    """Return one cell: its blocks parted by ``//``, items with their marker."""
    return " // ".join(
        f"[{block.marker}] {block.words.text}" if isinstance(block, Item) else block.words.text for block in cell.blocks
    )


def _place(passages: Iterator[Passage] | list[Passage]) -> str:
    """Return where passages stand."""
    return ",".join(map(str, spans_of(piece.line for passage in passages for piece in passage.pieces)))
