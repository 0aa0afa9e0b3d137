"""Rostered: the parties of each of several conventions, where a table gives every territory a row and its signatories.

``Territoire | Signataires | Axes``: the cell lists the parties of the convention of the territory that its row names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.acts.agreements import Agreement
from loaders.acts.party import Party, read_party
from loaders.acts.representing import said_at
from loaders.acts.section import Section
from loaders.document import Cell, Passage, Row, Table
from loaders.words.enumerating import enumerated
from loaders.words.naming import territory_at
from loaders.words.wording import lines, plain

_SIGNERS = re.compile(r"\W*(?:autres |les )?(?:(?:co)?signataires|parties(?: (?:a |de )|\W*$))")
_JOINT = re.compile(r"\s*;\s*")
_MARK = re.compile(r"[\s\-–—•*]*")


def rostered(section: Section, agreement: Agreement) -> Iterator[Party]:
    """Give the parties that such a table lists in the row of the territory of ``agreement``."""
    if section.kind not in ("deliberation", "rapport") or agreement.territory is None or agreement.earlier:
        return
    for table in section.blocks:
        column = _column(table) if isinstance(table, Table) else None
        if not isinstance(table, Table) or column is None:
            continue
        for row in table.rows[1:]:
            if column < len(row.cells) and _is_of(section, agreement, row):
                yield from map(read_party, _entries(section, row.cells[column]))


def _entries(section: Section, cell: Cell) -> Iterator[Passage]:
    """Give what a cell lists: its items or lines, each of them in parts where it enumerates names alone."""
    for line in (line for block in cell.blocks for line in lines(block.words)):
        start = 0
        for joint in _JOINT.finditer(line.text):
            yield from _names(section, line.cut(start, joint.start()))
            start = joint.end()
        yield from _names(section, line.cut(start))


def _names(section: Section, words: Passage) -> Iterator[Passage]:
    """Give the names that a part of a cell enumerates, or all of it where it says who represents its party."""
    marked = _MARK.match(words.text)
    words = words.cut(marked.end() if marked else 0)
    if not words:
        return
    if said_at(words, 1) is not None:
        yield words
    else:
        yield from enumerated(words, section.gazetteer, section.territory)


def _column(table: Table) -> int | None:
    """Return the column that a table heads as that of who signs; it is never the first, which names the territory."""
    heads = [plain(cell.text) for cell in table.rows[0].cells] if table.rows else []
    return next((index for index, head in enumerate(heads) if index and _SIGNERS.match(head)), None)


def _is_of(section: Section, agreement: Agreement, row: Row) -> bool:
    """Whether a row begins with the name of the territory of ``agreement``."""
    named = territory_at(row.cells[0].text, 0, section.gazetteer, section.territory)
    return named is not None and named.territory == agreement.territory
