"""Territories as an act prints them: those that its sentences name, and that nearest to a figure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.acts.section import Section
from loaders.acts.territory_codes import Named, is_generic, named
from loaders.words.epci_names import suffixed
from loaders.words.lands import end_of_name
from loaders.words.own_names import name_at

_SIGN = re.compile(
    r"\b(?:villes?|communes?|communaut[ée](?: de communes| d['’]agglom[ée]ration| urbaine)?|m[ée]tropole"
    r"|agglom[ée]ration|cc|ca|cu|epci)\b"
    r"(?:\s+(?:de\s+la\b|de\s+l['’]|du\b|des\b|de\b|d['’]))?\s*[\"«“]?\s*",
    re.IGNORECASE,
)
_CAPITALISED = r"[^\W\d_a-zà-öø-ÿ][\w’'.-]*"
_LINKED = r"(?:(?:de|du|des|d['’]|la|le|les|l['’]|l[èe]s|et|&|sur|sous|en|aux?)\s*){0,4}"
_NAME = re.compile(rf"{_CAPITALISED}(?:[ -]{{1,3}}{_LINKED}{_CAPITALISED}){{0,12}}")
_LINK = re.compile(r"\s(?:de la |de l['’]|du |des |de |d['’]|et )")
_LEAD = re.compile(
    r"\s*(?:des? [\w' ]{3,40}?)?\s*(?:(?:au niveau|au sein|à l['’]échelle) d[eu]s?|sur|à|pour|dans|en|chez)\s+"
    r"(?:l['’]ensemble (?:du |de la |de l['’]|des )|la |les? |l['’])?",
    re.IGNORECASE,
)
_LEVEL = re.compile(
    r"\s*(?:au |à l['’]|en |pour la )(?P<level>(?:niveau|plan|échelle|moyenne) \w{4,12}ale?)\b", re.IGNORECASE
)
_OF_LEVEL = re.compile(
    r"\b(?:(?P<level>(?:niveau|plan|échelle|moyenne) \w{4,12}ale?)\b"
    r"|(?:celui|celle|ceux|celles|moyenne) (?:du |de la |de l['’]|des |de )(?P<name>[^\W\d][^()\d,;:]{2,40}?)"
    r"(?=\s?[(,;]|(?:\s(?:est )?(?:de|à))?\s?$))",
    re.IGNORECASE,
)
_ARTICLES = frozenset(("Le", "La", "Les", "Un", "Une", "Des", "En", "Au", "Aux"))
"""Words that begin a sentence, and are no name: « Les 1 415 enfants »."""

LONGEST_NAME = 90
"""Characters that the name of a territory has at the most."""


def place_after(section: Section, text: str) -> Named | None:
    """Return the territory that ``text`` begins with: "sur la CCPO", "au niveau national", "pour le Département"."""
    level = _LEVEL.match(text)
    if level is not None:
        return named(section, level["level"])
    lead = _LEAD.match(text)
    return _first_named(section, text[lead.end() :]) if lead is not None else None


def level_in(section: Section, text: str) -> Named | None:
    """Return the territory whose level ``text`` names last: ``la moyenne départementale``, ``celui du département``."""
    found = next(reversed(list(_OF_LEVEL.finditer(text))), None)
    return named(section, found["level"] or found["name"]) if found is not None else None


def place_before(section: Section, text: str) -> Named | None:
    """Return the territory that ``text`` names last, of one kind or another; None where it names none."""
    return max(enumerate(mentioned(section, text)), default=(0, None), key=lambda pair: pair[0])[1]


def mentioned(section: Section, text: str) -> Iterator[Named]:
    """Give every territory that ``text`` names by a capitalised name, with or without its kind."""
    for found in _NAME.finditer(text):
        if found[0] in _ARTICLES:
            continue
        starts = (0, *(link.end() for link in _LINK.finditer(found[0])))
        whole = text[found.start() : end_of_territory(section, text, *found.span())]
        resolved = (named(section, whole[start:]) for start in starts)
        known = next((one for one in resolved if one is not None and one.territory is not None), None)
        if known is not None:
            yield known


def _first_named(section: Section, text: str) -> Named | None:
    """Return the territory named by the first words of ``text``, as many as make a name."""
    found = _NAME.match(text)
    if found is not None:
        return named(section, text[: end_of_territory(section, text, *found.span())])
    word = re.match(r"[^\W\d_]+", text)
    return named(section, word[0]) if word is not None and is_generic(section, word[0]) else None


def mentions(section: Section, text: str) -> Iterator[Named]:
    """Give the territories that ``text`` names with their kind: "la Ville de X", "la CC du Y", "Z Communauté"."""
    ends = {one.end: one for one in suffixed(text, section.gazetteer, section.territory)}
    for sign in _SIGN.finditer(text):
        last = ends.get(sign.start() + len(sign[0].rstrip(' "«“')))
        found = _NAME.match(text, sign.end()) if last is None else None
        if last is not None:
            yield Named(last.printed, last.territory.code, last.territory)
        elif found is not None:
            resolved = _between(section, text, sign.start(), end_of_territory(section, text, *found.span()))
            if resolved is not None and resolved.territory is not None:
                yield resolved


def end_of_territory(section: Section, text: str, start: int, end: int) -> int:
    """Return where the name ends whose capitalised words stand from ``start`` to ``end`` of ``text``.

    It goes on with its adjective, or as the name of an EPCI near the act does: ``Coutances mer et bocage``.
    """
    whole = name_at(text, start, section.gazetteer.epcis_around(section.territory))
    return max(end_of_name(text, end), whole[1] if whole is not None else end)


def _between(section: Section, text: str, start: int, end: int) -> Named | None:
    """Return the territory that ``text`` names from ``start`` to ``end``."""
    return named(section, " ".join(text[start:end].split())[:LONGEST_NAME])
