"""What an act about several conventions says of each where it speaks of all: the rows of a table that name its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from loaders.acts.section import Section
from loaders.acts.territory_codes import convention_of, specific
from loaders.document import Block, Cell, Row, Table
from loaders.words.own_names import own_names

_FEWEST = 2


def of_each(part: Section, *, tables: bool = False) -> Iterator[Section]:
    """Give ``part``, which speaks of all conventions of an act, once for each, with that one's rows of its tables.

    With ``tables`` nothing else of it: what stands around them is said of all at once.
    """
    for agreement in part.agreements:
        if agreement.main:
            own = (_of_one(part, block, agreement.key, tables=tables) for block in part.blocks)
            blocks = tuple(block for block in own if block is not None)
            if blocks:
                yield replace(part, territory=agreement.territory, convention=agreement.key, blocks=blocks)


def _of_one(part: Section, block: Block, key: str, *, tables: bool) -> Block | None:
    """Return what ``block`` says of the convention ``key``: a table by territory its rows, without what names it."""
    keys = _keys(part, block) if isinstance(block, Table) else ()
    if not keys or not isinstance(block, Table):
        return None if tables else block
    rows = [Row(row.cells[1:]) for row, named in zip(block.rows[1:], keys, strict=True) if named == key]
    return Table((Row(block.rows[0].cells[1:]), *rows), header=True) if rows else None


def _keys(part: Section, table: Table) -> tuple[str, ...]:
    """Return the convention of each row below the titles of a table by territory; none for any other table."""
    if len(table.rows) <= _FEWEST or not all(len(row.cells) > 1 for row in table.rows):
        return ()
    keys = tuple(_key(part, row.cells[0]) for row in table.rows[1:])
    return keys if all(keys) and len(set(keys)) > 1 and not _key(part, table.rows[0].cells[0]) else ()


def _key(part: Section, cell: Cell) -> str:
    """Return the convention of the act whose territory a cell names; empty for none."""
    mains = [agreement for agreement in part.agreements if agreement.main]
    own = next((one.key for one in mains if any(own_names(cell.text, one.territory, alone=True))), "")
    named = specific(part, cell.text) if cell.text and not own else None
    return own or (convention_of(part, named.territory) if named is not None else "")
