"""Below: the communes that stand below what announces them, an item, a line or a cell each, or in a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from loaders.acts.section import Section
from loaders.acts.splitting import words_of
from loaders.document import Block, Cell, Heading, Paragraph, Passage, Row, Table
from loaders.readers.communes.announcing import COLUMN
from loaders.readers.communes.names import Entry, begins_labelled, commune_of, known, names_in
from loaders.words.enumerating import listed
from loaders.words.wording import gathered, lines, plain
from maillage.reference import Territory

_FIGURE = re.compile(r"[\d\s.,%€+()/–-]+(?:hab\w*\.?|ans|km2|km²|€)?")
_LONGEST_LABEL = 60
_MOST_WORDS = 6
_SEVERAL = 2
_TITLE_ROWS = 2


def standing_below(
    section: Section, blocks: Sequence[Block], near: Territory | None, *, sure: bool
) -> tuple[Entry, ...]:
    """Return the communes with which ``blocks`` begin: items, lines, a paragraph of names, or the cells of a table.

    Short titles can part them (``Secteur de X``). Where it is not ``sure`` that they are what is announced, a table has
    only figures beside them.
    """
    pieces: list[Passage] = []
    for index, block in enumerate(blocks):
        names = _names(section, block, near, sure=sure)
        told = sum(commune_of(section, name, near) is not None for name in names)
        if told and told * 10 >= len(names) * 6:
            pieces += names
        elif not _parts(block, blocks[index + 1 :]):
            break
    return known(section, pieces, near)


def _names(section: Section, block: Block, near: Territory | None, *, sure: bool) -> list[Passage]:
    """Return the names that a block holds: none for a title."""
    if isinstance(block, Table):
        whole: Iterable[Passage] = (
            part for cell in _cells(section, block, near, sure=sure) for part in _parts_of(cell)
        )
    elif isinstance(block, Paragraph) and all(_is_alone(line) for line in lines(block.words)):
        whole = lines(block.words)
    elif isinstance(block, Paragraph):  # a sector a line, whose communes can run over its end
        whole = gathered(lines(block.words), lambda _, line: begins_labelled(line))
    else:
        whole = () if isinstance(block, Heading) else (words_of(block),)
    return [name for words in whole for name in names_in(section, words, near)]


def _is_alone(line: Passage) -> bool:
    """Whether a line is one name; of a list that runs over its lines, a line's end can cut one: ``Oye`` / ``Plage``."""
    return len(tuple(listed(line))) < _SEVERAL


def _parts_of(cell: Cell) -> Iterator[Passage]:
    """Give what stands in a cell, its paragraphs and items one by one; as a whole where commas part it."""
    if "," in cell.text:
        yield cell.words.cut(0)
    else:
        yield from (block.words for block in cell.blocks)


def _parts(block: Block, below: Sequence[Block]) -> bool:
    """Whether a block only parts communes: the name of a sector, a line above more of them."""
    text = words_of(block).text.rstrip()
    label = not isinstance(block, Table) and 0 < len(text) < _LONGEST_LABEL and not text.endswith((".", ";", ","))
    label = label and not (text.endswith(":") and len(text.split()) > _MOST_WORDS)  # it announces what stands below it
    return label and bool(below) and not isinstance(below[0], Heading)


def _cells(section: Section, table: Table, near: Territory | None, *, sure: bool) -> list[Cell]:
    """Return the cells of a table that name communes: those of columns headed so, else of each column of communes."""
    rows, named = _headed(table)
    if not any(named):
        parts = [part for cell in table.rows[0].cells for part in _parts_of(cell)]
        heads = any(commune_of(section, part, near) for part in parts)
        rows = table.rows if heads else table.rows[1:]
        named = [_of_communes(section, column, near) for column in zip(*(row.cells for row in rows), strict=True)]
    told = [(cell, one) for row in rows for cell, one in zip(row.cells, named, strict=True) if cell]
    beside = [_FIGURE.fullmatch(cell.text) is not None for cell, one in told if not one]
    return [cell for cell, one in told if one] if sure or sum(beside) * 2 >= len(beside) else []


def _headed(table: Table) -> tuple[tuple[Row, ...], list[bool]]:
    """Return the rows below the titles of columns, and of each column whether its title is ``Commune``."""
    for index, row in enumerate(table.rows[:_TITLE_ROWS]):
        named = [COLUMN.fullmatch(plain(cell.text)) is not None for cell in row.cells]
        if (any(named) and sum(map(bool, row.cells)) > 1) or all(named):
            return table.rows[index + 1 :], named
    return table.rows, []


def _of_communes(section: Section, column: Sequence[Cell], near: Territory | None) -> bool:
    """Whether most filled cells of a column name communes, and nothing else."""
    names = [name for cell in column for part in _parts_of(cell) for name in names_in(section, part, near)]
    told = sum(commune_of(section, name, near) is not None for name in names)
    return bool(told) and told * 10 >= len(names) * 6
