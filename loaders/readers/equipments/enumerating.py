"""Enumerations of équipements in a sentence: the parts between its commas, and those that designate one each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.acts.section import Section
from loaders.document import Passage
from loaders.readers.equipments.entries import Supporter, entry
from loaders.readers.equipments.types import known, leading
from loaders.words.wording import plain
from maillage.facts import Equipment

_PART = re.compile(r"\s*(?:[,;]|\bet\b|\bou\b)\s*(?![^()]{0,300}\))")
_APART = re.compile(r"\s*;\s*(?![^()]{0,300}\))")
_PLACED = re.compile(r"(?:du|de la|de l['’]|de|d['’])\s?[A-ZÀ-Ý]")
_DETERMINED = re.compile(r"\s*(?:la |le |l['’]|une? )")
_QUALIFIED = re.compile(r"^(?:(?:inter)?communa\w+|municipa\w+|associati\w+|itin[ée]rant\w*)\s+")
_PLURAL = re.compile(r"(?:les|des|ses|\d+) ")


def designated(section: Section, sentence: Passage, start: int, owner: Supporter) -> Iterator[Equipment]:
    """Give the équipements that the enumeration of a sentence from ``start`` designates: a type, and a name or place.

    Behind one that has such a name, a type can stand alone: "et le relais petite enfance".
    """
    named_one = False
    for part in each_part(sentence, start, len(sentence.text.rstrip(" ."))):
        alone = named_one and known(_DETERMINED.sub("", part.text)) and not _PLURAL.match(plain(part.text))
        if alone or designates(part.text):
            named_one = True
            read = entry(section, part, owner, "", "equipments.sentence")
            if read is not None:
                yield read


def designates(text: str) -> bool:
    """Tell whether ``text`` is an équipement by its type and its name or place: ``la crèche Les Lutins``."""
    kind = leading(text)
    named_so = _QUALIFIED.sub("", text.partition(kind)[2].strip(' «»"“”')) if kind else ""
    return bool((named_so[:1].isupper() or _PLACED.match(named_so)) and not _PLURAL.match(plain(text)))


def each_part(sentence: Passage, start: int, end: int) -> Iterator[Passage]:
    """Give the parts of an enumeration, as many passages: those between its semicolons, if it has any."""
    apart = _APART if _APART.search(sentence.text, start, end) else _PART
    for found in [*apart.finditer(sentence.text, start, end), None]:
        part = sentence.cut(start, found.start() if found is not None else end)
        if part:
            yield part
        start = found.end() if found is not None else end
