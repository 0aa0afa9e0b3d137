"""A document as a whole: where it comes from, its blocks, and what is printed at a place of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from loaders.document.blocks import Block, passages
from loaders.document.pieces import Passage, Piece
from maillage.facts import Place, Source, Unit, merge


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


def printed_on(blocks: Iterable[Block], pages: int) -> tuple[tuple[Piece, ...], ...]:
    """Return for each of ``pages`` the pieces printed on it in reading order; none where the format has no pages."""
    found: dict[int, list[Piece]] = {}
    for words in passages(blocks):
        for piece in words.pieces:
            if piece.box:
                found.setdefault(piece.box.page, []).append(piece)
    return tuple(tuple(found.get(page, ())) for page in range(1, pages + 1)) if found else ()
