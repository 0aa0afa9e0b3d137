"""Lines of a list of équipements: one designation, or several behind one another after their type."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from loaders.acts.section import Section
from loaders.document import Passage
from loaders.readers.equipments.addresses import split
from loaders.readers.equipments.entries import entry
from loaders.readers.equipments.supporters import Supporter
from loaders.readers.equipments.types import known, leading, mended
from maillage.facts import Equipment

_TYPED = re.compile(r"\s*(?:(?:\d{1,2}|une?|deux|trois|quatre|cinq)\s+)?(?P<type>[^:]{2,60}?)\s*:\s*(?=\S)")
_COUNT = re.compile(r"\s*(?:1|une?)\s+(?=[^\W\d_])")
_PART = re.compile(r"\s*(?:,(?!\d)|;)\s*(?![^(]{0,600}\))|\s+et\s+(?![^(]{0,600}\))")
_LONGEST_PART = 80
_LONGEST_LINE = 600


def entries(section: Section, words: Passage, supporter: Supporter, kind: str, rule: str) -> Iterator[Equipment]:
    """Give the équipements that a line designates.

    "ALSH : A, B et C" are three of that type; without it the parts of a line are as many entries where each begins
    with a type of its own, or ends with its place in brackets. A part with a street or a postcode is never parted from
    it.
    """
    several = [words.cut(*span) for span in _apart(words.text)]
    if len(several) > 1 and all(leading(_untyped(part.text)) or known(_untyped(part.text)) for part in several):
        for part in several:
            yield from entries(section, part, supporter, kind, rule)
        return
    words = words.cut(0, len(words.text.rstrip(" ;,")))
    typed = _TYPED.match(words.text)
    if typed is not None and known(typed["type"]):
        kind, words = mended(typed["type"]), words.cut(typed.end())
        parts = _parts(words, each_typed=False)
    else:
        count = _COUNT.match(words.text)
        parts = _parts(words.cut(count.end()) if count else words, each_typed=True)
    for part in parts:
        found = entry(section, part, supporter, kind, rule)
        if found is not None:
            yield found


def _apart(text: str) -> Iterator[tuple[int, int]]:
    """Give the stretches of ``text`` that semicolons part."""
    bounds = [0, *(found.end() for found in re.finditer(r";\s", text)), len(text)]
    yield from ((start, end) for start, end in pairwise(bounds) if text[start:end].strip(" ;"))


def _untyped(text: str) -> str:
    """Return an entry without the semicolon that ends it."""
    return text.strip(" ;.")


def _parts(words: Passage, *, each_typed: bool) -> list[Passage]:
    """Return the parts of an enumeration, or the words as they are where they are none."""
    if len(words.text) > _LONGEST_LINE:
        return [words]
    bounds = [(0, 0), *(found.span() for found in _PART.finditer(words.text)), (len(words.text),) * 2]
    parts = [words.cut(end, start) for (_, end), (start, _) in pairwise(bounds)]
    addresses = [split(part.text) for part in parts]
    whole = any(a.street or a.postcode for a in addresses) or any(len(p.text) > _LONGEST_PART for p in parts)
    apart = all(part.text.endswith(")") for part in parts) or not each_typed
    if whole or not all(parts) or not (apart or all(leading(part.text) for part in parts)):
        return [words]
    return parts
