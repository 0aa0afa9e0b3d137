"""Agencies: the centre d'action sociale or the caisse des écoles of a commune or an EPCI, whose territory is theirs."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.resolve import Gazetteer
from loaders.seeking import Sought
from loaders.words.named import Named
from loaders.words.proper_names import name_ends
from loaders.words.wording import plain
from maillage.reference import Territory

_AGENCY = Sought(
    r"\b(?:c\.?[ci]\.?a\.?s\.?|centre (?:inter)?communal d'action sociale|caisse des ecoles)(?: \([a-z.]{4,8}\))?"
    r"\s+(?:(?:de la|du|des|de)\s+|(?:de l|d)'\s?)"
)


def agencies(text: str, gazetteer: Gazetteer, near: Territory | None) -> Iterator[Named]:
    """Give the EPCI and communes whose agencies ``text`` names, in order, with the words that name them.

    ``CIAS du Pays de X``, ``Centre communal d'action sociale (CCAS) de X``.
    """
    for found in _AGENCY.finditer(plain(text)):
        for end in name_ends(text, found.end()):
            home = text[found.end() : end]
            if territory := gazetteer.epci(home, near) or gazetteer.commune(home, near):
                yield Named(found.end(), end, territory, home)
                break
