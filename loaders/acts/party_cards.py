"""Party cards: a table with a row for each thing said of a party: who it is, where it sits, who represents it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.acts.party import HEAD, Party, read_party
from loaders.acts.representing import is_holder, is_office
from loaders.document import Passage, Piece, Table, spaced
from loaders.vocabulary import words as vocabulary
from loaders.words.wording import alternatives, plain

_REPRESENTED = re.compile(rf"\W*(?:{alternatives(vocabulary('parties', 'card'))})\b")
_ADDRESS = re.compile(rf"{alternatives(vocabulary('parties', 'address'))}[^.;:]{{2,80}}\d{{5}} [a-z]")
_FEWEST = 2


def carded(table: Table) -> list[Party]:
    """Return the parties of a table whose rows are labelled, of several side by side or one below the other."""
    labels = [plain(row.cells[0].text) for row in table.rows]
    if not any(map(_REPRESENTED.match, labels)):
        return []
    width = len(table.rows[0].cells)
    told = [entry for column in range(1, width) for entry in _entries(table, column)]
    parties = [party for party in map(read_party, told) if party.representative or party.role]
    return parties if len(parties) >= _FEWEST else []


def _entries(table: Table, column: int) -> Iterator[Passage]:
    """Give what a column of a table says of each party, a party being where a cell begins with its name."""
    entry: list[Passage] = []
    for row in table.rows:
        label, value = row.cells[0].words.cut(0), row.cells[column].words.cut(0)
        if not value:
            continue
        if HEAD.match(plain(value.text)) and not _REPRESENTED.match(plain(label.text)):
            if entry and len(value.text) > len(entry[0].text) and len(entry) == 1:
                entry = []  # its short name stands above
            if entry:
                yield in_a_row(entry)
            entry = [value]
        elif entry:
            entry.append(label + value if _REPRESENTED.match(plain(label.text)) else value)
    if entry:
        yield in_a_row(entry)


def in_a_row(cells: Sequence[Passage]) -> Passage:
    """Return cells as one passage, with commas between them."""
    return spaced([*map(_with_comma, cells[:-1]), *cells[-1:]])


def joined(lines: Sequence[Passage]) -> Passage:
    """Return the lines of what is said of a party as one passage, a comma before an address or who holds an office."""
    whole = Passage(())
    for line in lines:
        apart = is_address(line) or is_holder(line) or is_office(line)
        whole = (_with_comma(whole) if apart else whole) + line
    return whole


def is_address(line: Passage) -> bool:
    """Whether a line begins with a building and goes on to a town."""
    return _ADDRESS.match(plain(line.text)) is not None


def _with_comma(words: Passage) -> Passage:
    """Return a passage with a comma behind it, if it ends with no such mark."""
    if not words or words.text.rstrip().endswith((",", ";", ":")):
        return words
    last = words.pieces[-1]
    return Passage((*words.pieces[:-1], Piece(last.text + ",", last.line, last.box)))
