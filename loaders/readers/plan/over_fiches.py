"""Titles of a plan's nodes that stand over the sheets of its fiches: ``Orientation 1.a : ...`` over ``Fiche n° 1``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loaders.document import Block, Heading, Item, Paragraph, Table
from loaders.readers.fiches.stretches import Stretch, stretches
from loaders.readers.plan.nodes import OUTER, Node, Plan
from loaders.resolve import fold
from loaders.words.numbering import numbered

_LEAST = 2

Title = Heading | Paragraph | Item


def nodes_over(plan: Plan, blocks: Sequence[Block]) -> tuple[Node | None, ...]:
    """Return for each sheet of ``blocks`` the node of ``plan`` whose title stands over it; None for all if one does.

    A single title is but the last of the plan before the first sheet.
    """
    found = tuple(_over(plan, stretches(blocks)))
    known = {id(node) for node in found if node is not None}
    return found if len(known) >= _LEAST else (None,) * len(found)


def _over(plan: Plan, stretched: Sequence[Stretch]) -> Iterator[Node | None]:
    title: Title | None = None
    for start, body in stretched:
        if start is None:
            title = _last_title(plan, body, title)
        else:
            yield _node(plan, title) if title is not None and not _outranks(start.block, title) else None


def _last_title(plan: Plan, body: Sequence[Block], before: Title | None) -> Title | None:
    """Return the last title of a node in ``body``, none where another title or a table stands behind it.

    What holds neither leaves the one ``before`` it in force.
    """
    for block in reversed(body):
        if isinstance(block, Table):
            return None
        if _node(plan, block) is not None:
            return block
        if isinstance(block, Heading):
            return None
    return before


def _outranks(head: Title, title: Title) -> bool:
    """Whether the ``head`` of a sheet is a title of a higher rank than ``title``."""
    return isinstance(head, Heading) and isinstance(title, Heading) and 0 < head.level < title.level


def _node(plan: Plan, title: Title) -> Node | None:
    """Return the node of ``plan`` that ``title`` states: by its level, with its number and label."""
    head = numbered(title.words.text)
    if isinstance(title, Item) or (head is None and not isinstance(title, Heading)):
        return None
    label = fold(title.words.text[head.start if head is not None else 0 :])
    number = head.number if head is not None else ""
    for node in plan.nodes:
        alike = (not number or node.number == number) and (fold(node.label) == label or bool(number and not label))
        if node.kind in OUTER and alike and (head is None or head.level in ("", "objectif", node.kind)):
            return node
    return None
