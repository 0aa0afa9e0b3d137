"""Equipments: the équipements and services that each collectivité supports, from lists, tables and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from loaders.acts.parts import by_convention
from loaders.acts.section import Section
from loaders.acts.territories import mentions
from loaders.document import Heading, Item, Paragraph, Passage, Table
from loaders.readers.equipments.addresses import split
from loaders.readers.equipments.entries import Supporter, own_supporter
from loaders.readers.equipments.headings import announces, closes, inline_start, is_bare, opened, subheading, unmarked
from loaders.readers.equipments.layouts import Layout, layout_of
from loaders.readers.equipments.lines import entries
from loaders.readers.equipments.parting import parted
from loaders.readers.equipments.prose import told
from loaders.readers.equipments.tables import read_table
from loaders.readers.equipments.types import known, leading, mended
from loaders.readers.funding.budgets import read_budget
from loaders.readers.outline import Standing, walk
from loaders.resolve import bare
from loaders.themes import themes
from loaders.words.wording import lines, plain
from maillage.facts import Equipment

_LONGEST_ENTRY = 220
_NEAR = 3
_LONGEST_THEME = 4  # words
_VERB = re.compile(r"\b(?:est|sont|sera|seront|ont|doit|doivent|assure|assurent|propose|proposent|permet|permettent)\b")


@dataclass(frozen=True, slots=True)
class State:
    """Where the reading stands.

    Whose list is open (None for none), the type above (and its depth among list items), the layout of the
    table above.
    """

    supporter: Supporter | None = None
    kind: str = ""
    depth: int = -1
    layout: Layout | None = None


def read(section: Section) -> Iterator[Equipment]:
    """Give every équipement or service that the act says a collectivité supports."""
    for part in by_convention(section):
        yield from _read(part)


def _read(section: Section) -> Iterator[Equipment]:
    """Give the entries of an act, or part of an act, about one convention."""
    standings = [
        one if block is one.block else replace(one, block=block)
        for one in walk(section.blocks)
        for block in parted(one.block)
    ]
    blocks = [one.block for one in standings]
    state = State()
    for index, standing in enumerate(standings):
        if isinstance(standing.block, Table):
            state = replace(state, layout=_layout(section, standing.block, state))
            yield from _tabled(section, standing.block, state)
            continue
        turned = _turned(section, standings, index, state)
        if turned is not None:
            state = turned
            yield from _inline(section, standing.block, state.supporter)
        elif state.supporter is not None:
            below = not isinstance(standing.block, Item) or standing.block.depth > state.depth
            yield from _listed(section, standing.block, state.supporter, state.kind if below else "")
        else:
            yield from told(section, standing.block.words, blocks[:index])


def _layout(section: Section, table: Table, state: State) -> Layout | None:
    """Return the layout of a table of équipements, None for any other table."""
    if not table.rows or read_budget(table, section):
        return None
    return layout_of(section, table, listed=state.supporter is not None, before=state.layout)


def _tabled(section: Section, table: Table, state: State) -> Iterator[Equipment]:
    """Give the entries of a table whose layout is known; one in nobody's list is the act's own territory's."""
    if state.layout is None:
        return
    if state.supporter is None or not state.supporter.printed:
        yield from read_table(section, table, state.layout, own_supporter(section), state.kind)
        return
    roles = {role: column for role, column in state.layout.roles.items() if role != "manager"}
    yield from read_table(section, table, replace(state.layout, roles=roles), state.supporter, state.kind)


def _turned(section: Section, standings: Sequence[Standing], index: int, state: State) -> State | None:
    """Return the state after a block that opens or closes a list, or names a supporter or a type in one; else None."""
    block = standings[index].block
    if isinstance(block, Table):
        return None
    text = block.words.text
    heading = opened(section, text) or _announced(section, standings, index) or _bare(section, standings, index)
    if heading is not None:
        return State(heading)
    if state.supporter is None:
        return None
    if closes(text):
        return State()
    below = subheading(section, text, titled=standings[index].is_title)
    if below is not None:
        return State(below, layout=state.layout)
    label = unmarked(text)
    if known(label) and _heads(standings, index):
        return State(state.supporter, mended(label), block.depth if isinstance(block, Item) else -1)
    if standings[index].is_title:
        return State(state.supporter) if _is_theme(label) else State()
    return None


