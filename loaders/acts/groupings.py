"""Groupings: a territory that no register has, a PETR, a syndicat, or several communes that sign together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from loaders.document import passage
from loaders.resolve import Gazetteer
from loaders.vocabulary import words
from loaders.words.enumerating import listed
from loaders.words.naming import communes
from loaders.words.proper_names import name_ends
from loaders.words.wording import alternatives, plain
from maillage.reference import Territory

_BODY = re.compile(
    rf"\b{alternatives(words('agreements', 'collectives'))}\s+(?:(?:(?:de|du|des|la|le|les)\b|[dl]')\s*)*"
)
_COMMUNES = re.compile(r"\b(?:communes|villes)\b(?: (?:membres|signataires|suivantes))?\s*(?::|\b(?:de|du)\b|d')\s*")
_LIST_END = re.compile(
    r"[.;:(]|,\s*(?:represente|ci-apres|dument|pour|sur|a ete|ont|sont)|\s(?:pour|sur|a|ont|sont|represente\w*)\s"
)
_FEWEST = 2
_MOST = 6
_LONGEST = 60

Where = tuple[Territory | None, str]


def collective(texts: Iterable[str]) -> str:
    """Return the first PETR, syndicat or the like that ``texts`` name, as printed; empty for none."""
    for text in texts:
        for found in _BODY.finditer(plain(text)):
            if ends := name_ends(text, found.end()):
                return " ".join(text[found.start() : ends[0]].split())
    return ""


def grouped(texts: Iterable[str], gazetteer: Gazetteer, near: Territory | None, covered: bool = False) -> Where:
    """Return the territory of the several communes that ``texts`` name; nothing where they name less than two.

    It is the EPCI of all of them where they are most of it, or where they are only said to be ``covered``; else it goes
    by their names.
    """
    named = dict(towns(texts, gazetteer, near))
    if len(named) < _FEWEST:
        return None, ""
    reference = gazetteer.reference
    sirens = {reference.epci_of(code) for code in named}
    epci = reference.epcis.get(*sirens) if len(sirens) == 1 else None
    if epci is not None and (covered or len(named) * 2 >= len(reference.members(epci.code, reference.vintages[-1]))):
        return epci, epci.name
    *first, last = named.values()
    return (None, f"{', '.join(first)} et {last}") if len(named) <= _MOST else (None, "")


def towns(texts: Iterable[str], gazetteer: Gazetteer, near: Territory | None) -> Iterator[tuple[str, str]]:
    """Give the code and the name of each commune that ``texts`` name as one, or list as several."""
    for text in texts:
        for one in communes(text, gazetteer, near):
            yield one.territory.code, one.territory.name
        for found in _COMMUNES.finditer(plain(text)):
            end = _LIST_END.search(plain(text), found.end())
            yield from _listed(text[found.end() : end.start() if end else len(text)], gazetteer, near)


def _listed(text: str, gazetteer: Gazetteer, near: Territory | None) -> Iterator[tuple[str, str]]:
    """Give the communes of an enumeration, up to what is none."""
    for piece in listed(passage(text, 1)):
        for name in re.split(r"\s+et\s+", piece.text):
            bare = re.sub(r"^(?:de\s+|d['’]\s?)", "", name.strip(" .;,"))
            commune = gazetteer.commune(bare, near) if 1 < len(bare) < _LONGEST else None
            if commune is None:
                return
            near = near or gazetteer.reference.epcis.get(gazetteer.reference.epci_of(commune.code))
            yield commune.code, commune.name
