"""Governance tables: a row a body, with columns for its members and how often it meets, or a column a body."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.acts.section import Section
from loaders.document import Cell, Passage, Table
from loaders.readers.governance import members as sitting
from loaders.readers.governance.instances import Instance, frequency, opening
from loaders.readers.governance.offices import begins_with_office
from loaders.vocabulary import groups
from loaders.words.lost_breaks import split_lost
from loaders.words.wording import alternatives, plain, tidy

_COLUMNS = {name: re.compile(rf"^\W*{alternatives(cues)}\b") for name, cues in groups("instances", "columns").items()}

_MEETS = re.compile(rf"^\W*{alternatives(groups('instances', 'columns')['frequency'])}[^:]{{0,30}}:\s*(?=\S)")
_LONGEST_NAME = 100


def is_table_of_bodies(table: Table) -> bool:
    """Whether the first row heads a column of bodies and one of members."""
    columns = _columns(table)
    return "instance" in columns and "members" in columns


def read_rows(table: Table, section: Section) -> Iterator[Instance]:
    """Give the body of each row with its members; what its column holds is one whatever its name.

    A row without a name goes on with the body above it: its cell is merged over several rows.
    """
    columns = _columns(table)
    found: list[Instance] = []
    for row in table.rows[1:]:
        words = row.cells[columns["instance"]].words
        if len(words.text) > _LONGEST_NAME or not (words or found):
            continue
        if words:
            named = opening(words)
            kind = named.kind if named else "autre"
            found.append(Instance(tidy(words.text), kind, section.convention, [words]))
        for block in row.cells[columns["members"]].blocks:
            for line in _by_office(block.words):
                for part in split_lost(line):
                    found[-1].members += list(sitting.item(part, section))
        if "frequency" in columns:
            _set_frequency(found[-1], row.cells[columns["frequency"]])
    yield from found


def is_table_of_cards(table: Table) -> bool:
    """Whether the first row names a body in every cell, and nothing else: what stands below is said of each."""
    first = table.rows[0].cells if table.rows else ()
    return len(first) > 1 and len(table.rows) > 1 and all(_is_name(cell) for cell in first)


def read_cards(table: Table, section: Section) -> Iterator[Instance]:
    """Give the body of each column: a line with a frequency says how often it meets, any other names members."""
    for column, cell in enumerate(table.rows[0].cells):
        named = opening(cell.words)
        instance = Instance(tidy(cell.text), named.kind if named else "autre", section.convention, [cell.words])
        for row in table.rows[1:]:
            for block in row.cells[column].blocks:
                _say(instance, block.words, section)
        yield instance


def _is_name(cell: Cell) -> bool:
    """Whether a cell holds the name of a body that steers, and nothing else."""
    named = opening(cell.words)
    return named is not None and named.steers and not cell.text[named.end :].strip(" :.")


def _say(instance: Instance, words: Passage, section: Section) -> None:
    """Give a body what one line of its card says."""
    label = _MEETS.match(plain(words.text))
    often = frequency(words) or (words.cut(label.end()) if label else Passage(()))
    if often and not instance.frequency:
        instance.frequency = tidy(often.text)
        instance.stated.append(often)
    elif not often and not words.text.rstrip().endswith(":"):
        instance.members += list(sitting.item(words, section))


def _by_office(words: Passage) -> Iterator[Passage]:
    """Give a cell's text, cut at each of its printed lines that begins with an office (``Président de X``)."""
    start = position = 0
    for piece in words.pieces:
        text = piece.text
        if position and text[:1].isupper() and begins_with_office(text):
            yield words.cut(start, position)
            start = position
        position += len(text)
    yield words.cut(start)


def _set_frequency(instance: Instance, cell: Cell) -> None:
    """Give a body the frequency that its cell prints."""
    if cell:
        often = frequency(cell.words)
        instance.frequency = tidy((often or cell.words).text)
        instance.stated.append(often or cell.words)


def _columns(table: Table) -> dict[str, int]:
    """Return which column is which, by the words of the first row."""
    columns: dict[str, int] = {}
    for index, cell in enumerate(table.rows[0].cells if table.rows else ()):
        for name, pattern in _COLUMNS.items():
            if pattern.match(plain(cell.text)):
                columns.setdefault(name, index)
                break
    return columns
