"""Party tables: a row a party with a column for who represents it, or a cell a party that says so itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.acts.party import HEAD, MET, Party, read_party
from loaders.acts.party_cards import carded, in_a_row, joined
from loaders.acts.party_opening import is_parties_title, opens_parties
from loaders.acts.representing import CIVIL, REPRESENTED, ROLE, office_end, person
from loaders.acts.splitting import words_of
from loaders.document import Block, Cell, Heading, Passage, Row, Table
from loaders.vocabulary import groups, words
from loaders.words.wording import alternatives, plain

_COLUMNS = {
    name: re.compile(rf"^\W*(?:l[ea]s? )?{alternatives(cues)}\b") for name, cues in groups("parties", "columns").items()
}
_REPRESENTING = re.compile(
    r"\W*(?:(?:(?:ici|dument|valablement|legalement) |qui (?:la|le|les) )?represent|maire|en la personne|signataire"
    r"|fonction|qualite|personne|qui signe|sign(?:e|ee|ent) par)"
)
_OFFICE = re.compile(rf"\b(?:(?:le|la|son|sa)\s+)?(?P<role>{ROLE})\b")
_SAYS = re.compile(rf"{HEAD.pattern}[^;:]{{0,240}}?[,(]?\s*{REPRESENTED.pattern}")
_OF_A_BODY = re.compile(alternatives(words("parties", "seats")))
"""A column of those who sit somewhere: its table is no table of parties."""

_QUOTES = ' «»"“”,;.'
_FUNCTION = re.compile(r"\W*(?:qualite|fonction)s?(?: du (?:signataire|representant))?\W*")
_LONGEST_OFFICE = 90
_FRONT = 60
_PAIR = 2


def tabled(blocks: Sequence[Block]) -> Iterator[Party]:
    """Give the parties of the first table among the first pages whose head names parties and who represents them."""
    for index, block in enumerate(blocks[:_FRONT]):
        if not isinstance(block, Table) or _sits(blocks[:index]):
            continue
        titled = _titled(block)
        opened = titled or any(map(opens_parties, blocks[:index][-1:]))
        if parties := carded(block) or _told(block, opened=opened) or columned(block):
            yield from parties
            return


def _sits(above: Sequence[Block]) -> bool:
    """Whether the title over a table, or the line right above it, is that of a body, or of those who were met."""
    title = next((block for block in reversed(above) if isinstance(block, Heading)), None)
    over = [words_of(block).text for block in (title, *above[-1:]) if block is not None]
    return any(_OF_A_BODY.search(text) or MET.search(text) for text in map(plain, over) if len(text) < _LONGEST_OFFICE)


def _titled(table: Table) -> bool:
    """Whether the first row of a table is but one cell, which says that the parties stand below it."""
    first = [cell for cell in table.rows[0].cells if cell]
    return len(first) == 1 and is_parties_title(Heading(first[0].words))


def columned(table: Table) -> list[Party]:
    """Return the parties of a table that has a column of them and one of who represents them."""
    if (columns := _columns(table)) is None:
        return []
    office, short = _headed(table.rows[0].cells[columns[1]]), _shortening(table.rows[0])
    named = [(cells, cells[short].text if short is not None else "") for cells in _halves(table) if cells[columns[0]]]
    function = next((n for n, cell in enumerate(table.rows[0].cells) if _FUNCTION.fullmatch(plain(cell.text))), None)
    parties = [_party(cells, *columns, office, called, function) for cells, called in named]
    told = _REPRESENTING.match(plain(table.rows[0].cells[columns[1]].text)) or any(party.role for party in parties)
    return parties if told else []


def _told(table: Table, *, opened: bool) -> list[Party]:
    """Return the parties of a table whose cells or rows say themselves by whom each is represented, if they do.

    A row can have a cell before it that says what the party is (``La Caf``, ``La collectivité``), or hold two parties.
    Right below the words that open the parties (``opened``) a row need not say that it is about who represents one:
    the party is followed by the person and the office.
    """
    if opened and _columns(table):
        return []
    told = [party for row in table.rows for party in _saying(row, opened=opened)]
    return told if len(told) > 1 else _below_one_another(table)


def _below_one_another(table: Table) -> list[Party]:
    """Return the parties that the first row names side by side, each with who represents it in the cells below."""
    columns = [[row.cells[at].words.cut(0) for row in table.rows] for at in range(len(table.rows[0].cells))]
    told = [in_a_row([cell for cell in column if cell]) for column in columns if HEAD.match(plain(column[0].text))]
    parties = [read_party(whole) for whole in told if REPRESENTED.search(plain(whole.text), 1)]
    return parties if len(parties) == len(columns) > 1 else []


def _saying(row: Row, *, opened: bool) -> list[Party]:
    """Return the parties of the cells of a row that name one and who represents it, else that of the row as a whole."""
    cells = [joined([block.words for block in cell.blocks]) for cell in row.cells if cell]
    if own := [cell for cell in cells if _SAYS.search(plain(cell.text))]:
        return [read_party(cell) for cell in own]
    whole = in_a_row(cells)
    text = plain(whole.text)
    if len(cells) > 1 and (REPRESENTED.search(text, 1) if opened else _SAYS.search(text)):
        return [read_party(whole)]
    if opened and len(cells) > 1 and HEAD.match(text):
        party = _party(row.cells, 0, 1, Passage(()))
        return [party] if party.representative or party.role else []
    return []


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
    if any(map(_OF_A_BODY.search, heads)):
        return None
    parties = next((index for index, head in enumerate(heads) if _COLUMNS["party"].match(head)), None)
    people = next((i for i, head in enumerate(heads) if i != parties and _COLUMNS["person"].match(head)), None)
    return (parties, people) if parties is not None and people is not None else None


def _shortening(head: Row) -> int | None:
    """Return the column of the short names that the act gives to its parties (``Ci-après``), if one is headed so."""
    return next((n for n, cell in enumerate(head.cells) if n and _COLUMNS["short"].match(plain(cell.text))), None)


def _headed(cell: Cell) -> Passage:
    """Return the one office that the title of a column of persons names (``Maire``, ``Nom du maire``), else nothing."""
    found = list(_OFFICE.finditer(plain(cell.text)))
    if len(found) != 1:
        return Passage(())
    named = cell.words.cut(0).cut(*found[0].span("role"))
    return named.cut(0, len(named.text) - 1) if named.text.endswith("s") else named


def row_party(cells: Sequence[Cell], at: int) -> Party:
    """Return the party that the cell ``at`` of a row is, with the person and the office that the others name."""
    return _party(cells, at, 0, Passage(()))


def _party(
    cells: Sequence[Cell], party: int, people: int, headed: Passage, called: str = "", function: int | None = None
) -> Party:
    """Return the party of a row: its cell, and the person and the office in the cells from ``people`` on.

    A cell that begins with an office is that office as a whole; one that names a person and an office has both. A
    person without one holds the office that ``headed``, the title of the column, names. The act calls it ``called``.
    The cell of the column headed as that of the ``function`` is the office, whatever its words.
    """
    name = read_party(cells[party].words.cut(0)).name
    who = role = Passage(())
    for index, cell in enumerate(cells[people:], people):
        if index == party or (called and cell.text == called):
            continue
        told = cell.words.cut(0)
        text = plain(told.text)
        office = _OFFICE.search(text)
        if index == function and not role:
            role = told
        elif office is not None and not role:
            whole = office.start() == 0 and len(text) <= _LONGEST_OFFICE and not CIVIL.search(text)
            role = told.cut(office.start("role"), None if whole else office_end(text, office, len(text)))
        if not who and (office is None or office.start() > 0 or CIVIL.search(text)):
            before = office.start() if office is not None and office.start() > 0 else len(text)
            who = person(told.cut(0, before)) or person(told)
    return Party(name, name, who, role or (headed if who else role), called.strip(_QUOTES))
