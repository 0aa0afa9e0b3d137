"""Territories as a table's header or a sentence names them, and how the act itself prints its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from loaders.document import Block, Table, passages
from loaders.readers.section import Section
from loaders.resolve import Gazetteer, fold, territory_slug
from loaders.vocabulary import groups
from maillage.reference import Territory

_SIGN = re.compile(
    r"\b(?:villes?|communes?|communaut[ée](?: de communes| d['’]agglom[ée]ration| urbaine)?|m[ée]tropole"
    r"|agglom[ée]ration|cc|ca|cu|epci)\b"
    r"(?:\s+(?:de\s+la|de\s+l['’]|du|des|de|d['’])|\s+d['’])?\s*[\"«“]?\s*",
    re.IGNORECASE,
)
_CAPITALISED = r"[^\W\d_a-zà-öø-ÿ][\w’'.-]*"
_LINKED = r"(?:(?:de|du|des|d['’]|la|le|les|l['’]|l[èe]s|et|&|sur|sous|en|aux?)\s*)*"
_NAME = re.compile(rf"{_CAPITALISED}(?:[ -]+{_LINKED}{_CAPITALISED})*")
_LINK = re.compile(r"\s(?:de la |de l['’]|du |des |de |d['’]|et )")
_LEAD = re.compile(
    r"\s*(?:des? [\w' ]{3,40}?)?\s*(?:sur|à|pour|dans|en|au niveau de|au sein de|chez)\s+"
    r"(?:l['’]ensemble (?:du |de la |de l['’]|des )|la |le |l['’])?",
    re.IGNORECASE,
)
_LONGEST_NAME = 90


@dataclass(frozen=True, slots=True)
class Named:
    """A territory as printed, and its official code (empty where the reference data knows none)."""

    printed: str
    code: str = ""
    territory: Territory | None = None


def named(section: Section, printed: str) -> Named | None:
    """Return the territory that ``printed`` names, with an act's own abbreviations; None where it names none.

    A bare "Territoire" or "EPCI" is the act's own, a bare "Département" the one it lies in.
    """
    printed = " ".join(printed.split()).strip(' =*:_.,;"«»“”()')
    folded = fold(printed)
    if not folded:
        return None
    generic = _generic(section, folded)
    if generic is not None:
        return Named(printed, generic.code, generic)
    if folded in _folded("elsewhere"):
        return Named(printed)
    if len(printed) > _LONGEST_NAME:
        return None
    found = _resolved(section.gazetteer, _expanded(section, printed), section.territory)
    return Named(printed, "" if found.kind == "region" else found.code, found) if found else None


def specific(section: Section, printed: str) -> Named | None:
    """Return the territory that ``printed`` names by its own name, None where it names none or says "Commune" alone."""
    found = named(section, printed)
    if found is None or found.territory is None or _generic(section, fold(found.printed)) is not None:
        return None
    return found


def home(section: Section) -> str:
    """Return the name of the act's own territory as the act prints it most often; its official name where it does not.

    Empty where the act has no territory of its own.
    """
    if section.territory is None:
        return ""
    counts = Counter(_mentions(section)) or Counter(_abbreviated(section, section.territory))
    return counts.most_common(1)[0][0] if counts else section.territory.name


def name_above(section: Section, blocks: Sequence[Block]) -> str:
    """Return the name of the act's own territory that stands nearest to the end of ``blocks``.

    It stands there where a block is nothing else, or a table has a column of it; else it is the act's usual one.
    """
    return next((name for block in reversed(blocks) if (name := _standing(section, block))), "") or home(section)


def _standing(section: Section, block: Block) -> str:
    """Return the name of the act's own territory where ``block`` is nothing else, or is a table with a column of it."""
    if isinstance(block, Table):
        texts = [cell.text for cell in block.rows[0].cells] if block.rows else []
    else:
        texts = [block.words.text] if len(block.words.text) <= _LONGEST_NAME else []
    for text in texts:
        found = specific(section, text)
        if found is not None and section.territory is not None and found.code == section.territory.code:
            return found.printed
    return ""


def own(section: Section) -> Named:
    """Return the act's own territory under the name that the act gives it."""
    code = section.territory.code if section.territory is not None else ""
    return Named(home(section), code, section.territory)


