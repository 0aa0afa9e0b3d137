"""Blocks that name fiches: the rows of a table that do, as paragraphs before what is left of the table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.document import Block, Cell, Item, Paragraph, Passage, Row, Table
from loaders.formats.making.continuation import hangs
from loaders.readers.fiches.described import by_column, has_columns
from loaders.readers.fiches.fields import by_rubric
from loaders.readers.fiches.signs import ACTION, FICHE, LETTERED, speaks_of_fiche
from loaders.readers.fiches.tables_of_fiches import of_several_fiches
from loaders.readers.plan.taken_apart import apart
from loaders.words.cell_kinds import holds
from loaders.words.numbering import NUMBER
from loaders.words.rubrics import rubric
from loaders.words.wording import gathered, lines, plain

_MOST_COLUMNS = 4
_HEAD_ROWS = 2
_PAIR = 2
_LABEL = re.compile(
    r"(?:(?:numero|n\s?[°o]) de (?:la )?)?(?P<name>fiche(?:[ -]actions?)?(?:[ -]projet)?)\s*(?:n\s?[°o]|numero)?\s*:?"
)
_NUMBERED = re.compile(rf"(?:n\s?[°o]\s*)?(?:{NUMBER}|{LETTERED}|[ivx]+|[a-h])(?:$|\s*[:–—-]\s+\w)")


def opened(block: Block) -> Iterator[Block]:
    """Give ``block``; of a table, the rows that name the fiche as paragraphs before what is left of it.

    A table that names several fiches behind its first column lists them, as a plan does, and heads none; one with a
    column a fiche is a sheet each. A paragraph whose printed lines are a fiche's name and its rubrics is as many, and
    so is one of an axe and the fiches that stand below it, a line each.
    """
    if isinstance(block, Table):
        whole = of_several_fiches(block) or _lists_money(block)
        yield from by_column(block) if has_columns(block) else (block,) if whole else _named(block)
    elif isinstance(block, Paragraph):
        for line in _lines_apart(block):
            yield from map(Paragraph, by_rubric(line.words)) if _is_head(line) else (line,)
    elif isinstance(block, Item) and FICHE.match(plain(block.words.text)):
        yield from apart(block)
    else:
        yield block


def _lists_money(block: Table) -> bool:
    """Whether each row of a table names a fiche, or something else, and in the same column what it is given."""
    head, *body = block.rows or (Row(()),)
    titled = len(body) >= _PAIR and not _names_fiche(head, first=True)
    columns = zip(*(row.cells[1:] for row in body), strict=True) if titled else ()
    return any(all(cells) and holds([cell.text for cell in cells]) == "amounts" for cells in columns)


def _is_head(block: Paragraph) -> bool:
    """Whether a paragraph begins as the head of a fiche or of an action."""
    text = plain(block.words.text)
    return FICHE.match(text) is not None or ACTION.match(text) is not None


def _lines_apart(block: Paragraph) -> Iterator[Paragraph]:
    """Give ``block`` cut before each of its printed lines, behind the first, that names a fiche with its number."""
    parts = tuple(gathered(lines(block.words), _begins_fiche))
    yield from map(Paragraph, parts) if parts else (block,)


def _begins_fiche(above: Passage, line: Passage) -> bool:
    """Whether a printed line, below a whole one, names a fiche with its number."""
    found = FICHE.match(plain(line.text)) if line.text[:1].isupper() and not hangs(above.text) else None
    return found is not None and bool(found["number"]) and not speaks_of_fiche(line.text)


def _named(block: Table) -> Iterator[Block]:
    """Give the rows of a table that name a fiche as paragraphs, and what stands between them as tables."""
    kept: list[Row] = []
    lists = sum(_names_fiche(row, first=True) for row in block.rows) > 1
    for index, row in enumerate(block.rows):
        listed = lists and not row.cells[0]
        if listed or not _names_fiche(row, first=index < _HEAD_ROWS and not lists):
            kept.append(row)
            continue
        titled = _is_label(row) and all(rubric(above.cells[0].text) == "titre" for above in kept)
        if kept and not titled:
            yield Table(tuple(kept), block.header)
        head, left = _beside(row)
        kept = [*(kept if titled else ()), *((left,) if left else ())]
        yield from head
    if kept:
        yield Table(tuple(kept), block.header)


def _names_fiche(row: Row, *, first: bool) -> bool:
    """Whether a row heads a fiche with its number: in its first filled cell, in the ``first`` rows in any."""
    filled = [cell for cell in row.cells if cell][: None if first else 1]
    found = (FICHE.match(plain(cell.text)) for cell in filled)
    if _is_label(row):
        return True
    alone = sum(map(bool, row.cells)) == 1
    return (alone or len(row.cells) <= _MOST_COLUMNS) and any(match is not None and match["number"] for match in found)


def _is_label(row: Row) -> bool:
    """Whether the first cell of a row is no more than ``Fiche n°``, the cell beside it a number, its title perhaps."""
    if len(row.cells) < _PAIR or not _LABEL.fullmatch(plain(row.cells[0].text).strip()):
        return False
    return _NUMBERED.match(plain(row.cells[1].text).strip()) is not None


def _beside(row: Row) -> tuple[tuple[Paragraph | Item, ...], Row | None]:
    """Return the blocks with which a row heads a fiche, and what else it holds: a key and its value beside the head.

    A label and the number beside it (``Fiche n° | 3``) are one head.
    """
    if not _is_label(row):
        return tuple(part for cell in row.cells for part in cell.blocks), None
    label = _LABEL.fullmatch(plain(row.cells[0].text).strip())
    head = row.cells[0].words.cut(label.start("name") if label else 0) + row.cells[1].words
    left = tuple(cell for cell in row.cells[_PAIR:] if cell)
    if len(left) == _PAIR:
        return (Paragraph(head),), Row((*left, *(Cell() for _ in row.cells[_PAIR:])))
    for cell in left:
        head += cell.words
    return (Paragraph(head),), None
