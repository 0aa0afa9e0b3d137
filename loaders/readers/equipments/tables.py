"""Tables of équipements: types as rows above the names, a column or a row a supporter, cells that hold several."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from loaders.acts.section import Section
from loaders.acts.territory_codes import specific
from loaders.document import Cell, Item, Passage, Row, Table
from loaders.readers.equipments.addresses import split
from loaders.readers.equipments.column_contents import kind_in
from loaders.readers.equipments.entries import commune_code, is_here
from loaders.readers.equipments.labels import names_body, subheading, unmarked
from loaders.readers.equipments.labels import supporter as named_supporter
from loaders.readers.equipments.layouts import Layout
from loaders.readers.equipments.lines import entries
from loaders.readers.equipments.supporters import Supporter, own_supporter
from loaders.readers.equipments.types import is_theme, known, leading, mended
from loaders.readers.funding.column_roles import is_total
from loaders.resolve import fold
from loaders.vocabulary import groups
from loaders.words.wording import alternatives, plain
from maillage.facts import Equipment

_POSTED = re.compile(r"\s*(?P<code>\d{2} ?\d{3})[\s–-]+(?P<commune>\S.*)")
_POSTED_BEHIND = re.compile(r"(?P<commune>\S[^()\d]{1,60}?)\s*\(?(?P<code>\d{2} ?\d{3})\)?")
_PLACES = re.compile(
    r"[^\d]{0,30}(?P<places>\d{1,4})(?!\d|[\s.]\d{3}|\s?(?:heures|h|€|euros|jours|journées|actes|%)(?!\w))"
)
_COLLECTIVITES = frozenset(("epci", "commune"))
_RULE = "equipments.table"


def read_table(section: Section, table: Table, layout: Layout, supporter: Supporter, kind: str) -> Iterator[Equipment]:
    """Give the entries of a table; ``kind`` is the type in force above it."""
    first = Cell()
    for row in _whole(table.rows[1:] if layout.header else table.rows):
        first = row.cells[0] or first
        if 0 in (
            layout.roles.get(role) for role in ("commune", "supporter", "manager")
        ):  # a cell merged over several rows
            row = Row((first, *row.cells[1:]))
        printed = _cell(row, layout, "type")
        if is_total(row):
            continue
        if (label := _label(row)) and (turned := _turned(section, label, supporter, kind)) is not None:
            supporter, kind = turned
            continue
        if printed:
            kind = mended(kind_in(printed.text) or printed.text)
        if layout.kinds:
            yield from _crossed(section, row, layout, supporter)
        elif layout.supporters:
            yield from _by_column(section, row, layout, kind)
        else:
            yield from _by_row(section, row, layout, supporter, kind)


def _label(row: Row) -> str:
    """Return what a row says that has but its first cell: whose, or of which type or theme, the rows below it are."""
    first, rest = row.cells[:1], row.cells[1:]
    return "".join(cell.text for cell in first) if rest and not any(rest) else ""


def _turned(section: Section, label: str, supporter: Supporter, kind: str) -> tuple[Supporter, str] | None:
    """Return the supporter and the type of the rows below a ``label``; None where it is none."""
    if known(unmarked(label)):
        return supporter, mended(unmarked(label))
    below = subheading(section, label, titled=True, body=True)
    if below is not None:
        return below, ""
    return (supporter, "") if is_theme(unmarked(label)) else None


def _crossed(section: Section, row: Row, layout: Layout, supporter: Supporter) -> Iterator[Equipment]:
    """Give the entries of a row of one collectivité with a column a type."""
    own = _cell(row, layout, "supporter") or _cell(row, layout, "commune")
    supporter = named_supporter(section, own.text) if own else supporter
    for index, kind in layout.kinds.items():
        cell = row.cells[index]
        named = any(map(str.isalpha, cell.text)) and not _is_marked(cell)
        for words in _designations(cell) if named else ():
            yield from entries(section, words, supporter, kind, _RULE)


def _by_row(section: Section, row: Row, layout: Layout, supporter: Supporter, kind: str) -> Iterator[Equipment]:
    """Give the entries of a row of one supporter: that of its own column, else that of the list."""
    own = _cell(row, layout, "supporter") or _managed(section, row, layout, supporter)
    if own:
        found = named_supporter(section, own.text)
        supporter = found if found.code or not supporter.printed or names_body(own.text) else supporter
    for words in _designations(_cell(row, layout, "name")):
        for found_entry in entries(section, words, supporter, kind, _RULE):
            yield _completed(section, found_entry, row, layout)


def _managed(section: Section, row: Row, layout: Layout, supporter: Supporter) -> Cell:
    """Return the cell of the collectivité that runs an équipement which stands in nobody else's list, else no cell."""
    cell = _cell(row, layout, "manager")
    named = section.gazetteer.actor(cell.text, section.territory, section.abbreviations)
    collectivite = named.kind in _COLLECTIVITES and bool(named.code)
    owned = supporter == own_supporter(section) and (collectivite or specific(section, cell.text) is not None)
    return cell if owned or not supporter.printed else Cell()


