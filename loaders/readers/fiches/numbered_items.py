"""Lists that a paragraph's lines number: ``1. Ville``, ``2. Caf``."""

from __future__ import annotations

import re

from loaders.document import Item, Passage
from loaders.words.wording import printed_lines

_MARK = re.compile(r"\s*(?P<number>\d{1,2})\s?[.)°/-]+\s*(?=[^\W\d_])")
_FEWEST = 2


def numbered_items(words: Passage) -> tuple[Item, ...]:
    """Return the items that the lines of ``words`` number from 1 on, without their numbers; none for any other."""
    lines = printed_lines(words)
    marks = [_MARK.match(line.text) for line in lines]
    numbers = [int(mark["number"]) if mark is not None else 0 for mark in marks]
    if len(lines) < _FEWEST or numbers != list(range(1, len(lines) + 1)):
        return ()
    return tuple(Item(line.cut(mark.end())) for line, mark in zip(lines, marks, strict=True) if mark is not None)
