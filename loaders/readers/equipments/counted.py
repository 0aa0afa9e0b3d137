"""Équipements that a sentence counts by their type, and names then: "gère trois crèches : A, B et C"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.acts.section import Section
from loaders.document import Passage
from loaders.readers.equipments.entries import entry
from loaders.readers.equipments.enumerating import PROPER, designated, spans
from loaders.readers.equipments.supporters import Supporter
from loaders.readers.equipments.types import known, mended
from maillage.facts import Equipment

_NUMBER = r"(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d{1,2}|les|ses|des|nos)"
_TYPE = r"(?P<type>[^:,();.]{3,60}?)"
_COUNTED = re.compile(rf"\s*{_NUMBER}\s+{_TYPE}\s?[:,]\s", re.IGNORECASE)
_COUNTED_BEFORE = re.compile(rf"(?<![\w'’]){_NUMBER}\s+{_TYPE}\s*$", re.IGNORECASE)
_NAMED_THERE = re.compile(r"[^:.,;()«»]{2,60}?\s?[:,]\s+(?=[«“\"]|[A-ZÀ-Ý])")
_IN_BRACKETS = r"(?:\s?\([^()]{1,120}\))?"
_NAME = re.compile(
    rf"\s*(?:[«“\"][^«»“”\"]{{1,80}}[»”\"]|{PROPER}){_IN_BRACKETS}"
    rf"(?:,?\s(?:située?\s|sise?\s|implantée?\s)?(?:à|au|aux)\s{PROPER}{_IN_BRACKETS})?\s*"
)
"""A name and where it is, and nothing that a sentence says of it."""


def counted(section: Section, sentence: Passage, start: int, end: int, owner: Supporter) -> Iterator[Equipment]:
    """Give the équipements that ``sentence`` counts from ``start`` and names then: "deux crèches, A et B"."""
    found = _COUNTED.match(sentence.text, start, end)
    if found is not None and known(found["type"]):
        yield from _named(section, sentence, found["type"], found.end(), end, owner)


def counted_before(section: Section, sentence: Passage, sign: tuple[int, int], owner: Supporter) -> Iterator[Equipment]:
    """Give the équipements that are counted before a ``sign`` of who runs them and named behind: "gérées par X : A"."""
    found = _COUNTED_BEFORE.search(sentence.text, 0, sign[0])
    there = _NAMED_THERE.match(sentence.text, sign[1])
    if found is not None and there is not None and known(found["type"]):
        end = len(sentence.text.rstrip(" ."))
        yield from _named(section, sentence, found["type"], there.end(), end, owner)


def _named(
    section: Section, sentence: Passage, kind: str, start: int, end: int, owner: Supporter
) -> Iterator[Equipment]:
    """Give the équipements of one ``kind`` that stand by their names from ``start``.

    Others can stand behind them with a type of their own: "ainsi que le relais petite enfance".
    """
    for first, last in spans(sentence.text, start, end):
        if _NAME.fullmatch(sentence.text, first, last) is None:
            if first > start:
                yield from designated(section, sentence, first, owner, end, beside=True)
            return
        read = entry(section, sentence.cut(first, last), owner, mended(kind), "equipments.sentence")
        if read is not None:
            yield replace(read, name=read.name.strip(' «»“”"'))
