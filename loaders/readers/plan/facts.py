"""Facts of a plan: one for each of its nodes that has a label, once all of them are known."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.acts.section import Section
from loaders.readers.plan.nodes import Node, Plan
from loaders.themes import themes
from maillage.facts import PlanNode


def facts_of(plan: Plan, section: Section) -> Iterator[PlanNode]:
    """Give a fact for each node that has a label."""
    numbers = {node.number for node in plan.nodes if node.number and node.told}
    known: dict[int, tuple[str, ...]] = {}
    for node in plan.nodes:
        known[id(node)] = themes(node.label, known.get(id(node.above), ()))
        if not node.label or not node.told:
            continue
        yield PlanNode(
            place=section.place(*node.words, *node.again),
            act=section.act,
            rule=node.rule,
            tier="normalised" if node.mended else "verbatim",
            convention=section.convention,
            kind=node.kind,
            number=node.number,
            parent_number=_parent(node, numbers),
            label=node.label,
            themes=known[id(node)],
        )


def _parent(node: Node, numbers: set[str]) -> str:
    """Return the number, or the label, of the node above.

    A dotted number tells its parent's by itself: ``2.2.1`` hangs on ``2.2`` even where the print, broken over a page,
    has it beside ``2.1``.
    """
    above = node.above
    if above is None:
        return ""
    prefix, dot, _ = node.number.rpartition(".")
    if dot and above.number and (prefix in numbers or above.number.count(".") == prefix.count(".")):
        return prefix
    return above.number or above.label
