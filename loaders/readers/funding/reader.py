"""Funding: amounts in euros that somebody gives, in sentences, in tables of figures and in budgets.

The amounts within a fiche action are read with the fiche.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from loaders.acts.of_each import of_each
from loaders.acts.parts import by_convention
from loaders.acts.section import Section
from loaders.acts.territory_codes import convention_of, specific
from loaders.document import Block, Passage, Table
from loaders.readers.figures.figure_table import FigureTable
from loaders.readers.figures.tables import read_table
from loaders.readers.funding.budget_captions import caption, said_above, said_below
from loaders.readers.funding.budgeted import read_sums
from loaders.readers.funding.budgets import read_budget
from loaders.readers.funding.context import Context, next_lead
from loaders.readers.funding.donors import donors_of
from loaders.readers.funding.figures import read_figures
from loaders.readers.funding.prose import read_prose
from loaders.readers.funding.repeated import united
from loaders.readers.funding.sharing import shared_lines
from loaders.readers.outline import Standing, walk
from loaders.words.amounts import amounts
from loaders.words.wording import plain
from maillage.facts import Funding

_CONVENTION = re.compile(r"\W*(?:conventions?(?: territoriales? globales?)?|ctg)\W*$")


def read(section: Section) -> Iterator[Funding]:
    """Give every amount that the act states as given, with who gives it, to whom and what for."""
    parts = [part for part in by_convention(section) if part.convention or part.mentions]
    yield from united(_keyed(section, part, fact) for part in parts for fact in _read(part))


def _keyed(section: Section, part: Section, fact: Funding) -> Funding:
    """Return a fact of an act about several conventions as one of that of whoever gets the money, or gives it.

    What stands in a ``part`` about one of them is another's where that one's territory gets it.
    """
    sides = (fact.recipient, fact.funder) if not fact.convention else (fact.recipient,)
    if section.convention or fact.convention not in ("", part.convention):
        return fact
    named = (found.territory for side in sides if side and (found := specific(section, side)) is not None)
    key = next((key for territory in named if (key := convention_of(section, territory))), "")
    return replace(fact, convention=key) if key else fact


def _read(section: Section) -> Iterator[Funding]:
    """Give the amounts of an act, or part of an act, about one convention."""
    donors = donors_of(section)
    lead = Passage(())
    before: FigureTable | None = None
    above: list[Block] = []
    standings = tuple(walk(section.blocks))
    sharing = shared_lines([standing.block for standing in standings])
    for standing, following in zip_longest(standings, standings[1:]):
        below = said_below(following.block if following is not None else None)
        around = below if isinstance(standing.block, Table) else ""
        context = Context(section, donors, above, lead, around=around, shares=id(standing.block) in sharing)
        before = read_table(section, standing.block, before) if isinstance(standing.block, Table) else None
        for own, block in _of_conventions(section, standing.block):
            yield from _block(replace(context, section=own), replace(standing, block=block), before)
        lead = next_lead(standing.block, lead, above)
        above.append(standing.block)


def _of_conventions(section: Section, block: Block) -> Iterator[tuple[Section, Block]]:
    """Give ``block``; a table whose first column says of which convention its rows are once for each of these."""
    told = isinstance(block, Table) and bool(block.rows) and _CONVENTION.match(plain(block.rows[0].cells[0].text))
    parted = list(of_each(replace(section, blocks=(block,)), tables=True)) if told and not section.convention else []
    for own in parted:
        yield replace(own, blocks=section.blocks), own.blocks[0]
    if not parted:
        yield section, block


def _block(context: Context, standing: Standing, table: FigureTable | None) -> Iterator[Funding]:
    """Give the amounts of one block; a table's total that what announces it has told is none of its own."""
    announced = {told.euros for told in amounts(caption(context.above))} if isinstance(standing.block, Table) else ()
    yield from (one for one in _told(context, standing, table) if one.object or one.amount_eur not in announced)


def _told(context: Context, standing: Standing, table: FigureTable | None) -> Iterator[Funding]:
    """Give each amount that a block tells."""
    table_ = standing.block if isinstance(standing.block, Table) else None
    sums = read_budget(table_, context.section, said_above(context.above)) if table_ is not None else ()
    if sums:
        yield from read_sums(context, standing, sums)
    elif table is not None:
        yield from read_figures(context, standing, table)
    else:
        yield from read_prose(context, standing)
