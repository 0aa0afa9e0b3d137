"""Labels that but their ground sets apart: a box filled in a corner of a ruled row, with white beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loaders.formats.laid.geometry import Rule
from loaders.formats.pdf.filled import MAX_BOXES, Fill

TOUCHING = 2.5
"""Points between the edge of a box and the line along it."""

WHITE = 30.0
"""Points of a row that its box leaves white, at least, and of the box itself."""


def beside_labels(fills: Sequence[Fill], drawn: Sequence[Rule]) -> Iterator[Rule]:
    """Give the right edge of each box that fills the beginning of a row from its left line on, and as high as it is."""
    if len(fills) * len(drawn) > MAX_BOXES * MAX_BOXES:
        return
    standing = [rule for rule in drawn if not rule.horizontal]
    lying = [rule for rule in drawn if rule.horizontal]
    for left, top, right, bottom in fills:
        begins = any(
            abs(rule.left - left) <= TOUCHING and rule.top <= top + TOUCHING and rule.bottom >= bottom - TOUCHING
            for rule in standing
        )
        rows = [
            rule
            for rule in lying
            if rule.left <= left + TOUCHING and rule.right >= right + WHITE and right - left >= WHITE
        ]
        closed = all(any(abs((rule.top + rule.bottom) / 2 - at) <= TOUCHING for rule in rows) for at in (top, bottom))
        if begins and closed:
            yield Rule(right, top, right, bottom)
