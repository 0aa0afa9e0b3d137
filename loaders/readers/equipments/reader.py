"""Equipments: the équipements and services that each collectivité supports, from lists, tables and sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from loaders.acts.parts import by_convention
from loaders.acts.section import Section
from loaders.document import Block, Paragraph, Table
from loaders.readers.equipments.cards import cards
from loaders.readers.equipments.column_titles import place_in_titles
from loaders.readers.equipments.entries import commune_code
from loaders.readers.equipments.layouts import Layout, layout_of
from loaders.readers.equipments.list_openings import supporter_in
from loaders.readers.equipments.listed import inline, listed
from loaders.readers.equipments.open_list import OpenList, turned
from loaders.readers.equipments.paid_for import paid_above
from loaders.readers.equipments.parting import parted
from loaders.readers.equipments.prose import told
from loaders.readers.equipments.supporters import Supporter, in_full, of_nobody, own_supporter
from loaders.readers.equipments.tables import read_table
from loaders.readers.equipments.types import known
from loaders.readers.funding.budget_captions import caption
from loaders.readers.funding.budgets import read_budget
from loaders.readers.outline import Standing, walk
from loaders.resolve import fold
from maillage.facts import Equipment

_SENTENCE = "equipments.sentence"
_DETAILS = ("address", "postcode", "commune", "capacity")


def read(section: Section) -> Iterator[Equipment]:
    """Give every équipement or service that the act says a collectivité supports."""
    for part in by_convention(section):
        yield from _told_once([in_full(part, found) for found in _read(part)])


def _told_once(found: Sequence[Equipment]) -> Iterator[Equipment]:
    """Give what was ``found``, without what a sentence only names that a list of the same collectivité holds."""
    held = [one for one in found if one.rule != _SENTENCE]
    yield from (one for one in found if one.rule != _SENTENCE or not any(_says_no_more(one, other) for other in held))


def _says_no_more(one: Equipment, other: Equipment) -> bool:
    """Tell whether ``one`` is the équipement ``other``, and nothing is said of it that is not said of that one."""
    same = all((getattr(one, field) or None) in (None, getattr(other, field)) for field in _DETAILS)
    return same and _supporter(one) == _supporter(other) and bool(_names(one) & _names(other))


def _supporter(one: Equipment) -> str:
    return one.supporter_code or fold(one.supporter)


def _names(one: Equipment) -> frozenset[str]:
    """Return the folded names of an équipement: its own, and that with its type before it."""
    return frozenset((fold(one.name), fold(f"{one.type} {one.name}")))


def _read(section: Section) -> Iterator[Equipment]:
    """Give the entries of an act, or part of an act, about one convention."""
    standings = list(cards(section, _parts(section)))
    blocks = [one.block for one in standings]
    current = OpenList()
    for index, block in enumerate(blocks):
        if isinstance(block, Table):
            layout = _layout(section, block, current, caption(blocks[:index]))
            current = replace(current, layout=layout).holding(entries=layout is not None)
            yield from _in_table(section, block, current, blocks[:index])
            current = OpenList() if current.tabled else current
        elif (after := turned(section, standings, index, current)) is not None:
            current = after
            if current.supporter is not None:
                yield from inline(section, block, current.supporter)
        elif current.supporter is not None:
            read = list(listed(section, block, current.supporter, current.kind_above(block)))
            yield from _placed(section, read, current.place)
            current = current.holding(entries=bool(read))
            if not read and isinstance(block, Paragraph):
                yield from told(section, block.words, ())
        else:
            yield from told(section, block.words, blocks[:index])


def _parts(section: Section) -> Iterator[Standing]:
    """Give the blocks of an act where they stand, those parted that print several lists or entries as one."""
    for one in walk(section.blocks):
        for block in parted(one.block):
            yield one if block is one.block else replace(one, block=block)


def _in_table(section: Section, table: Table, current: OpenList, above: Sequence[Block]) -> Iterator[Equipment]:
    """Give the entries of a table with the place that its titles name; one of money has sums for whole classes too."""
    of_money = any("€" in cell.text for row in table.rows for cell in row.cells)
    paid = paid_above(section, above) if of_money and current.layout is not None else None
    entries = (one for one in _tabled(section, table, current, paid) if not (of_money and _is_class(one)))
    postcode, place = place_in_titles(section, table)
    yield from _placed(section, entries, place or current.place, postcode)


def _placed(section: Section, entries: Iterable[Equipment], place: str, postcode: str = "") -> Iterator[Equipment]:
    """Give ``entries``, those of which nothing says where they are in the commune ``place`` that stands above them."""
    code = commune_code(section, place)
    for one in entries:
        bare = place and not one.commune
        yield replace(one, commune=place, commune_code=code, postcode=one.postcode or postcode) if bare else one


def _layout(section: Section, table: Table, current: OpenList, above: str) -> Layout | None:
    """Return the layout of a table of équipements, None for any other table.

    One of money given, as its titles or the words ``above`` say, is such a table too where it says of each équipement
    how many it takes, or where it stands.
    """
    if not table.rows:
        return None
    if read_budget(table, section, above):
        found = layout_of(section, table, listed=False, before=None)
        return found if found is not None and found.is_sized else None
    return layout_of(section, table, listed=current.supporter is not None, before=current.layout)


def _is_class(found: Equipment) -> bool:
    """Tell whether an entry is all équipements of a type, for which money is given: it says neither which nor where."""
    return known(found.name) and not (found.address or found.commune)


def _tabled(section: Section, table: Table, current: OpenList, paid: Supporter | None) -> Iterator[Equipment]:
    """Give the entries of a table whose layout is known; ``paid`` is who gets the bonus that stands in it."""
    if current.layout is None:
        return
    if current.supporter is None or not current.supporter.printed:
        owner = _owner(section, table, current.layout, paid)
        found = read_table(section, table, current.layout, owner, current.kind)
        yield from (of_nobody(section, one) for one in found) if owner == own_supporter(section) else found
        return
    roles = {role: column for role, column in current.layout.roles.items() if role != "manager"}
    yield from read_table(section, table, replace(current.layout, roles=roles), current.supporter, current.kind)


def _owner(section: Section, table: Table, layout: Layout, paid: Supporter | None) -> Supporter:
    """Return whose the entries of a table in nobody's list are: whom the title of their names says.

    Else they are of whoever is ``paid`` for them, where no column says whose they are, or of the act's own territory.
    """
    titled = supporter_in(section, layout.title(table, "name"))
    if titled.printed:
        return titled
    told = {"supporter", "manager"} & set(layout.roles)
    return own_supporter(section) if paid is None or told else paid
