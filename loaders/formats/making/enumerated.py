"""Lists without bullets: below a colon, lines each of which ends with a semicolon, the last with a full stop."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from loaders.formats.making.seams import Line

_FEWEST = 2


def lead_and_entries(lines: Sequence[Line], above: str) -> tuple[Sequence[Line], list[list[Line]]]:
    """Return the lines of a paragraph that lead to such a list, and the entries of the list, a line or more each.

    The lead can be the block ``above``; without a list all lines are lead, and there are no entries.
    """
    begins = [index for index, line in enumerate(lines) if line.text.rstrip().endswith(":")]
    begin = 0 if above.rstrip().endswith(":") and not begins else begins[-1] + 1 if begins else len(lines)
    entries = _entries(lines[begin:])
    return (lines[:begin], entries) if len(entries) >= _FEWEST else (lines, [])


def _entries(lines: Sequence[Line]) -> list[list[Line]]:
    """Return ``lines`` in entries that end with a semicolon, the last with a full stop; none where they are no list.

    A semicolon within a line parts what a sentence enumerates, wherever its lines end.
    """
    if not lines or not lines[-1].text.rstrip().endswith((".", ";")):
        return []
    texts = [line.text.rstrip() for line in lines]
    if any(";" in text[:-1] for text in texts) or any(text.endswith(".") for text in texts[:-1]):
        return []
    ranks = [sum(text.endswith(";") for text in texts[:index]) for index in range(len(texts))]
    pairs = groupby(zip(ranks, lines, strict=True), key=lambda pair: pair[0])
    return [[line for _, line in group] for _, group in pairs]
