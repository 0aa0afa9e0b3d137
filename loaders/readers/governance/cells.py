"""Cells about bodies: a body's name, a label, the lines of a cell that lists members below one another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from loaders import vocabulary
from loaders.document import Cell, Item, Paragraph, Passage, Piece
from loaders.formats.making.continuation import begins_low, hangs
from loaders.readers.governance.mentions import Mention, called, opening
from loaders.readers.governance.offices import begins_with_office
from loaders.words.lost_breaks import split_lost
from loaders.words.rhythms import rhythm_apart, tells_session
from loaders.words.wording import plain

_MARKS = frozenset(vocabulary.words("instances", "marks"))
_SLASH = re.compile(r"\s/\s+(?=[^\W\d_])")
_GOES_ON = re.compile(r"\W*(?:de|du|des|d'|en|et|ou|a|au|aux|pour|sur|par|dans|avec|qui|dont|ainsi)\b")


def is_mark(cell: Cell) -> bool:
    """Whether a cell only marks that who stands in its row sits in the body of its column."""
    return plain(cell.text) in _MARKS


def name_in(cell: Cell) -> Mention | None:
    """Return the body that a cell names, if it holds its name and nothing else than its rhythm in brackets."""
    name, _ = rhythm_apart(cell.words)
    named = opening(name)
    return named if named is not None and not name.text[named.end :].strip(" :.") else None


def names_in(cells: Sequence[Cell], *, announced: bool = False) -> list[tuple[Cell, str]]:
    """Return ``cells`` with the kind of the body that each names.

    Nothing where one is no name, or none steers, unless they are ``announced`` as bodies.
    """
    if any(tells_session(cell.words) for cell in cells):
        return []
    known = [(cell, name_in(cell) or called(rhythm_apart(cell.words)[0])) for cell in cells]
    steering = announced or any(name is not None and name.steers for _, name in known)
    return [(cell, name.kind) for cell, name in known if name] if steering and all(name for _, name in known) else []


def member_lines(blocks: Iterable[Paragraph | Item]) -> Iterator[Passage]:
    """Give the lines of a cell that lists members below one another, one a member or several."""
    for block in blocks:
        for line in (part for broken in _broken(block.words) for part in _slashed(broken)):
            yield from split_lost(line)


def _slashed(words: Passage) -> Iterator[Passage]:
    """Give ``words``, cut at the slashes between blanks that part members."""
    start = 0
    for slash in _SLASH.finditer(words.text):
        yield words.cut(start, slash.start())
        start = slash.end()
    yield words.cut(start)


def _broken(words: Passage) -> Iterator[Passage]:
    """Give ``words``, cut at each of their line breaks that parts two members."""
    low = begins_low(words.text)
    start = position = 0
    for before, piece in pairwise(words.pieces):
        position += len(before.text)
        if _parts(before, piece, low):
            yield words.cut(start, position)
            start = position
    yield words.cut(start)


def _parts(before: Piece, piece: Piece, low: bool) -> bool:
    """Whether the break before ``piece`` parts members, who begin with a small letter where ``low``.

    A break that its author set does unless the words go on; one that a page's width made, before an office only.
    """
    if hangs(before.text):
        return False
    meant = piece.box is None and piece.line == before.line
    alike = low or not begins_low(piece.text)
    if begins_with_office(piece.text):
        return meant or alike
    return meant and alike and not _GOES_ON.match(plain(piece.text))
