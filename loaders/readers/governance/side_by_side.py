"""Side by side: bodies that head the columns of a table, whatever they are called.

A row below tells how often each meets. The first column can hold labels (``Rythme``, ``Sièges``), known or not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loaders.acts.section import Section
from loaders.document import Cell, Row, Table
from loaders.readers.governance.instances import Instance
from loaders.readers.governance.kinds import OTHER, kind_apart
from loaders.readers.governance.mentions import opening
from loaders.readers.governance.tables import take_frequency, take_members
from loaders.readers.governance.untitled_columns import is_name, lists_people, says_its_kind
from loaders.words.rhythms import is_rhythm
from loaders.words.wording import tidy

_FEWEST = 2


def bodies_side_by_side(table: Table, *, steering: bool) -> list[int]:
    """Return the columns that the bodies of a table head, if a row tells of each how often it meets, another who sits.

    Unless bodies are spoken of, one of them must say its kind.
    """
    if len(table.rows) <= _FEWEST or len({len(row.cells) for row in table.rows}) > 1:
        return []
    rhythms = next((found for row in table.rows[1:] if (found := _columns_of_rhythms(row))), [])
    heads = [table.rows[0].cells[at] for at in rhythms]
    seated = any(all(lists_people(row.cells[at]) for at in rhythms) for row in table.rows[1:])
    told = steering or any(map(says_its_kind, heads))
    return rhythms if heads and seated and told and all(map(is_name, heads)) else []


def read_side_by_side(table: Table, columns: Sequence[int], section: Section) -> Iterator[Instance]:
    """Give the body of each of ``columns`` with what the cells below its name tell of it."""
    for at in columns:
        head, *below = (row.cells[at] for row in table.rows)
        instance = _named(head, section)
        for cell in below:
            _say(instance, cell, section)
        yield instance


def _columns_of_rhythms(row: Row) -> list[int]:
    """Return the columns of the rhythms of a row that holds nothing else, its first cell left out."""
    rhythms = [at for at, cell in enumerate(row.cells) if is_rhythm(cell.words)]
    others = [at for at, cell in enumerate(row.cells) if cell and at not in rhythms]
    return rhythms if len(rhythms) >= _FEWEST and others in ([], [0]) else []


def _named(head: Cell, section: Section) -> Instance:
    """Return the body that a cell names, of the kind that its name or the brackets behind it say."""
    name, said = kind_apart(head.words)
    named = opening(name)
    kind = named.kind if named and named.kind != OTHER else said or OTHER
    return Instance(tidy(name.text), kind, section.convention, [head.words])


def _say(instance: Instance, cell: Cell, section: Section) -> None:
    """Give a body what a cell below its name tells of it: how often it meets, who sits in it, what it does."""
    if is_rhythm(cell.words):
        take_frequency(instance, cell)
    elif lists_people(cell):
        take_members(instance, cell, section)
    else:
        instance.told_of.append(cell.text)