def _is_theme(label: str) -> bool:
    """Whether a title is the name of a theme and little else: it parts a list, and does not end it."""
    return len(label.split()) <= _LONGEST_THEME and bool(themes(label))


def _announced(section: Section, standings: Sequence[Standing], index: int) -> Supporter | None:
    """Return the supporter of a list that a sentence announces (``les services suivants :``).

    It is the one that the sentence names, else the act's own territory. The first item must begin with a type of
    équipement.
    """
    block, following = standings[index].block, standings[index + 1].block if index + 1 < len(standings) else None
    if isinstance(block, Table) or not isinstance(following, Item) or not leading(following.words.text):
        return None
    if not announces(block.words.text):
        return None
    giver = next(mentions(section, block.words.text), None)
    return Supporter(bare(giver.printed), giver.code) if giver is not None else Supporter("")


def _bare(section: Section, standings: Sequence[Standing], index: int) -> Supporter | None:
    """Return the supporter of a list below a title that says ``Équipements`` alone: nobody yet, so the act's own.

    One of the next blocks must designate an équipement: by a type and a place, or in a table of them.
    """
    block = standings[index].block
    if isinstance(block, Table) or not is_bare(block.words.text):
        return None
    following = [one.block for one in standings[index + 1 : index + 1 + _NEAR]]
    shown = any(
        layout_of(section, one, listed=False, before=None) is not None
        if isinstance(one, Table)
        else bool(leading(one.words.text) and split(one.words.text).postcode) or _is_typed(one)
        for one in following
    )
    return Supporter("") if shown else None


def _is_typed(block: Heading | Item | Paragraph) -> bool:
    """Whether an item is a type, a colon and a name: ``EAJE : Les Lutins``."""
    kind, colon, name = block.words.text.partition(":")
    return isinstance(block, Item) and bool(colon and name.strip()) and known(kind)


def _inline(section: Section, block: Heading | Item | Paragraph, owner: Supporter | None) -> Iterator[Equipment]:
    """Give the entries that stand behind the colon of a list's heading, in the same block."""
    start = inline_start(block.words.text)
    if start and owner is not None:
        yield from _listed(section, Item(block.words.cut(start)), owner, "")


def _heads(standings: Sequence[Standing], index: int) -> bool:
    """Tell whether a type's name heads what follows: it is no list item, ends with a colon, or has items below it."""
    block = standings[index].block
    following = standings[index + 1].block if index + 1 < len(standings) else None
    if not isinstance(block, Item):
        return True
    below = isinstance(following, Item) and following.depth > block.depth
    return below or block.words.text.rstrip().endswith(":")


def _listed(section: Section, block: Heading | Item | Paragraph, owner: Supporter, kind: str) -> Iterator[Equipment]:
    """Give the entries that an item or a paragraph of an open list designates."""
    for line in [block.words] if isinstance(block, Item) else _with_addresses(lines(block.words)):
        head, colon, _ = line.text.partition(":")
        named = subheading(section, head) if colon else None
        if named is not None:
            owner, line = named, line.cut(len(head) + 1)
        if _is_entry(line, typed=bool(kind), item=named is not None or isinstance(block, Item)):
            yield from entries(
                section, line, owner if owner.printed else own_supporter(section), kind, "equipments.list"
            )


def _with_addresses(printed: Iterable[Passage]) -> Iterator[Passage]:
    """Give the lines of a paragraph, one that is an address and nothing else with the line before it."""
    held = Passage(())
    for line in printed:
        part = split(line.text)
        if held and not part.name and (part.postcode or part.street):
            held += line
            continue
        if held:
            yield held
        held = line
    if held:
        yield held


def _is_entry(line: Passage, *, typed: bool, item: bool) -> bool:
    """Tell a designation from a sentence: short, without a verb; outside bullets it has a type or a postcode."""
    text = line.text.strip()
    if len(text) > _LONGEST_ENTRY or _VERB.search(plain(text)):
        return False
    return item or bool(leading(text) or split(text).postcode or (typed and split(text).street))
