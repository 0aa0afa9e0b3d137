"""Naming: where a text names a commune, or at a given place whatever territory it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.resolve import Gazetteer
from loaders.words.epci_names import LEGAL_FORM, epci_of_form, going_on, punctuated
from loaders.words.named import Named, longest, quoteless
from loaders.words.proper_names import behind_article, name_ends
from loaders.words.wording import plain
from maillage.reference import Territory

_SUFFIXED = re.compile(r" (?:communaute|agglomeration|agglo|metropole)\b(?! de communes| d'agglo| urbaine)")
_TOWN = re.compile(r"\b(?:ville|commune|mairie|municipalite|commune nouvelle)\s+(?=d[eu']|des\b)")


def communes(text: str, gazetteer: Gazetteer, near: Territory | None = None) -> Iterator[Named]:
    """Give the communes that ``text`` names with ``ville de`` or ``commune de`` before, in order."""
    for town in _TOWN.finditer(plain(text)):
        named = _commune_of(text, town, gazetteer, near)
        if named is not None:
            yield named


def _commune_of(text: str, town: re.Match[str], gazetteer: Gazetteer, near: Territory | None) -> Named | None:
    """Return the commune that stands behind ``ville de``, with the article that may be its own."""
    for begin in dict.fromkeys((town.end(), behind_article(text, town.end()))):
        named = longest(text, town.start(), name_ends(text, begin), lambda name: gazetteer.commune(name, near))
        if named is not None:
            return named
    return None


def territory_at(text: str, start: int, gazetteer: Gazetteer, near: Territory | None = None) -> Named | None:
    """Return the EPCI, else the commune, whose name stands at ``start`` after at most an article or a preposition."""
    begin = behind_article(text, start)
    if form := LEGAL_FORM.match(plain(text), begin):
        return epci_of_form(text, form, gazetteer, near)
    if town := _TOWN.match(plain(text), begin):
        return _commune_of(text, town, gazetteer, near)
    ends = name_ends(text, begin)
    if whole := punctuated(text, begin, begin, ends, gazetteer, near):
        return whole
    for end in ends:
        if suffixed := _SUFFIXED.match(plain(text), end):
            end = suffixed.end()
            if longer := going_on(text, begin, end, gazetteer, near):
                return longer
        territory = gazetteer.epci(text[begin:end], near) or gazetteer.commune(text[begin:end], near)
        if territory is not None:
            return Named(begin, end, territory, quoteless(text[begin:end]))
    return None
