"""Rows of a fiche's table: titles of columns, keys beside their values, and what goes on with what is above."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum

from loaders.document import Row
from loaders.words.rubrics import rubric

WEAK = frozenset({"autre", "modalite", "titre", "numero", "statut", "diagnostic", "service"})
"""Kinds of rubric whose titles are also what a cell may say (``Communication``, ``Organisation``)."""


class Role(Enum):
    """What a row is: titles of columns, a key with its value, or neither."""

    HEADING = "heading"
    KEY = "key"
    VALUES = "values"


def roles(rows: Sequence[Row], *, columns: bool) -> tuple[Role, ...]:
    """Return the role of each of ``rows``; ``columns`` where those of the table above go on.

    A table may stand keys beside their values and, between them, a band of titles over values: a row with a key closes
    the band. A table without any title of columns has no roles but keys and values.
    """
    found = tuple(_roles(rows, columns=columns))
    return found if columns or Role.HEADING in found else (Role.VALUES,) * len(rows)


def titles(row: Row) -> bool:
    """Whether a row's filled cells are all headings, two at least or one that is not the first."""
    cells = [cell for cell in row.cells if cell]
    if not cells or not all(rubric(cell.text) for cell in cells):
        return False
    return len(cells) > 1 or not row.cells[0]


def _roles(rows: Sequence[Row], *, columns: bool) -> Iterator[Role]:
    """Give the role of each row in turn; ``waits`` where titles of columns still have no value below them."""
    keyed, waits, grid = False, False, columns
    for index, row in enumerate(rows):
        following = rows[index + 1] if index + 1 < len(rows) else None
        if titles(row) and not (keyed and not grid and _is_key(following)):
            waits = grid = True
            yield Role.HEADING
        elif _is_key(row) and (not grid or (not waits and _closes(row, following, keyed=keyed))):
            keyed, grid = True, False
            yield Role.KEY
        else:
            waits = waits and not any(row.cells)
            yield Role.VALUES


def _is_key(row: Row | None) -> bool:
    """Whether a row begins with a rubric beside something that is none, and so on in pairs, or with nothing further."""
    if row is None or not _opens_with_rubric(row):
        return False
    others = [bool(rubric(cell.text)) for cell in row.cells[1:] if cell]
    paired = len(others) % 2 == 1 and not any(others[::2]) and all(others[1::2])
    return bool(others) and (paired or not any(others))


def _closes(row: Row, following: Row | None, *, keyed: bool) -> bool:
    """Whether a row with a key, below the values of a band, ends it rather than heads its first column anew.

    What follows it begins with a rubric as well, or nothing does. Where neither keys above the band nor merged cells
    show it, a rubric that could be a value closes nothing.
    """
    if following is not None and any(following.cells) and not _opens_with_rubric(following):
        return False
    merged = sum(map(bool, row.cells)) < len(row.cells)
    return keyed or (merged and len(row.cells) > 2) or not _opens_with_rubric(row, WEAK)


def _opens_with_rubric(row: Row, kinds: frozenset[str] = frozenset()) -> bool:
    """Whether the first cell of ``row`` holds the title of a rubric, of one of ``kinds`` where they are given."""
    first = row.cells[0] if row.cells else None
    kind = rubric(first.text) if first else ""
    return bool(kind) and (not kinds or kind in kinds)
