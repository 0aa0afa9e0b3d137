"""Naming: where a text names a commune, or at a given place whatever territory it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.resolve import Gazetteer
from loaders.words.epci_names import LEGAL_FORM, epci_of_form
from loaders.words.named import Named, longest, quoteless
from loaders.words.proper_names import behind_article, name_ends
from loaders.words.wording import plain
from maillage.reference import Territory

_TOWN = re.compile(r"\b(?:ville|commune|mairie|municipalite|commune nouvelle)\s+(?=d[eu']|des\b)")


def communes(text: str, gazetteer: Gazetteer, near: Territory | None = None) -> Iterator[Named]:
    """Give the communes that ``text`` names with ``ville de`` or ``commune de`` before, in order."""
    for found in _TOWN.finditer(plain(text)):
        for begin in dict.fromkeys((found.end(), behind_article(text, found.end()))):
            named = longest(text, found.start(), name_ends(text, begin), lambda name: gazetteer.commune(name, near))
            if named is not None:
                yield named
                break


def territory_at(text: str, start: int, gazetteer: Gazetteer, near: Territory | None = None) -> Named | None:
    """Return the EPCI, else the commune, whose name stands at ``start`` after at most an article or a preposition."""
    begin = behind_article(text, start)
    if form := LEGAL_FORM.match(plain(text), begin):
        return epci_of_form(text, form, gazetteer, near)
    if _TOWN.match(plain(text), begin):
        return next(communes(text, gazetteer, near), None)
    for end in name_ends(text, begin):
        territory = gazetteer.epci(text[begin:end], near) or gazetteer.commune(text[begin:end], near)
        if territory is not None:
            return Named(begin, end, territory, quoteless(text[begin:end]))
    return None
