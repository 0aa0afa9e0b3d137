"""Clauses of a sentence that states several figures, and how far the year of a census reaches."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from loaders.document import Passage
from loaders.words.dates import WHOLE_YEAR
from loaders.words.wording import is_open, plain

_BETWEEN = re.compile(r"(?:\s?;\s+|\s[•·|]\s+)(?![^\W\d][^:;.\d]{1,60}:\s*\d)")  # not ``61 % ; Isère : 58 %``
_FIGURE = re.compile(r"(?<![\d.,/-])(?!(?:19|20)\d\d(?!\d))\d")
_FRAME = re.compile(
    r"(?:selon |d'apres |au |lors du |depuis )(?:le )?(?:dernier )?recensement (?:de |en )(?P<year>(?:19|20)\d\d)\s?,"
)


def clauses(sentence: Passage) -> Iterator[Passage]:
    """Give the clauses that semicolons or bullets part, where each states a figure of its own; else the sentence.

    What a clause says of when and where goes before what the others say.
    """
    found = [one for one in _BETWEEN.finditer(sentence.text) if not is_open(sentence.text[: one.start()])]
    bounds = [(0, 0), *(one.span() for one in found), (len(sentence.text),) * 2]
    parts = [sentence.cut(end, start) for (_, end), (start, _) in pairwise(bounds)]
    yield from parts if all(_FIGURE.search(part.text) for part in parts) else (sentence,)


def framing(text: str, above: str) -> str:
    """Return the year of a census of which a sentence is that names none: ``Au recensement de 2020, la commune ...``.

    It reaches (``above`` is that of the sentences before) as far as no other year is named. Any other year at the
    beginning of a sentence is of this one: the next can be from another source.
    """
    begun = _FRAME.match(plain(text))
    if begun is not None:
        return begun["year"]
    return "" if WHOLE_YEAR.search(text) else above
