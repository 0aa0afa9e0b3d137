"""Lines that show a plan by themselves: named levels that count (``Axe 1 ...``, ``Axe 2 ...``), with no title above."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.document import Block, Table
from loaders.readers.plan.lines import heading_of
from loaders.readers.plan.marks import value_of
from loaders.readers.plan.open import style_of
from loaders.readers.plan.part_titles import is_contents

_LEVELS = {"socle": 2, "enjeu": 2, "objectif": 2, "action": 3}


def evident(blocks: Sequence[Block]) -> frozenset[int]:
    """Return the identities of the blocks that count a level of a plan from 1 on: two enjeux, three actions."""
    runs: dict[tuple[str, str], list[int]] = {}
    found: set[int] = set()
    for block in blocks:
        if isinstance(block, Table) or is_contents(block):
            continue
        head = heading_of(block.words.text)
        if head is None or head.level not in _LEVELS or not head.number:
            continue
        run = runs.setdefault((head.level, style_of(head.number)), [])
        value = value_of(head.number.lower())
        if value == 1:
            run.clear()
        if value == len(run) + 1:
            run.append(id(block))
        if len(run) >= _LEVELS[head.level]:
            found.update(run)
    return frozenset(found)
