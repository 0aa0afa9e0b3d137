"""Aims that are the plan's: a sheet names the objectif under which the plan puts it, above the aims of its own."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from loaders.acts.section import Section
from loaders.readers.fiches.fields import Field, filled
from loaders.readers.plan.reader import plan_of
from loaders.resolve import fold
from loaders.words.item_lists import Listed, items
from loaders.words.numbering import numbered


def own_aims(section: Section, fields: Sequence[Field]) -> list[Field]:
    """Return ``fields`` without the objectif of the plan that they only repeat, where other aims stand in them."""
    beside = pairwise([Field("autre"), *fields])
    own = [one for above, one in beside if one.kind != "objectif" or not _repeats(section, above, one)]
    return own if any(filled(own, "objectif")) else list(fields)


def _repeats(section: Section, above: Field, field: Field) -> bool:
    """Whether a rubric holds one aim alone, the plan's by its words, or by its number below the name of an axe."""
    listed = list(items(field.blocks)) if len(field.blocks) == 1 else []
    if len(listed) != 1:
        return False
    return _is_node(section, listed[0]) or (bool(listed[0].number) and _names_level(above))


def _is_node(section: Section, aim: Listed) -> bool:
    """Whether the plan has, below no action, an objectif with the words of ``aim``, and its number where it has one."""
    label = fold(aim.text)
    nodes = (node for node in plan_of(section).nodes if node.kind == "objectif" and fold(node.label) == label)
    above = (node for node in nodes if node.above is None or node.above.kind != "action")
    return any(not aim.number or node.number == aim.number for node in above)


def _names_level(field: Field) -> bool:
    """Whether a rubric is one that names the node above an objectif: ``Axe``, ``Orientation stratégique``."""
    head = numbered(f"{field.said} 1 : x") if field.kind == "autre" else None
    return head is not None and bool(head.level)
