"""Party tables: a row a party with a column for who represents it, or a cell a party that says so itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from loaders.acts.party import ROLE, Party, person, read_party
from loaders.acts.party_lines import is_parties_title
from loaders.document import Block, Cell, Passage, Table
from loaders.vocabulary import groups
from loaders.words.wording import alternatives, plain

_COLUMNS = {name: re.compile(rf"^\W*{alternatives(cues)}\b") for name, cues in groups("parties", "columns").items()}
_REPRESENTING = re.compile(r"\W*(?:represent|maire|en la personne|signataire|fonction|qualite)")
_OFFICE = re.compile(rf"\b(?:(?:le|la|son|sa)\s+)?(?P<role>{ROLE})\b")
_CIVIL = re.compile(r"\b(?:monsieur|madame|m\.|mme)\s")
_SAYS = re.compile(r"^\W*(?:la |le |l'\s?)?[a-z][^.;:]{2,160}?[,(]?\s*\brepresentee?\s+par\b")
_LONGEST_OFFICE = 90
_FRONT = 60
_PAIR = 2


def tabled(blocks: Sequence[Block]) -> Iterator[Party]:
    """Give the parties of the first table among the first pages whose head names parties and who represents them."""
    for block in blocks[:_FRONT]:
        if isinstance(block, Table) and (told := _told(block)):
            yield from told
            return
        if isinstance(block, Table) and (columns := _columns(block)):
            office = _headed(block.rows[0].cells[columns[1]])
            parties = [_party(cells, *columns, office) for cells in _halves(block) if cells[columns[0]]]
            if _REPRESENTING.match(plain(block.rows[0].cells[columns[1]].text)) or any(party.role for party in parties):
                yield from parties
                return


def tabled_below_title(blocks: Sequence[Block]) -> Iterator[Party]:
    """Give the parties of the tables that stand under a title such as ``Les signataires``, wherever that is."""
    for above, block in pairwise(blocks):
        if isinstance(block, Table) and is_parties_title(above):
            yield from tabled((block,))


def _told(table: Table) -> list[Party]:
    """Return the parties of a table whose cells say themselves by whom each is represented; none where it is no such.

    A row can have a cell before it that says what the party is (``La Caf``, ``La collectivité``), or hold two parties.
    """
    cells = [cell.words.cut(0) for row in table.rows for cell in row.cells]
    told = [words for words in cells if _SAYS.search(plain(words.text))]
    return [read_party(words) for words in told] if len(told) > 1 else []


def _halves(table: Table) -> Iterator[tuple[Cell, ...]]:
    """Give the cells of each row below the first; of a row that its heads part into like halves, those of each half."""
    heads = [plain(cell.text) for cell in table.rows[0].cells]
    width = next(
        (w for w in range(_PAIR, len(heads)) if len(heads) % w == 0 and heads == heads[:w] * (len(heads) // w)), 0
    )
    for row in table.rows[1:]:
        for start in range(0, len(heads), width or len(heads)):
            yield row.cells[start : start + (width or len(heads))]


def _columns(table: Table) -> tuple[int, int] | None:
    """Return the columns of the parties and of those who represent them, if the first row heads both."""
    heads = [plain(cell.text) for cell in table.rows[0].cells] if table.rows else []
    parties = next((index for index, head in enumerate(heads) if _COLUMNS["party"].match(head)), None)
    people = next((i for i, head in enumerate(heads) if i != parties and _COLUMNS["person"].match(head)), None)
    return (parties, people) if parties is not None and people is not None else None


def _headed(cell: Cell) -> Passage:
    """Return the one office that the title of a column of persons names (``Maire``, ``Nom du maire``), else nothing."""
    found = list(_OFFICE.finditer(plain(cell.text)))
    if len(found) != 1:
        return Passage(())
    words = cell.words.cut(0).cut(*found[0].span("role"))
    return words.cut(0, len(words.text) - 1) if words.text.endswith("s") else words


def _party(cells: Sequence[Cell], party: int, people: int, headed: Passage) -> Party:
    """Return the party of a row: its cell, and the person and the office in the cells from ``people`` on.

    A cell that begins with an office is that office as a whole; one that names a person and an office has both. A
    person without one holds the office that ``headed``, the title of the column, names.
    """
    name = cells[party].words.cut(0)
    who = role = Passage(())
    for index, cell in enumerate(cells[people:], people):
        if index == party:
            continue
        words = cell.words.cut(0)
        text = plain(words.text)
        office = _OFFICE.search(text)
        if office is not None and not role:
            whole = office.start() == 0 and len(text) <= _LONGEST_OFFICE and not _CIVIL.search(text)
            role = words.cut(office.start("role")) if whole else words.cut(*office.span("role"))
        if not who and (office is None or office.start() > 0 or _CIVIL.search(text)):
            before = office.start() if office is not None and office.start() > 0 else len(text)
            who = person(words.cut(0, before)) or person(words)
    return Party(name, name, who, role or (headed if who else role))
