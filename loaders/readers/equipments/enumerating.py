"""Enumerations of équipements in a sentence: the parts between its commas, and those that designate one each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.acts.section import Section
from loaders.document import Passage
from loaders.readers.equipments.addresses import split
from loaders.readers.equipments.entries import entry
from loaders.readers.equipments.supporters import Supporter
from loaders.readers.equipments.types import known, leading
from loaders.readers.funding.mentions import CAPITALISED, LINKED
from loaders.words.wording import plain
from maillage.facts import Equipment

_PART = re.compile(r"\s*(?:[,;]|\bet\b|\bou\b|\bainsi que\b)\s*(?![^()«»]{0,300}[)»])")
_APART = re.compile(r"\s*;\s*(?![^()]{0,300}\))")
_OF = r"(?:du|de la|de l['’]|des|de|d['’])\s?(?:(?:école|groupe scolaire|quartier|collège)\s)?"
_PLACED = re.compile(rf"{_OF}(?:[«“\"]\s?)?[A-ZÀ-Ý]")
_DETERMINED = re.compile(
    r"\s*(?:gestionnaire (?=d))?(?:(?:de |d['’]|à )?(?:la |le |l['’]|une? |son |sa |notre )|du |d['’]|aux? )",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\s?\([^()]*\)\s*$")
_QUALIFIED = re.compile(r"^(?:(?:inter)?communa\w+|municipa\w+|associati\w+|itin[ée]rant\w*)\s+")
_PLURAL = re.compile(r"(?:les|des|ses|\d+) ")
_SITED = re.compile(r"\s*(?:(?:sise?|située?|implantée?|installée?|basée?)\s|(?:à|au|aux)\s(?=[A-ZÀ-Ý]))")
_QUOTED = re.compile(r"\s*[«“\"]")
PROPER = rf"{CAPITALISED}(?:[ -]{LINKED}{CAPITALISED}){{0,6}}"
_WHOLE = re.compile(
    r"[^«“\"()]{3,80}?(?:[«“\"][^«»“”\"]{1,80}[»”\"]"
    rf"|\s(?:{_OF})?{PROPER})"
    rf"(?:\s?\([^()]{{1,120}}\))?(?:\s(?:(?:sise?|située?|implantée?)\s)?à\s{PROPER}"
    r"(?:\s?\([^()]{1,120}\))?)?(?=\s[a-zà-ÿ])"
    r"(?!\s(?:d['’]une capacit\w*|(?:de|pour) \d+|place|rue|avenue|chemin|route|all[ée]e|sise?|situ|au|aux|à|bis)\b)"
)
"""A designation up to where its sentence goes on: ``la crèche « Les Lutins » (24 places)``."""


def designated(
    section: Section, sentence: Passage, start: int, owner: Supporter, end: int | None = None, *, beside: bool = False
) -> Iterator[Equipment]:
    """Give the équipements that the enumeration of a sentence from ``start`` designates: a type, and a name or place.

    Behind one that has such a name (or ``beside`` one), a type can stand alone: "et le relais petite enfance".
    """
    named_one = beside
    for whole in _wholes(sentence, start, len(sentence.text.rstrip(" .")) if end is None else end):
        determined = _DETERMINED.match(whole.text)
        part = whole.cut(determined.end()) if determined is not None else whole
        alone = named_one and known(_BRACKETED.sub("", part.text)) and not _PLURAL.match(plain(part.text))
        if alone or _designates(part.text):
            named_one = True
            stated = _WHOLE.match(part.text)
            part = part.cut(0, stated.end()) if stated is not None else part
            read = entry(section, part, owner, "", "equipments.sentence")
            if read is not None:
                yield read


def _designates(text: str) -> bool:
    """Tell whether ``text`` is an équipement by its type and its name or place: ``la crèche Les Lutins``."""
    kind = leading(text)
    named_so = _QUALIFIED.sub("", text.partition(kind)[2].strip()).strip(' «»"“”') if kind else ""
    return bool((named_so[:1].isupper() or _PLACED.match(named_so)) and not _PLURAL.match(plain(text)))


def _wholes(sentence: Passage, start: int, end: int) -> Iterator[Passage]:
    """Give the parts of an enumeration, each with the parts behind it that say more of the équipement it names."""
    held, begun = Passage(()), start
    for first, last in spans(sentence.text, start, end):
        part = sentence.cut(first, last)
        if held and _names_it(held, part):
            held += part
        elif held and _says_more(held, part):
            held = sentence.cut(begun, last)
        else:
            if held:
                yield held
            held, begun = part, first
    if held:
        yield held


def _names_it(above: Passage, part: Passage) -> bool:
    """Tell whether a part is the quoted name of the équipement whose type stands before it."""
    return _QUOTED.match(part.text) is not None and known(_DETERMINED.sub("", above.text, count=1))


def _says_more(above: Passage, part: Passage) -> bool:
    """Tell whether a part says how many the équipement before it takes, or where it is."""
    told = split(f", {part.text}")
    of_it = (told.capacity or told.street) and not told.name.strip(" ,")
    return bool((of_it or _SITED.match(part.text)) and leading(_DETERMINED.sub("", above.text, count=1)))


def each_part(sentence: Passage, start: int, end: int) -> Iterator[Passage]:
    """Give the parts of an enumeration, as many passages: those between its semicolons, if it has any."""
    yield from (part for span in spans(sentence.text, start, end) if (part := sentence.cut(*span)))


def spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give where each part of an enumeration begins and ends."""
    apart = _APART if _APART.search(text, start, end) else _PART
    for found in apart.finditer(text, start, end):
        yield start, found.start()
        start = found.end()
    yield start, end
