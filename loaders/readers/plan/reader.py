"""The plan d'actions: its socles, enjeux, objectifs, actions and activités, in tables, lists or numbered lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from loaders.acts.of_each import of_each
from loaders.acts.parts import by_convention
from loaders.acts.section import Section
from loaders.document import Block, Heading, Table
from loaders.readers.fiches.sheets import outside, sheets
from loaders.readers.fiches.signs import rubric_kinds
from loaders.readers.plan.columns import columns
from loaders.readers.plan.entries import mend, mend_by_sheets
from loaders.readers.plan.facts import facts_of
from loaders.readers.plan.flow import PlanFlow
from loaders.readers.plan.headed import add_headed
from loaders.readers.plan.named import add_named
from loaders.readers.plan.nodes import Plan
from loaders.readers.plan.of_sheets import add_of_sheets
from loaders.readers.plan.orientations import outermost
from loaders.readers.plan.placed import add_placed
from loaders.readers.plan.rows import RowKind, fiches_of_rows, said_of_rows
from loaders.readers.plan.same_nodes import unite
from loaders.remembering import remembered
from loaders.resolve import fold
from loaders.words.codes import coded
from maillage.facts import Fact

_PAIR = 2
_WITHIN = re.compile(r"(?P<above>[A-H]|[IVX]+|\d{1,2})[.-]?(?<!\d)\d{1,2}")
"""The number of a node that goes on with that of the node above it: ``A1``, ``2.1``."""


def read(section: Section) -> Iterator[Fact]:
    """Give the nodes of the plan that ``section`` states, of each convention that it is about."""
    for part in by_convention(section):
        for own in (part,) if part.convention else map(_unfolded, of_each(part, tables=True)):
            yield from facts_of(plan_of(own), own)


def _unfolded(section: Section) -> Section:
    """Return ``section`` with the cells of tables that are no plan's below their titles: ``Axes retenus``."""
    blocks = (below for block in section.blocks for below in (_below_titles(block) or (block,)))
    return replace(section, blocks=tuple(blocks))


def _below_titles(block: Block) -> tuple[Block, ...]:
    """Return what the cells of a table of one row hold, each behind the title of its column; nothing for a plan's."""
    if not isinstance(block, Table) or len(block.rows) != _PAIR or columns(block) is not None:
        return ()
    titles, row = block.rows
    filled = [(title, cell) for title, cell in zip(titles.cells, row.cells, strict=False) if title and cell]
    return tuple(one for title, cell in filled for one in (Heading(title.words, 1), *cell.blocks))


@remembered(2)
def plan_of(section: Section) -> Plan:
    """Return the plan that ``section``, about one convention, states."""
    plan, held = Plan(), tuple(sheets(section.blocks))
    said = said_of_rows(section.document.blocks)
    full = any(rubric_kinds(sheet.body) for sheet in held)
    rows = said if said is RowKind.FICHES or (said and not full) else RowKind.ACTIONS if full else RowKind.SHOWN
    PlanFlow(plan, rows=rows, outermost=outermost(section.blocks)).read(outside(section.blocks))
    entries = [node for node in plan.nodes if node.entry]
    mend(entries)
    mend_by_sheets(entries, {fold(sheet.title.text): sheet.number for sheet in held if sheet.number and sheet.title})
    unite(plan.nodes)
    add_named(plan, outside(section.blocks))
    add_headed(plan, section.blocks)
    add_placed(plan, section.blocks)
    add_of_sheets(plan, section.blocks)
    fiches = {sheet.number: fold(sheet.title.text) for sheet in held if sheet.number}
    _settle(plan, fiches)
    referred = {} if full else _referred(plan, section.blocks)
    _lower(plan, fiches | referred)
    _take_as_fiches(plan, referred)
    return plan


def _referred(plan: Plan, blocks: Sequence[Block]) -> dict[str, str]:
    """Return the numbers and labels of the nodes that rows of tables name by their codes to tell of them as of fiches.

    A code before a title with no sign behind it is no number but where a row names it: ``Piste 1.1.a Recruter``.
    """
    codes = fiches_of_rows(blocks)
    for node in plan.nodes if codes else ():
        head = coded(node.words[0].text) if node.words and not node.number else None
        if head is not None and head.number in codes:
            node.number, node.words[0] = head.number, node.words[0].cut(head.start)
    return {node.number: fold(node.label) for node in plan.nodes if node.number in codes and node.label}


def _take_as_fiches(plan: Plan, referred: Mapping[str, str]) -> None:
    """Make fiches of the actions that rows tell of."""
    for node in plan.nodes:
        if node.kind == "action" and referred.get(node.number) == fold(node.label):
            node.fiche = True


def _lower(plan: Plan, fiches: Mapping[str, str]) -> None:
    """Make actions of the enjeux that fiches have number and name of, below the one whose number theirs go on with.

    A plan can call its actions by a word that others have for an enjeu: ``Chantier A1`` below ``Ambition A``.
    """
    outer = {node.number: node for node in plan.nodes if node.kind == "enjeu"}
    for node in plan.nodes:
        found = _WITHIN.fullmatch(node.number) if node.kind == "enjeu" else None
        above = outer.get(found["above"]) if found is not None else None
        if above is not None and fiches.get(node.number) == fold(node.label):
            node.kind, node.above = "action", above


def _settle(plan: Plan, fiches: Mapping[str, str]) -> None:
    """Make actions of the nodes that only their place levels, where a fiche action has the number and name of one."""
    levels = {node.kind for node in plan.nodes if node.implied and fiches.get(node.number) == fold(node.label)}
    below = {id(node.above) for node in plan.nodes if node.above is not None}
    for node in plan.nodes:
        if node.implied and node.kind in levels and id(node) not in below:
            node.kind = "action"
