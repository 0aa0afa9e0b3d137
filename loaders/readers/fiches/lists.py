"""Fiches that an act lists with number and title, in its plan or in a list, whether or not their sheets are in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from loaders.acts.section import Section
from loaders.document import Passage
from loaders.readers.fiches.annexed import added, annexed
from loaders.readers.fiches.deadlines import span
from loaders.readers.fiches.fields import filled
from loaders.readers.fiches.parts import actor_facts, item_facts, tidy
from loaders.readers.fiches.payments import money_facts
from loaders.readers.fiches.sheets import Sheet
from loaders.readers.fiches.status_words import status_of
from loaders.readers.fiches.statuses import stated_status
from loaders.readers.plan.nodes import Node
from loaders.readers.plan.reader import plan_of
from loaders.resolve import fold
from loaders.themes import themes
from maillage.facts import Doubt, Fact, Fiche

_FEWEST_SHEETS = 2


def listed_fiches(section: Section, titles: Sequence[Sheet], known: Mapping[str, Passage]) -> Iterator[Fact]:
    """Give the fiches that the plan of ``section`` lists, or that stand as ``titles`` without a sheet below them.

    ``known`` are the titles of those whose sheet is in the act, by their numbers: they are not given again. A number
    mended by the sequence is told as a doubt.
    """
    numbers = set(known)
    nodes = plan_of(section).nodes
    for node in nodes:
        if node.mended and node.label:
            yield _doubt(section, node)
        if node.fiche and node.label and (key := node.number or node.label) not in numbers:
            numbers.add(key)
            node.fields = added(node.fields, annexed(section), node.number, node.label)
            yield from _from_plan(section, node)
    for sheet in titles:
        if sheet.number and sheet.title and sheet.number not in numbers:
            numbers.add(sheet.number)
            yield _from_title(section, sheet)
            said = added((), annexed(section), sheet.number, sheet.title.text)
            yield from actor_facts(section, sheet.number, said)
            yield from item_facts(section, sheet.number, said)
    for node in _listed_as_sheets(nodes, known):
        if node.number not in numbers:
            numbers.add(node.number)
            yield from _from_plan(section, node)


def _listed_as_sheets(nodes: Sequence[Node], known: Mapping[str, Passage]) -> Sequence[Node]:
    """Return the listed actions of a plan where they are its fiches: each sheet, of two at least, is one of them."""
    listed = {node.number: node for node in nodes if node.kind == "action" and node.listed and node.number}
    again = [number for number, title in known.items() if number in listed and _is_again(listed[number], title)]
    return list(listed.values()) if len(known) >= _FEWEST_SHEETS and len(again) == len(known) else ()


def _is_again(node: Node, title: Passage) -> bool:
    """Whether a sheet has the ``title`` of a node, wherever a print parts its words, and stands elsewhere than it."""
    alike = fold(tidy(title)).replace(" ", "") == fold(node.label).replace(" ", "")
    return alike and title not in node.words


def _from_plan(section: Section, node: Node) -> Iterator[Fact]:
    """Give the fiche that an entry of the plan is, and what the columns beside it say of it."""
    stated = [block.words for found in filled(node.fields, "echeance") for block in found.blocks]
    deadline = " ".join(tidy(value) for value in stated)
    dates = span(deadline)
    yield Fiche(
        place=section.place(*node.words, *node.again, *stated),
        act=section.act,
        rule="plan.table",
        tier="normalised" if node.mended else "verbatim",
        convention=section.convention,
        number=node.number,
        title=node.label,
        status=stated_status(node.fields) or status_of(node.status),
        themes=themes(node.label, themes(node.above.label) if node.above else ()),
        deadline=deadline,
        start=dates.start,
        end=dates.end,
    )
    key = node.number or node.label
    yield from actor_facts(section, key, node.fields)
    yield from item_facts(section, key, node.fields)
    yield from money_facts(section, key, node.label, node.fields)


def _from_title(section: Section, sheet: Sheet) -> Fiche:
    """Return the fiche that a title without a sheet names."""
    return Fiche(
        place=section.place(*sheet.head),
        act=section.act,
        rule="fiche.title",
        convention=section.convention,
        number=sheet.number,
        title=tidy(sheet.title),
        status=sheet.status,
        themes=themes(tidy(sheet.title)),
    )


def _doubt(section: Section, node: Node) -> Doubt:
    """Say that a number was mended: what is printed, what the sequence wants."""
    return Doubt(
        place=section.place(*node.words, *node.again),
        act=section.act,
        rule="plan.table",
        tier="derived",
        code="numero-retabli",
        subject=f"{section.convention}, fiche {node.number}",
        detail=f"{node.printed or '-'} → {node.number} : {node.label}",
    )
