"""Tables that name fiches: the rows that do, as paragraphs or titles before what is left of the table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from loaders.document import Block, Cell, Heading, Item, Paragraph, Row, Table
from loaders.readers.fiches.signs import FICHE, describes_action
from loaders.words.numbering import NUMBER, numbered
from loaders.words.rubrics import leading, rubric
from loaders.words.wording import plain

_MOST_COLUMNS = 4
_HEAD_ROWS = 2
_PAIR = 2
_LONGEST_BAND = 250
_LABEL = re.compile(
    r"(?:fiche(?:[ -]actions?)?(?:[ -]projet)?|numero de (?:la )?fiche(?:[ -]actions?)?)\s*(?:n\s?[°o]|numero)?\s*:?"
)
_NUMBER_ALONE = re.compile(rf"(?:n\s?[°o]\s*)?(?:{NUMBER}|[a-z]?\d{{1,2}}[a-z]?|[ivx]+|[a-h])")


def opened(block: Block) -> Iterator[Block]:
    """Give ``block``; of a table, the rows that name the fiche as paragraphs before what is left of it.

    A table that names several fiches behind its first column lists them, as a plan does, and heads none. Where none is
    named, a band over keys that describe an action is its title.
    """
    if not isinstance(block, Table):
        yield block
    elif not any(map(_begins_fiche, block.rows)) and (bands := tuple(_bands(block))):
        yield from _under_bands(block, bands)
    else:
        yield from _named(block)


def _named(block: Table) -> Iterator[Block]:
    """Give the rows of a table that name a fiche as paragraphs, and what stands between them as tables."""
    kept: list[Row] = []
    lists = sum(_names_fiche(row, first=True) for row in block.rows) > 1
    for index, row in enumerate(block.rows):
        listed = lists and not row.cells[0]
        if listed or not _names_fiche(row, first=index < _HEAD_ROWS and not lists):
            kept.append(row)
            continue
        if kept:
            yield Table(tuple(kept), block.header)
        head, left = _beside(row)
        kept = [left] if left else []
        yield from head
    if kept:
        yield Table(tuple(kept), block.header)


def _bands(table: Table) -> Iterator[int]:
    """Give the indices of the rows that are titles over keys which describe an action: ``Action 1.2 : Former``."""
    alone = [index for index, row in enumerate(table.rows) if _is_band(row)]
    for index, following in pairwise((*alone, len(table.rows))):
        if describes_action(Table(table.rows[index + 1 : following])):
            yield index


def _is_band(row: Row) -> bool:
    """Whether a row is one title merged over the table, neither a rubric nor that of an enjeu or an objectif."""
    filled = [cell.text for cell in row.cells if cell]
    if len(filled) != 1 or len(row.cells) < _PAIR or len(filled[0]) > _LONGEST_BAND:
        return False
    head = numbered(filled[0])
    named = head is None or head.level in ("", "action")
    return named and not rubric(filled[0]) and leading(filled[0]) is None


def _under_bands(table: Table, bands: Sequence[int]) -> Iterator[Block]:
    """Give what stands above the first of ``bands``, then each as a title of no level and the keys below it."""
    if above := table.rows[: bands[0]]:
        yield Table(above, table.header)
    for index, following in pairwise((*bands, len(table.rows))):
        words = [block.words for cell in table.rows[index].cells for block in cell.blocks]
        yield Heading(sum(words[1:], words[0]), 0)
        yield Table(table.rows[index + 1 : following])


def _begins_fiche(row: Row) -> bool:
    """Whether a row begins with a fiche's name, with a number or without one."""
    return any(FICHE.match(plain(cell.text)) for cell in row.cells[:1])


def _names_fiche(row: Row, *, first: bool) -> bool:
    """Whether a row heads a fiche with its number: in its first filled cell, in the ``first`` rows in any."""
    filled = [cell for cell in row.cells if cell][: None if first else 1]
    found = (FICHE.match(plain(cell.text)) for cell in filled)
    if _is_label(row):
        return True
    alone = sum(map(bool, row.cells)) == 1
    return (alone or len(row.cells) <= _MOST_COLUMNS) and any(match is not None and match["number"] for match in found)


def _is_label(row: Row) -> bool:
    """Whether the first cell of a row is no more than ``Fiche n°``, and the cell beside it no more than a number."""
    if len(row.cells) < _PAIR or not _LABEL.fullmatch(plain(row.cells[0].text).strip()):
        return False
    return _NUMBER_ALONE.fullmatch(plain(row.cells[1].text).strip()) is not None


def _beside(row: Row) -> tuple[tuple[Paragraph | Item, ...], Row | None]:
    """Return the blocks with which a row heads a fiche, and what else it holds: a key and its value beside the head.

    A label and the number beside it (``Fiche n° | 3``) are one head.
    """
    if not _is_label(row):
        return tuple(part for cell in row.cells for part in cell.blocks), None
    head = row.cells[0].words + row.cells[1].words
    left = tuple(cell for cell in row.cells[_PAIR:] if cell)
    if len(left) == _PAIR:
        return (Paragraph(head),), Row((*left, *(Cell() for _ in row.cells[_PAIR:])))
    for cell in left:
        head += cell.words
    return (Paragraph(head),), None
