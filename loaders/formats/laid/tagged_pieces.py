"""The pieces of text that a file tells of a page, in their order, and where each stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from loaders.formats.laid.geometry import Word, printed_lines
from loaders.formats.laid.tags import TaggedTable

MOST_STRAY = 0.2
"""Part of the words of a page up to which the order may leave them out; these go with what stands nearest."""

MAX_STRAY = 200
"""Words of one page that are looked for so."""

SLACK = 0.3
"""Sizes of the print by which a line reaches into the one above."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text, or a table, that the order names: its words, where they stand, where its first line ends."""

    words: tuple[Word, ...]
    table: TaggedTable | None
    left: float
    top: float
    right: float
    bottom: float
    first: float

    @classmethod
    def of(cls, words: Sequence[Word], table: TaggedTable | None) -> Piece:
        """Measure ``words``."""
        left, right = min(word.left for word in words), max(word.right for word in words)
        top, bottom = min(word.top for word in words), max(word.bottom for word in words)
        return cls(tuple(words), table, left, top, right, bottom, printed_lines(words)[0].bottom)

    @property
    def slack(self) -> float:
        """By how much lines may reach into one another."""
        return SLACK * self.words[0].size


def ranked(words: Sequence[Word]) -> list[Word]:
    """Return ``words``, each with a rank; none where too many have none.

    One that has none comes with what stands nearest: between its block and the next, if it stands on a line of its own.
    """
    known = [word for word in words if word.rank >= 0]
    stray = len(words) - len(known)
    if not known or stray > min(MAX_STRAY, MOST_STRAY * len(words)):
        return []
    return [word if word.rank >= 0 else replace(word, rank=_rank_of(word, known)) for word in words]


def _rank_of(word: Word, others: Iterable[Word]) -> float:
    """Return where in the order a word comes of which it says nothing, by that of ``others`` which is nearest."""

    def distance(other: Word) -> float:
        beside = max(other.left - word.right, word.left - other.right, 0.0)
        return beside + max(other.top - word.bottom, word.top - other.bottom, 0.0)

    nearest = min(others, key=distance)
    return nearest.rank if nearest.top < word.middle < nearest.bottom else nearest.rank + 0.5


def pieces_of(words: Iterable[Word], tables: Iterable[TaggedTable]) -> Iterator[Piece]:
    """Give the pieces of text and the tables in their order."""
    holder = {rank: table for table in tables for rank in range(table.first, table.end)}
    ordered = sorted(words, key=lambda word: (word.rank, word.middle, word.left))
    for table, group in groupby(ordered, lambda word: holder.get(int(word.rank))):
        if table is not None:
            yield Piece.of(list(group), table)
            continue
        for _, block in groupby(group, lambda word: word.rank):
            yield Piece.of(list(block), None)
