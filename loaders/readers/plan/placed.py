"""Fiches that say which node of the plan they belong to, where nothing else in the act lists its actions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.document import Block, Passage, Table
from loaders.readers.fiches.sheets import sheets
from loaders.readers.fiches.signs import rubric_kinds
from loaders.readers.fiches.stretches import stretches
from loaders.readers.plan.named import referred
from loaders.readers.plan.nodes import LEVELS, Node, Plan
from loaders.readers.plan.of_sheets import labelled, level_named
from loaders.readers.plan.over_fiches import nodes_over
from loaders.resolve import fold
from loaders.words.numbering import numbered
from loaders.words.plan_levels import level_of
from loaders.words.rubrics import rubric
from loaders.words.wording import plain

_RULE = "plan.fiche"
_REACH = 4
_PAIR = 2
_LONGEST_NAME = 60
_ATTACHES = re.compile(r"\b(?:(?:se )?rattach|reliee?\b|repond|contribue|correspond|s'inscri|releve|decline)")
_SEE = re.compile(r"\W*(?:voir|cf|comme)\b")
_FICHES = re.compile(r"\bfiches\b")


def add_placed(plan: Plan, blocks: Sequence[Block]) -> None:
    """Add to ``plan``, which has no actions, those that the fiches of an act are, below the nodes that they name.

    A fiche names its node in its first lines (``Axe 2``, ``Axe | Petite enfance``), or stands below its title: with a
    number that goes on with the node's (``Axe A``, ``Fiche A1``), or where several nodes have their fiches so.
    """
    if not plan.nodes or any(node.kind in ("action", "activite") for node in plan.nodes):
        return
    held = zip(sheets(blocks), nodes_over(plan, blocks), strict=True)
    title, attached = "", None
    found: list[Node] = []
    for start, body in stretches(blocks):
        if start is None:
            title = next((number for block in reversed(body) if (number := _number_of(block))), title)
            attached = _attached(plan, body) if body else attached
            continue
        sheet, over = next(held)
        over = over or attached
        named = _named(plan, body) if rubric_kinds(body) else None
        above = named or (_numbered(plan, title) if _goes_on(sheet.number, title) else None) or over
        if above is not None and sheet.title:
            found.append(Node("action", sheet.number, [sheet.title], above, _RULE))
    for node in found:
        plan.add(node)


def _attached(plan: Plan, body: Sequence[Block]) -> Node | None:
    """Return the node of ``plan`` on which a line before sheets hangs them: ``trois fiches, rattachées à l'axe 4``."""
    for block in reversed(body[-_REACH:]):
        text = "" if isinstance(block, Table) else plain(block.words.text)
        if _FICHES.search(text):
            return referred(plan, text)
    return None


def _number_of(block: Block) -> str:
    """Return the number of the node that a title names, empty for any other block."""
    head = None if isinstance(block, Table) else numbered(block.words.text)
    return head.number if head is not None and head.level in ("socle", "enjeu", "objectif") else ""


def _goes_on(number: str, title: str) -> bool:
    """Whether the ``number`` of a fiche goes on with that of a title: ``A1`` with ``A``, ``2.1`` with ``2``."""
    sign = r"\.?" if title.isalpha() else r"\."
    return bool(title) and re.fullmatch(rf"{re.escape(title)}{sign}\d+", number) is not None


def _numbered(plan: Plan, number: str) -> Node | None:
    return next((node for node in plan.nodes if number and node.number == number), None)


def _named(plan: Plan, body: Sequence[Block]) -> Node | None:
    """Return the innermost node of ``plan`` that the first lines of a sheet name, None where they name none."""
    found = [node for level, words in _references(body) if (node := _node(plan, level, words)) is not None]
    found += [node for text in _attaching(body) if (node := referred(plan, text)) is not None]
    return max(found, key=lambda node: LEVELS.index(node.kind), default=None)


def _attaching(body: Sequence[Block]) -> Iterator[str]:
    """Give the first lines of a sheet, before its rubrics, that hang it on a node, or do no more than name one."""
    for block in body[:_REACH]:
        text = "" if isinstance(block, Table) else plain(block.words.text)
        if _ATTACHES.search(text):
            yield text
        elif not text or rubric(text):
            return
        elif len(text) <= _LONGEST_NAME and not text.endswith(".") and not _SEE.match(text):
            yield text


def _references(body: Sequence[Block]) -> Iterator[tuple[str, Passage]]:
    """Give the level and the words of what the first lines of a sheet, before its rubrics, may name."""
    for block in body[:_REACH]:
        if isinstance(block, Table):
            for row in block.rows[:_REACH]:
                cells = [cell for cell in row.cells if cell]
                level = level_of(plain(cells[0].text).strip(" :")) if len(cells) >= _PAIR else ""
                if level:
                    yield level, cells[1].words
                yield from (("", cell.words) for cell in cells)
        elif rubric(block.words.text):
            return
        else:
            told = ((level_named(label), words) for label, said in labelled([block]) for words in said)
            yield from (one for one in told if one[0])
            yield "", block.words


def _node(plan: Plan, level: str, words: Passage) -> Node | None:
    """Return the node that ``words``, beside the name of a ``level`` or with it, name by number or label."""
    head = numbered(f"{words.text} :")
    if not level and (head is None or head.level not in ("socle", "enjeu", "objectif") or not head.number):
        return None
    number = head.number if head is not None else words.text.strip(" .:")
    kinds = {level, head.level if head is not None else ""} | {"enjeu", "objectif"}
    for node in plan.nodes:
        if node.kind in kinds and ((node.number and node.number == number) or fold(node.label) == fold(words.text)):
            return node
    return None
