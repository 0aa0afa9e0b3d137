"""Homes: the territory of an act that no sentence about its convention names, from whatever else tells it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from loaders.acts.party_signatures import signing
from loaders.acts.party_tables import tabled
from loaders.document import Block, Passage, passages
from loaders.resolve import Gazetteer
from loaders.words.enumerating import listed
from loaders.words.naming import communes, epcis
from loaders.words.wording import lines, plain, tidy
from maillage.reference import Territory

_TERRITORY = re.compile(
    r"\W*(?:(?:sur |pour )?(?:le |du )?(?:territoires?|bassin(?: de vie)?|secteur|perimetre)\s*[:–-]?\s*"
    r"|(?:le )?(?:conseil|bureau) (?:communautaire|municipal|de communaute)\s+)"
    r"(?:(?:de la|de l'|du|des|de|d'|la|le|les|l')\s*)?"
)
_COMMUNES = re.compile(r"\bcommunes?\b[^:]{0,60}?(?::|\bde\b|d')\s*")
_FEWEST = 2
_LONGEST = 80

Where = tuple[Territory | None, str]


def homed(titles: Sequence[Block], blocks: Sequence[Block], gazetteer: Gazetteer, near: Territory | None) -> Where:
    """Return the territory of an act and its name as printed; nothing where the act does not tell it.

    It is the one that a line of the title page or the body that deliberates names, else that of the parties and of
    those who sign, else the EPCI of all the communes listed.
    """
    for found in (_titled(titles, gazetteer, near), _titled(blocks, gazetteer, near), _party(blocks, gazetteer, near)):
        for territory, printed in found:
            return territory, printed
    shared = _shared(blocks, gazetteer, near)
    return (shared, shared.name) if shared is not None else (None, "")


def _titled(blocks: Iterable[Block], gazetteer: Gazetteer, near: Territory | None) -> Iterator[Where]:
    """Give the territories that lines call so: ``Territoire X``, ``Conseil communautaire de X``."""
    for words in passages(blocks):
        for line in lines(words):
            found = _TERRITORY.match(plain(line.text)) if len(line.text) < _LONGEST else None
            name = line.text[found.end() :].strip(" .:;,–-") if found else ""
            if len(name) > 2 and (territory := gazetteer.epci(name, near) or gazetteer.commune(name, near)):
                yield territory, name


def _party(blocks: Sequence[Block], gazetteer: Gazetteer, near: Territory | None) -> Iterator[Where]:
    """Give the EPCI, then the communes, that are parties or sign."""
    names = [tidy(party.name.text) for party in (*tabled(blocks), *signing(blocks))]
    for finder in (epcis, communes):
        for name in names:
            for named in finder(name, gazetteer, near):
                yield named.territory, named.printed


def _shared(blocks: Sequence[Block], gazetteer: Gazetteer, near: Territory | None) -> Territory | None:
    """Return the EPCI in which all the communes of a list lie."""
    for words in passages(blocks):
        found = _COMMUNES.search(plain(words.text))
        codes = [epci for epci in _epcis(words.cut(found.end()), gazetteer, near) if epci] if found else []
        if len(codes) >= _FEWEST and len(set(codes)) == 1:
            return gazetteer.reference.epcis.get(codes[0])
    return None


def _epcis(words: Passage, gazetteer: Gazetteer, near: Territory | None) -> Iterator[str]:
    """Give the codes of the EPCI of the communes listed in ``words``."""
    for piece in listed(words):
        for name in re.split(r"\s+et\s+", piece.text):
            bare = re.sub(r"^(?:de\s+|d['’]\s?)", "", name.strip(" .;"))
            commune = gazetteer.commune(bare, near) if 1 < len(bare) < _LONGEST else None
            yield gazetteer.reference.epci_of(commune.code) if commune else ""