def _by_column(section: Section, row: Row, layout: Layout, kind: str) -> Iterator[Equipment]:
    """Give the entries of a row with a column a supporter: names in the cells, or marks beside a name."""
    name = _cell(row, layout, "name")
    for index, supporter in layout.supporters.items():
        cell = row.cells[index]
        marked = _is_marked(cell)
        for words in _designations(name) if marked and name else () if marked else _designations(cell):
            for found in entries(section, words, supporter, kind, _RULE):
                yield _completed(section, found, row, layout)


def _completed(section: Section, found: Equipment, row: Row, layout: Layout) -> Equipment:
    """Return an entry with what the columns beside its name say of its place and its size."""
    cells = {role: _cell(row, layout, role) for role in ("address", "postcode", "commune", "capacity")}
    printed = split(cells["address"].text)
    if _nowhere().match(plain(cells["commune"].text)):
        cells["commune"] = Cell()
    town = cells["commune"].text
    sited = _POSTED.match(town) or _POSTED_BEHIND.fullmatch(town.strip()) or _POSTED.match(cells["postcode"].text)
    commune = (sited["commune"] if sited else cells["commune"].text) or printed.commune or found.commune
    postcode = (sited["code"] if sited else cells["postcode"].text).replace(" ", "")
    street = ", ".join(part for part in (printed.name, printed.street) if part)
    if street and commune in ("", found.commune) and is_here(section, street):
        street, commune = "", street
    places = _PLACES.match(cells["capacity"].text)
    sized = split(_cell(row, layout, "type").text).capacity
    return replace(
        found,
        place=found.place | section.place(*(cell.words for cell in cells.values() if cell)),
        address=street or found.address,
        postcode=postcode or printed.postcode or found.postcode,
        commune=commune,
        commune_code=commune_code(section, commune),
        capacity=int(places["places"]) if places else printed.capacity or found.capacity or sized,
    )


def _designations(cell: Cell) -> tuple[Passage, ...]:
    """Return the designations in a cell: its list items or paragraphs one by one, else all its words."""
    blocks = [block for block in cell.blocks if block.words]
    if len(blocks) > 1 and (
        any(isinstance(block, Item) for block in blocks)
        or all(leading(block.words.text) for block in blocks)
        or all((told := split(block.words.text)).postcode or told.capacity for block in blocks)
    ):
        return tuple(block.words for block in blocks)
    return (cell.words,) if cell else ()


def _whole(rows: Sequence[Row]) -> Iterator[Row]:
    """Give the rows, those joined that a page break cut."""
    held: Row | None = None
    for row in rows:
        if held is not None and row.broken:
            cells = zip(held.cells, row.cells, strict=True)
            held = Row(tuple(Cell((*above.blocks, *below.blocks)) for above, below in cells))
            continue
        if held is not None:
            yield held
        held = row
    if held is not None:
        yield held


def _cell(row: Row, layout: Layout, role: str) -> Cell:
    """Return the cell of ``role`` in a row, an empty one where the table has no such column."""
    return row.cells[layout.roles[role]] if role in layout.roles else Cell()


def _is_marked(cell: Cell) -> bool:
    """Tell whether a cell is ticked."""
    return fold(cell.text) in _marks() or cell.text.strip() in _marks()


@cache
def _nowhere() -> re.Pattern[str]:
    """Return the pattern of what a column of communes says of an équipement that stands in none: ``Itinérant``."""
    return re.compile(rf"\W*{alternatives(groups('equipments', 'nowhere')['words'])}\b")


@cache
def _marks() -> frozenset[str]:
    """Return what a ticked cell holds."""
    return frozenset(groups("equipments", "marks")["yes"])
