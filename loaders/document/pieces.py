"""Passages and their pieces: a text of which each piece knows its line, and on a page the box where it stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from typing import NamedTuple

from maillage.facts import Box, Span


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
    _starts: tuple[int, ...] = field(compare=False, repr=False)

    def __init__(self, pieces: tuple[Piece, ...]) -> None:
        self.pieces = pieces
        self._starts = ()
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
        starts = self._starts = self._starts or (0, *accumulate(len(piece.text) for piece in self.pieces))
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


def spaced(passages: Iterable[Passage]) -> Passage:
    """Return ``passages`` with spaces between them, as one added to another would be: many take no longer than few."""
    pieces: list[Piece] = []
    for one in passages:
        if pieces and one.pieces:
            last = pieces[-1]
            pieces[-1] = Piece(last.text + " ", last.line, last.box)
        pieces.extend(one.pieces)
    return Passage(tuple(pieces))


def spans_of(lines: Iterable[int]) -> tuple[Span, ...]:
    """Return the spans that hold ``lines``, neighbouring lines joined."""
    ordered = sorted(set(lines))
    if len(ordered) == 1:
        return (Span(ordered[0], ordered[0]),)
    breaks = [at for at, (line, after) in enumerate(pairwise(ordered), 1) if after > line + 1]
    ends = [0, *breaks, len(ordered)] if ordered else []
    return tuple(Span(ordered[first], ordered[end - 1]) for first, end in pairwise(ends))
