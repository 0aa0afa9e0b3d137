"""Titles that group the sheets of an act, where nothing states its plan: ``Le temps des liens`` over ``Piste 5``."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.document import Block, Heading
from loaders.readers.fiches.sheets import sheets
from loaders.readers.fiches.signs import rubric_kinds
from loaders.readers.fiches.stretches import stretches
from loaders.readers.plan.announcements import announces_plan
from loaders.readers.plan.marks import closes_plan
from loaders.readers.plan.nodes import Node, Plan
from loaders.readers.plan.other_subjects import looks_back
from loaders.readers.plan.part_titles import is_part
from loaders.resolve import fold
from loaders.words.numbering import numbered
from loaders.words.plan_levels import level_of
from loaders.words.wording import plain

_RULE = "plan.fiche"
_LEAST = 2


def add_headed(plan: Plan, blocks: Sequence[Block]) -> None:
    """Add to ``plan``, which has no nodes, the titles over the sheets of an act and the actions that these are.

    Every sheet stands right below such a title, or below another sheet of it; all these titles, two at least, are of
    one level, above that of the sheets' own.
    """
    if plan.nodes:
        return
    over = _titles_over(blocks)
    held = tuple(sheets(blocks))
    titles = {id(title): title for title in over if title is not None}
    named = len(held) == len(over) and all(sheet.title and rubric_kinds(sheet.body) for sheet in held)
    own = {fold(sheet.title.text) for sheet in held} & {fold(title.words.text) for title in titles.values()}
    one = len({title.level for title in titles.values()}) == 1
    if len(titles) < _LEAST or None in over or own or not named or not one:
        return
    nodes = {key: plan.add(_node(title)) for key, title in titles.items()}
    for sheet, title in zip(held, over, strict=True):
        plan.add(Node("action", sheet.number, [sheet.title], nodes[id(title)], _RULE))


def _titles_over(blocks: Sequence[Block]) -> list[Heading | None]:
    """Return the title that stands right over each sheet or the sheets before it, None where there is none."""
    found: list[Heading | None] = []
    title: Heading | None = None
    for start, body in stretches(blocks):
        if start is not None:
            own = start.block.level if isinstance(start.block, Heading) else 0
            found.append(title if title is not None and (not own or title.level < own) else None)
        elif body:
            last = body[-1]
            title = last if isinstance(last, Heading) and last.level and _may_group(last) else None
    return found


def _may_group(title: Heading) -> bool:
    """Whether ``title`` may name what sheets have in common: no part of the act, and not that they are sheets."""
    words = plain(title.words.text).replace("-", " ").split()
    told = any(level_of(word) == "action" for word in words)
    other = is_part(title) or announces_plan(title) or closes_plan(title) or looks_back(title.words.text)
    return bool(words) and not told and not other


def _node(title: Heading) -> Node:
    head = numbered(title.words.text)
    words = title.words.cut(head.start) if head is not None else title.words
    return Node("enjeu", head.number if head is not None else "", [words], rule=_RULE)
