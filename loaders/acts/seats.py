"""Seats: the EPCI of a council whose act does not name it, by the commune in which it meets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from loaders.document import Passage
from loaders.resolve import Gazetteer
from loaders.words.departements import code_of
from loaders.words.proper_names import name_ends
from loaders.words.wording import plain
from maillage.reference import Territory

_MET = re.compile(r"\breunie?s?\b|\bseance\b|\ben la salle\b")
_UP_TO = re.compile(r"\bsous la presidence|\bpreside|\bconvo(?:que|cation)|[;:]")
_AT = re.compile(r"(?:\b(?:à|À|A|a|au|aux|de|du)\s+|\bd['’]\s?|\b\d{5}\s+)(?=[A-ZÀ-Ý])")
_POSTCODE = re.compile(r"\d{5}")
_REACH = 250
_SHORTEST = 3
_NO_NAME = frozenset(("ville", "mairie", "hotel", "communaute", "monsieur", "madame"))


def seat(head: Iterable[Passage], gazetteer: Gazetteer, near: Territory | None) -> tuple[Territory | None, Passage]:
    """Return the EPCI in one of whose communes the session that ``head`` tells of was held, and the words that say so.

    ``near`` decides between communes of one name; the postcode beside it does where nothing else can.
    """
    for words in head:
        for found in _MET.finditer(plain(words.text)):
            said = words.cut(found.end(), found.end() + _REACH)
            end = _UP_TO.search(plain(said.text))
            for place, area in _places(said.cut(0, end.start() if end else None), gazetteer):
                commune = gazetteer.commune(place.text, near or area)
                siren = gazetteer.reference.epci_of(commune.code) if commune is not None else ""
                if (epci := gazetteer.reference.epcis.get(siren)) is not None:
                    return epci, place
    return None, Passage(())


def _places(said: Passage, gazetteer: Gazetteer) -> Iterator[tuple[Passage, Territory | None]]:
    """Give what can be a commune's name in ``said``, the longest first, with the département of its postcode."""
    for found in _AT.finditer(said.text):
        code = _POSTCODE.match(found[0])
        number = code_of(code[0]) if code else ""
        for end in name_ends(said.text, found.end()):
            place = said.cut(found.end(), end)
            if len(place.text) >= _SHORTEST and plain(place.text) not in _NO_NAME:
                yield place, gazetteer.reference.departements.get(number)
