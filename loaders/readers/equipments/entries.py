"""Entries: one printed designation of an équipement or service becomes its name, type, address and commune."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from loaders.acts.section import Section
from loaders.acts.territories import home
from loaders.acts.territory_codes import departement_of
from loaders.document import Passage
from loaders.formats.continuation import unfinished
from loaders.readers.equipments.addresses import Address, begins_street, split
from loaders.readers.equipments.types import known, leading, mended
from loaders.words.wording import plain, tidy
from maillage.facts import Equipment

_BRACKETED = re.compile(r"\s*\(\s*(?P<words>[^()\d]{2,40})\s*\)\s*$")
_TYPE_BEHIND = re.compile(r"\s*\(\s*(?P<words>[^()\d]{2,40}?)\s*,?\s*\)?\s*$")
_TYPE_WITHIN = re.compile(r"\s*\(\s*(?P<words>[^()\d]{2,40}?)\s*\)(?=\s*[,–-])")
_SET_APART = re.compile(r"\s+[-\u2010-\u2014]+\s+(?=\w)|\s*[-\u2010-\u2014]+\s+(?=\w)|\s*:\s+(?=\w)")
_RUN_BY = re.compile(
    r"\s?\(\s?(?P<sign>(?:gestionnaire|gestion|gérée?s?|portée?s?)(?:\spar\b)?\s?:?\s?)?(?P<who>[^()\d]{2,80})\)\s?\.?$"
)
_MANAGERS = frozenset(("association", "epci", "commune", "departement", "operateur"))
_SPACE = re.compile(r" ")
_AT = re.compile(r"\s+(?:à|a|au|aux)\s+(?=[^\W\d_a-zà-öø-ÿ])(?P<words>[^,()]{2,40})$")
_ARTICLE = re.compile(r"^(?:(?:la|le|les|une?)\s+|l['’])(?=\S)")
_OF = re.compile(
    r"^\s*(?:intercommunale?s?|municipale?s?|communale?s?)?\s*(?:de la (?:ville|commune) )?(?:de |d['’]|du )?\s*(?=\S)"
)


@dataclass(frozen=True, slots=True)
class Supporter:
    """The collectivité in whose list an entry stands: as printed, and its code."""

    printed: str
    code: str = ""


def own_supporter(section: Section) -> Supporter:
    """Return the act's own territory as the one that supports."""
    code = section.territory.code if section.territory is not None else ""
    return Supporter(home(section), code)


def entry(section: Section, words: Passage, supporter: Supporter, kind: str, rule: str) -> Equipment | None:
    """Return the équipement that ``words`` designate; ``kind`` is the type above them. None where they name nothing."""
    address, apart = _typed_apart(_located(section, split(_without_manager(section, tidy(_printed(words))))), kind)
    if not address.name and not kind:
        return None
    return _fact(section, words, supporter, kind or apart or mended(leading(address.name)), address, rule)


def _printed(words: Passage) -> str:
    """Return a designation with a comma before a street that stands on a line of its own."""
    text = words.pieces[0].text if words.pieces else ""
    for before, piece in pairwise(words.pieces):
        apart = begins_street(piece.text) and not unfinished(before.text)
        text = f"{text.rstrip()}, {piece.text}" if apart else text + piece.text
    return text


def _without_manager(section: Section, text: str) -> str:
    """Return a designation without who runs the équipement, in brackets at its end."""
    found = _RUN_BY.search(text)
    if found is None or (found["sign"] is None and _run_by(section, found["who"]) not in _MANAGERS):
        return text
    return text[: found.start()]


def _run_by(section: Section, who: str) -> str:
    """Return the kind of who is named in brackets; a commune's bare name is a place."""
    actor = section.gazetteer.actor(who, section.territory, section.abbreviations)
    return "" if actor.kind == "commune" and plain(who).split(" ")[0] not in ("commune", "ville") else actor.kind


def _located(section: Section, address: Address) -> Address:
    """Settle the commune of ``address``: printed after the street, in brackets, after "à", or behind the type."""
    for sign in (_BRACKETED, _AT):
        found = sign.search(address.name)
        if not address.commune and found is not None and _is_here(section, found["words"]):
            return replace(address, name=tidy(address.name[: found.start()]), commune=found["words"].strip())
    if address.commune or address.street:
        return address
    place = _OF.sub("", address.name.partition(leading(address.name))[2], count=1) if leading(address.name) else ""
    return replace(address, commune=place) if _is_here(section, place) else address


def _typed_apart(address: Address, kind: str) -> tuple[Address, str]:
    """Take the type off a name that it is set apart from: ``Les Mousses (ALSH, 48 places)``, ``ALSH - Les Mousses``.

    Another type than the ``kind`` above the name is part of the name.
    """
    before = leading(address.name)
    sign = _SET_APART.match(address.name, len(before)) if before else None
    if sign is None and before.isupper() and leading(address.name[len(before) + 1 :]):
        sign = _SPACE.match(address.name, len(before))  # ``RPE Relais petite enfance des Coteaux``
    if sign is not None and kind in ("", mended(before)):
        return replace(address, name=tidy(address.name[sign.end() :])), mended(before)
    found = _TYPE_BEHIND.search(address.name) or _TYPE_WITHIN.search(address.name)
    if found is None or not found.start() or not known(found["words"]):
        return address, ""
    name = address.name[: found.start()] + address.name[found.end() :]
    return replace(address, name=tidy(name)), mended(found["words"])


def _is_here(section: Section, name: str) -> bool:
    """Tell whether ``name`` is a commune of the act's département: elsewhere a word of a name is no place."""
    found = section.gazetteer.commune(name, section.territory) if name else None
    departement = departement_of(section)
    return found is not None and departement is not None and found.parent == departement.code


def commune_code(section: Section, name: str) -> str:
    """Return the code of the commune ``name``, near the act's territory; empty where there is none."""
    found = section.gazetteer.commune(name, section.territory) if name else None
    return found.code if found is not None else ""


def _fact(section: Section, words: Passage, supporter: Supporter, kind: str, address: Address, rule: str) -> Equipment:
    """Return the fact of an entry; one that has no name of its own goes by its type."""
    return Equipment(
        place=section.place(words),
        act=section.act,
        rule=rule,
        tier="normalised",
        convention=section.convention,
        supporter=supporter.printed,
        supporter_code=supporter.code,
        type=kind,
        name=_ARTICLE.sub("", tidy(address.name)) or kind,
        address=address.street,
        postcode=address.postcode,
        commune=address.commune,
        commune_code=commune_code(section, address.commune),
        capacity=address.capacity,
    )
