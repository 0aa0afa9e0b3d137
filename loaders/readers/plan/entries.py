"""Fiches that a plan lists: numbers that the scan damaged are mended where the sequence, or their sheets, show them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from loaders.readers.plan.nodes import Node
from loaders.resolve import fold
from loaders.words.numbering import NUMBER

_LONGEST = 4
_BUILT = re.compile(
    r"[A-Z]{1,3}\s?[.-]?\s?\d{1,2}(?:\.\d{1,2})*|\d{1,2}(?:\s?[A-H]|(?:\s?[./–-]\s?(?:\d{1,2}|[A-Za-z]))+)"
)
"""A number of several parts: ``A1``, ``1-2``, ``3/b``, ``2B``. One alone may be what a scan made of a figure."""


def mend(entries: Sequence[Node]) -> None:
    """Give each of ``entries``, in the order of the print, the number that the sequence wants.

    A number stays where it is the next one, or where nothing later confirms the sequence (contract, *Values* of
    ``plan.number``: ``1`` between 8 and 10 is 9).
    """
    printed = [_value(node.number) for node in entries]
    built = sum(1 for node in entries if _BUILT.fullmatch(node.number)) > 1
    previous = 0
    for index, node in enumerate(entries):
        expected = previous + 1
        own = re.fullmatch(NUMBER, node.number) and not node.number.isdigit()
        if own or (built and _BUILT.fullmatch(node.number)):
            continue
        if printed[index] == expected or _confirmed(printed, index, expected):
            node.number = str(expected)
            previous = expected
        elif printed[index]:
            previous = printed[index]


def mend_by_sheets(entries: Sequence[Node], sheets: Mapping[str, str]) -> None:
    """Give each of ``entries`` the number of the sheet of its title, where its own is built as none of the sheets' is.

    ``sheets`` has their numbers by their folded titles. ``13`` is ``1.3`` where others stand as ``1.2`` in both places;
    where none does, the plan numbers in another way.
    """
    held = {node.number for node in entries}
    built = {_form(node.number) for node in entries if node.number and sheets.get(fold(node.label)) == node.number}
    for node in entries:
        number = sheets.get(fold(node.label), "")
        if number not in held and _form(number) in built and _form(node.number) not in built:
            node.number = number


def _form(number: str) -> str:
    """Return how a number is built, whatever its figures: ``0.0`` of ``1.12``."""
    return re.sub(r"\d+", "0", number)


def _value(number: str) -> int:
    """Return the value of a printed number, 0 for none; the letter beside a digit is the scan's (``l3``)."""
    digits = re.sub(r"\D", "", number)
    return int(digits) if digits and len(digits) <= _LONGEST else 0


def _confirmed(printed: Sequence[int], index: int, expected: int) -> bool:
    """Whether a later number says that the entry at ``index`` is ``expected``, or it is a last one without number.

    Where another entry below bears that number, the print has its own order: ``5, 8, 6, 7, 9``.
    """
    if expected in printed[index + 1 :]:
        return False
    later = any(number == expected + offset for offset, number in enumerate(printed[index + 1 :], 1))
    last = not printed[index] and index == len(printed) - 1
    return expected > 1 and (later or last)
