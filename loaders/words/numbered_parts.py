"""Numbered parts of one text: cut before each further number of the kind that it begins with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.document import Passage
from loaders.words.numbering import NUMBER, Numbered, numbered
from loaders.words.plan_levels import level_names
from loaders.words.wording import plain

_REACH = 120


def split_numbered(text: Passage) -> Iterator[Passage]:
    """Cut ``text`` before each further number of the kind that it begins with.

    ``3.1.1 Poursuivre ... 3.1.2 Identifier ...`` and ``Objectif 5.1 : ... Objectif 5.2 : ...`` are two items each.
    """
    head = numbered(text.text)
    if head is None or not head.number:
        yield text
        return
    start = 0
    for position in _further(text.text, head):
        yield text.cut(start, position)
        start = position
    yield text.cut(start)


def _further(text: str, head: Numbered) -> Iterator[int]:
    """Give where a further item numbered like ``head`` begins."""
    said = plain(text)
    if head.level:
        name = rf"(?<![\w(])(?:{level_names()[head.level]})\s+(?:n°\s?)?{NUMBER}"
        pattern = rf"{name}(?:\s?\([^()]{{3,25}}\))?\s*(?=[:–.-])"
    elif head.number.isdigit():
        yield from _sequence(text, int(head.number))
        return
    elif "." in head.number:
        pattern = rf"(?<![\w.,(])\d{{1,2}}(?:\s?\.\s?\d{{1,2}}){{{head.number.count('.')}}}\.?(?=\s+[^\W\d_])"
    else:
        return
    for found in re.finditer(pattern, said):
        follows = numbered(text[found.start() : found.start() + _REACH])
        if found.start() > 0 and follows and text[found.start() + follows.start :][:1] not in "),;":
            yield found.start()


def _sequence(text: str, number: int) -> Iterator[int]:
    """Give where the numbers after ``number`` begin further items: ``1. Former ... 2. Équiper``, ``n° 2 Équiper``."""
    position = 0
    while found := re.compile(
        rf"(?<=\s)(?:{number + 1}\s?[.)°-]|[nN]\s?[°º]\s?{number + 1}\b\s?[.):–-]?)\s+(?=[A-ZÀ-Ý])"
    ).search(text, position):
        yield found.start()
        position, number = found.end(), number + 1
