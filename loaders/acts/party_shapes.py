"""Party shapes: the parties of a contract that no word opens, known by what stands side by side.

An institution, and beside it the person or the office that speaks for it, several times alike: the rows of a table,
items, lines or cards one below the other, one sentence. Whatever the title above says (``Ceux qui s'engagent``), these
are its parties where the Caf is one of them, unless they are said to sit somewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from loaders.acts.party import CAF, HEAD, Party, begins_with_person, read_party
from loaders.acts.party_cards import in_a_row
from loaders.acts.party_joints import running_on
from loaders.acts.party_tables import row_party
from loaders.acts.representing import CIVIL, ROLE, is_holder, is_office, person
from loaders.acts.signature_cells import stacked
from loaders.acts.splitting import words_of
from loaders.document import Block, Heading, Passage, Row, Table
from loaders.seeking import Sought
from loaders.vocabulary import words
from loaders.words.wording import alternatives, lines, plain, sentences

_ELSEWHERE = Sought(alternatives([*words("parties", "elsewhere"), *words("parties", "met")]))
_BEGINS = re.compile(rf"(?:\W*(?:\d{{1,2}}|[a-h])\s?(?:°\s?\)?|[.)/-])\s*)?{HEAD.pattern}")
_OFFICE_OF = re.compile(
    rf"\b(?P<role>{ROLE}) (?:de (?:la |l')?|du )(?P<name>{alternatives(words('parties', 'heads'))}[^,;:.()]*?)"
    r"(?=\s*(?:[,;:.()]|$)|\set\s)"
)
"""An office and the party whose office it is: ``président de la communauté de communes``."""
_END = (Passage(()),)
"""What ends the lines of a list: a table is none of them."""
_FRONT = 60
_FOOT = 12
_LONGEST_RUN = 12
_FEWEST = 2
_LONGEST_NAME = 110
_LONGEST_ENTRY = 260
_CARD = 4


def shaped(blocks: Sequence[Block]) -> tuple[Party, ...]:
    """Return the parties of the first pages of a contract that are told by their shape alone."""
    for index, block in enumerate(blocks):
        if _FRONT <= index < len(blocks) - _FOOT or _is_elsewhere(blocks[:index]):
            continue
        for parties in _readings(block, blocks[index : index + _LONGEST_RUN]):
            if _are_bound(told := list(parties)):
                return tuple(told)
    return ()


def _readings(block: Block, run: Sequence[Block]) -> Iterator[Iterable[Party]]:
    """Give the parties that a block, or what begins with it, has by each of the shapes."""
    if isinstance(block, Table):
        yield _of_rows(block)
        yield stacked((column, cell.words.cut(0)) for row in block.rows for column, cell in enumerate(row.cells))
    elif CAF.search(plain(" ".join(words_of(one).text for one in run[:_CARD]))):
        yield from map(_of_sentence, sentences(block.words))
        yield _of_entries(run)


def _are_bound(parties: Sequence[Party]) -> bool:
    """Whether ``parties`` are two at least, the Caf one of them, and most have somebody who speaks for them."""
    told = sum(1 for party in parties if party.representative or party.role)
    names = [plain(party.name.text) for party in parties]
    short = all(len(name) < _LONGEST_NAME for name in names)
    return len(set(names)) >= _FEWEST <= told and told * 2 >= len(parties) and short and any(map(CAF.search, names))


def _is_elsewhere(above: Sequence[Block]) -> bool:
    """Whether the title above, or the line right above, says of those below that they sit or do something else."""
    title = next((block for block in reversed(above) if isinstance(block, Heading)), None)
    return any(_ELSEWHERE.search(plain(words_of(block).text)) for block in (title, *above[-1:]) if block is not None)


def _of_rows(table: Table) -> list[Party]:
    """Return the parties of the rows in which an institution stands beside a person or an office."""
    found = []
    for number, row in enumerate(table.rows):
        party = _of_row(row)
        if party is not None and (party.representative or party.role):
            found.append(party)
        elif number and any(row.cells):
            return []
    return found


def _of_row(row: Row) -> Party | None:
    """Return the party of a row: that of a cell, or of the office that it names beside who holds it."""
    at = next((n for n, cell in enumerate(row.cells) if HEAD.match(plain(cell.text))), None)
    if at is not None:
        return row_party(row.cells, at) if sum(map(bool, row.cells)) > 1 else None
    whole = in_a_row([cell.words.cut(0) for cell in row.cells if cell])
    return read_party(whole) if begins_with_person(whole) else None


def _of_sentence(told: Passage) -> Iterator[Party]:
    """Give the parties of a sentence that names each with whoever speaks for it, behind a colon or not."""
    text = plain(told.text)
    if not CAF.search(text):
        return
    held = list(_OFFICE_OF.finditer(text))
    begin = next((at for at in (0, text.find(":") + 1) if HEAD.match(text, at)), None)
    if begin is not None and not _ELSEWHERE.search(text, 0, begin):
        yield from map(read_party, running_on(told.cut(begin)))
    elif len(held) >= _FEWEST and not _ELSEWHERE.search(text, 0, held[0].start()):
        for begin, found in zip((0, *(one.end() for one in held)), held, strict=False):
            who = person(told.cut(begin, found.start()))
            yield Party(told, told.cut(*found.span("name")), who, told.cut(*found.span("role")))


def _of_entries(blocks: Sequence[Block]) -> Iterator[Party]:
    """Give the parties with which blocks begin: a line each, or a name with the person and the office below it."""
    entry: list[Passage] = []
    for line in (line for block in blocks for line in (_END if isinstance(block, Table) else lines(block.words))):
        begins = len(line.text) < _LONGEST_ENTRY and _begins(line)
        if entry and (begins or not _goes_on(entry, line)):
            yield read_party(in_a_row(entry))
            entry = []
        if not begins and not entry:
            return
        entry.append(line)
    if entry:
        yield read_party(in_a_row(entry))


def _begins(line: Passage) -> bool:
    """Whether a line begins with a party, or with the person and the office in which it is represented."""
    return _BEGINS.match(plain(line.text)) is not None or begins_with_person(line)


def _goes_on(entry: Sequence[Passage], line: Passage) -> bool:
    """Whether a line tells who speaks for the party of ``entry``."""
    return len(entry) < _CARD and (is_holder(line) or is_office(line) or CIVIL.match(plain(line.text)) is not None)
