"""Nodes that the sheets of an act say to be theirs, where nothing else states its plan: ``Axe | Axe 2 – Grandir``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from loaders.document import Block, Passage, Table
from loaders.readers.fiches.sheets import sheets
from loaders.readers.fiches.signs import rubric_kinds
from loaders.readers.fiches.stretches import stretches
from loaders.readers.plan.nodes import LEVELS, OUTER, Node, Plan
from loaders.words.numbering import numbered
from loaders.words.plan_levels import level_of, named_level
from loaders.words.wording import lines, plain

_RULE = "plan.fiche"
_REACH = 6
_PAIR = 2
_LABEL = re.compile(r"(?P<label>[^:\n]{3,60}?)\s?:\s*(?=\S)")


def add_of_sheets(plan: Plan, blocks: Sequence[Block]) -> None:
    """Add to ``plan``, which has no nodes, those that sheets name with number and label, and the actions of these.

    A sheet that names several of one level is an action of none of them.
    """
    if plan.nodes:
        return
    bodies = (body for start, body in stretches(blocks) if start is not None)
    for sheet, body in zip(sheets(blocks), bodies, strict=True):
        told = list(_told(body)) if rubric_kinds(body) else []
        kinds = [node.kind for node in told]
        nested = len(set(kinds)) == len(kinds) and kinds == sorted(kinds, key=LEVELS.index)
        above: Node | None = None
        for node in told:
            node.above = above if nested else None
            above = plan.add(node)
        if above is not None and nested and sheet.title:
            plan.add(Node("action", sheet.number, [sheet.title], above, _RULE))


def _told(body: Sequence[Block]) -> Iterator[Node]:
    """Give the nodes that the first lines of a sheet name beside the name of a level: ``Axe | Axe 2 : Grandir``."""
    axis = ""
    for label, said in labelled(body[:_REACH]):
        level = level_named(label)
        for line in said if level else ():
            node = _node(line, level, axis if len(said) == 1 else "")
            if node is not None:
                axis = node.number
                yield node


def labelled(blocks: Sequence[Block]) -> Iterator[tuple[str, tuple[Passage, ...]]]:
    """Give the labels of rows and lines with the lines that stand beside each."""
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows[:_REACH]:
                cells = [cell for cell in row.cells if cell]
                if len(cells) == _PAIR:
                    yield cells[0].text, tuple(line for one in cells[1].blocks for line in lines(one.words))
        elif (found := _LABEL.match(block.words.text)) is not None:
            yield found["label"], (block.words.cut(found.end()),)


def level_named(label: str) -> str:
    """Return the outer level with whose name a ``label`` begins: ``Axe de rattachement``; empty for none."""
    found = _begins().match(plain(label))
    level = level_of(found["level"]) if found is not None else ""
    return level if level in OUTER else ""


def _node(line: Passage, level: str, axis: str) -> Node | None:
    """Return the node that a line names by its level and number; by its number alone where it is an enjeu.

    So does an objectif that goes on with the number of the ``axis`` above it: ``Axe 1``, ``Objectif | 1.2 – ...``.
    """
    head = numbered(line.text)
    if head is None or not head.number or not line.text[head.start :].strip():
        return None
    goes_on = level != "objectif" or (axis and head.number.startswith(f"{axis}."))
    if head.level not in OUTER and (head.level or not goes_on):
        return None
    return Node(head.level or level, head.number, [line.cut(head.start)], rule=_RULE)


@cache
def _begins() -> re.Pattern[str]:
    """Return the pattern of the name of a level with which a label begins."""
    return re.compile(rf"\W*(?:les? |la |l')?{named_level()}\b")
