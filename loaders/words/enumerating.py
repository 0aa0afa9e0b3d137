"""Enumerations: a list of actors or communes in a sentence, cut where one ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.document import Passage
from loaders.resolve import Gazetteer
from loaders.words.actor_splitting import names_areas
from loaders.words.epci_names import epcis
from loaders.words.own_names import own_names
from loaders.words.wording import plain
from maillage.reference import Territory

_SEPARATOR = re.compile(r"\s+[·•]\s+|\s*[,;]\s*(?:(?:et|ainsi qu[e'])\s+)?|\s+(?:et/ou|et|ainsi que)\s+|\s+ainsi qu'")
_DASHES = re.compile(r"\s*[;•·|]\s*|\s+[-–—/]\s*|[-–—]\s+|\s*,\s*(?:et\s+)?|\s*\n\s*")
_FUND = re.compile(r"\b(?:caf|caisses? d'allocations? familiales?|msa|(?:caisse de )?mutualite sociale agricole)\b")
_REACH = 200
_PARENTHESIS = re.compile(r"\([^()]*\)")


def enumerated(words: Passage, gazetteer: Gazetteer, near: Territory | None) -> Iterator[Passage]:
    """Give the members of an enumeration; an ``et`` or a comma in an EPCI's name or in parentheses cuts nothing."""
    text = words.text
    shut = [(named.start, named.end) for named in epcis(text, gazetteer, near)]
    shut += own_names(text, near)
    shut += [found.span() for found in _PARENTHESIS.finditer(text)]
    start = 0
    for found in _SEPARATOR.finditer(plain(text)):
        if any(first <= found.start() < last for first, last in shut):
            continue
        if _within_name(text, start, found, gazetteer, near):
            continue
        if part := words.cut(start, found.start()):
            yield part
        start = found.end()
    if part := words.cut(start):
        yield part


def _within_name(text: str, start: int, joint: re.Match[str], gazetteer: Gazetteer, near: Territory | None) -> bool:
    """Whether an ``et`` or a comma stands within the name of a Caf or an MSA of several départements.

    ``MSA Lot et Garonne``, ``un administrateur de la MSA Dordogne, Lot et Garonne``.
    """
    sign, after = joint[0].strip(), text[joint.end() :]
    funds = list(_FUND.finditer(plain(text), start, joint.start())) if sign in ("et", ",") else []
    if not funds or not after[:1].isupper():
        return False
    fund = text[funds[-1].start() : joint.start()]
    if sign == ",":
        return names_areas(fund, after[:_REACH], listed=True)
    following = re.match(r"[\w'’-]+", after)
    regional = gazetteer.actor(fund, near).kind in ("caf", "msa")
    return bool(regional and following and not gazetteer.actor(following[0], near).kind)


def listed(words: Passage) -> Iterator[Passage]:
    """Give the entries of a printed list of names: set apart by dashes, commas, bullets or line breaks."""
    text = words.text
    start = 0
    for found in _DASHES.finditer(text):
        before, after = text[start : found.start()], text[found.end() : found.end() + _REACH]
        if "\n" not in found[0] and names_areas(before, after, listed="," in found[0]):
            continue
        if part := words.cut(start, found.start()):
            yield part
        start = found.end()
    if part := words.cut(start):
        yield part
