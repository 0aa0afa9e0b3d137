"""Fiches that a plan lists: numbers that the scan damaged are mended where the sequence shows them."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.readers.plan_nodes import Node


def mend(entries: Sequence[Node]) -> None:
    """Give each of ``entries``, in the order of the print, the number that the sequence wants.

    A number stays where it is the next one, or where nothing later confirms the sequence (contract, *Values* of
    ``plan.number``: ``1`` between 8 and 10 is 9).
    """
    printed = [int(node.number) if node.number.isdigit() else 0 for node in entries]
    previous = 0
    for index, node in enumerate(entries):
        expected = previous + 1
        if node.number and not node.number.isdigit():
            continue
        if printed[index] != expected and _confirmed(printed, index, expected):
            node.number = str(expected)
            previous = expected
        elif printed[index]:
            previous = printed[index]


def _confirmed(printed: Sequence[int], index: int, expected: int) -> bool:
    """Whether a later number, or all before, say that the entry at ``index`` is ``expected``."""
    later = any(number == expected + offset for offset, number in enumerate(printed[index + 1 :], 1))
    first = index > 0 and not printed[index] and index == len(printed) - 1
    return expected > 1 and (later or first)
