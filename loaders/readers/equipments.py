"""Equipments: the équipements and services that each collectivité supports, from lists, tables and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from loaders.document import Heading, Item, Paragraph, Passage, Table
from loaders.readers.addresses import split
from loaders.readers.budgets import read_budget
from loaders.readers.donors import Donors
from loaders.readers.equipment_entries import Supporter, entry
from loaders.readers.equipment_headings import opened, subheading, supporter
from loaders.readers.equipment_layouts import Layout, layout_of
from loaders.readers.equipment_prose import enumerated, is_enumeration, is_sited, sited
from loaders.readers.equipment_tables import read_table
from loaders.readers.equipment_types import known, leading, mended
from loaders.readers.outline import Standing, walk
from loaders.readers.parts import by_convention
from loaders.readers.section import Section
from loaders.readers.territories import home, name_above
from loaders.readers.wording import lines, plain, sentences, tidy
from maillage.facts import Equipment

_LONGEST_ENTRY = 220
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
    standings = list(walk(section.blocks))
    state = State()
    for index, standing in enumerate(standings):
        if isinstance(standing.block, Table):
            state = replace(state, layout=_layout(section, standing.block, state))
            yield from _tabled(section, standing.block, state)
            continue
        turned = _turned(section, standings, index, state)
        if turned is not None:
            state = turned
        elif state.supporter is not None:
            below = not isinstance(standing.block, Item) or standing.block.depth > state.depth
            yield from _listed(section, standing.block, state.supporter, state.kind if below else "")
        else:
            yield from _told(section, standings, index)


def _layout(section: Section, table: Table, state: State) -> Layout | None:
    """Return the layout of a table of équipements, None for any other table."""
    if not table.rows or read_budget(table):
        return None
    return layout_of(section, table, listed=state.supporter is not None, before=state.layout)


def _tabled(section: Section, table: Table, state: State) -> Iterator[Equipment]:
    """Give the entries of a table whose layout is known; one in nobody's list is the act's own territory's."""
    if state.layout is not None:
        owner = state.supporter if state.supporter is not None and state.supporter.printed else _own(section)
        yield from read_table(section, table, state.layout, owner, state.kind)


def _turned(section: Section, standings: Sequence[Standing], index: int, state: State) -> State | None:
    """Return the state after a block that opens or closes a list, or names a supporter or a type in one; else None."""
    block = standings[index].block
    if isinstance(block, Table):
        return None
    text = block.words.text
    heading = opened(section, text)
    if heading is not None:
        return State(heading)
    if state.supporter is None:
        return None
    below = subheading(section, text)
    if below is not None:
        return State(below)
    if known(tidy(text)) and _heads(standings, index):
        return State(state.supporter, mended(text), block.depth if isinstance(block, Item) else -1)
    return State() if standings[index].is_title else None


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
    owner = owner if owner.printed else _own(section)
    words = [block.words] if isinstance(block, Item) else lines(block.words)
    for line in words:
        if _is_entry(line, bool(kind), isinstance(block, Item)):
            found = entry(section, line, owner, kind, "equipments.list")
            if found is not None:
                yield found


def _is_entry(line: Passage, typed: bool, item: bool) -> bool:
    """Tell a designation from a sentence: short, without a verb; outside bullets it has a type or a postcode."""
    text = line.text.strip()
    if len(text) > _LONGEST_ENTRY or _VERB.search(plain(text)):
        return False
    return item or bool(leading(text) or split(text).postcode or (typed and split(text).street))


def _told(section: Section, standings: Sequence[Standing], index: int) -> Iterator[Equipment]:
    """Give the équipements that the sentences of a block name."""
    block = standings[index].block
    if isinstance(block, Table):
        return
    for sentence in sentences(block.words):
        if is_enumeration(sentence.text):
            giver = Donors(section).funder(sentence.text)
            yield from enumerated(section, sentence, supporter(section, giver) if giver else _own(section))
        elif is_sited(sentence.text):
            above = [standing.block for standing in standings[:index]]
            yield from sited(section, sentence, supporter(section, name_above(section, above)))


def _own(section: Section) -> Supporter:
    """Return the act's own territory as the one that supports."""
    code = section.territory.code if section.territory is not None else ""
    return Supporter(home(section), code)