def convention_of(section: Section, territory: Territory | None) -> str:
    """Return the convention that a fact about ``territory`` belongs to.

    It is the act's; where the act is about several, the newest of them that bears the territory's name.
    """
    if section.convention or territory is None:
        return section.convention
    start = territory_slug(territory, territory.name)
    named_so = [key for key in section.mentions if key == start or re.fullmatch(rf"{re.escape(start)}-\d{{4}}", key)]
    return max(named_so, default="")


def place_after(section: Section, text: str) -> Named | None:
    """Return the territory that ``text`` begins with: "sur la CCPO ...", "pour l'ensemble du Département ..."."""
    lead = _LEAD.match(text)
    return _first_named(section, text[lead.end() :]) if lead is not None else None


def place_before(section: Section, text: str) -> Named | None:
    """Return the territory that ``text`` names last, of one kind or another; None where it names none."""
    return max(enumerate(mentioned(section, text)), default=(0, None), key=lambda pair: pair[0])[1]


def mentioned(section: Section, text: str) -> Iterator[Named]:
    """Give every territory that ``text`` names by a capitalised name, with or without its kind."""
    for found in _NAME.finditer(text):
        starts = (0, *(link.end() for link in _LINK.finditer(found[0])))
        resolved = (named(section, found[0][start:]) for start in starts)
        known = next((one for one in resolved if one is not None and one.territory is not None), None)
        if known is not None:
            yield known


def _first_named(section: Section, text: str) -> Named | None:
    """Return the territory named by the first words of ``text``, as many as make a name."""
    found = _NAME.match(text)
    if found is not None:
        return named(section, found[0])
    word = re.match(r"[^\W\d_]+", text)
    return named(section, word[0]) if word is not None and _generic(section, fold(word[0])) else None


def departement_of(section: Section) -> Territory | None:
    """Return the département of the act's territory (the main one of an EPCI)."""
    territory = section.territory
    if territory is None or territory.kind == "departement":
        return territory
    return section.gazetteer.reference.departements.get(territory.parent)


def mentions(section: Section, text: str) -> Iterator[Named]:
    """Give the territories that ``text`` names with their kind: "la Ville de X", "la CC du Y"."""
    for sign in _SIGN.finditer(text):
        found = _NAME.match(text, sign.end())
        if found is None:
            continue
        printed = " ".join(text[sign.start() : found.end()].split())[:_LONGEST_NAME]
        resolved = named(section, printed)
        if resolved is not None and resolved.territory is not None:
            yield resolved


def _mentions(section: Section) -> Iterator[str]:
    """Give each printed name of the act's territory: the blocks that are nothing else, then those within sentences."""
    for block in section.blocks:
        if isinstance(block, Table):
            continue
        for words in passages(block):
            for found in mentions(section, words.text):
                if section.territory is not None and found.code == section.territory.code:
                    yield found.printed


def _abbreviated(section: Section, territory: Territory) -> Iterator[str]:
    """Give each abbreviation of the act that means ``territory``, as often as it stands in a block."""
    for short, full in section.abbreviations.items():
        found = section.gazetteer.territory(full, territory)
        if found is not None and found.code == territory.code:
            sign = re.compile(rf"\b{re.escape(short)}\b")
            yield from (short for words in passages(section.blocks) if sign.search(words.text))


def _generic(section: Section, folded: str) -> Territory | None:
    """Return the territory that a bare word such as "Territoire" or "Département" stands for in this act."""
    if folded in _folded("home"):
        return section.territory
    return departement_of(section) if folded in _folded("departement") else None


def _expanded(section: Section, printed: str) -> str:
    """Write an abbreviation that the act defines in full."""
    return section.abbreviations.get(printed, printed)


@lru_cache(maxsize=4096)
def _resolved(gazetteer: Gazetteer, printed: str, near: Territory | None) -> Territory | None:
    """Return what the gazetteer finds; the same names stand in an act over and over."""
    return gazetteer.territory(printed, near)


@cache
def _folded(key: str) -> frozenset[str]:
    """Return the words of a group of the vocabulary, folded."""
    return frozenset(fold(word) for word in groups("statistics", "places")[key])
