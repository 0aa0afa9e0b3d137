"""Entries: one printed designation of an équipement or service becomes its name, type, address and commune."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise

from loaders.acts.section import Section
from loaders.acts.territory_codes import departement_of, specific
from loaders.document import Passage
from loaders.formats.making.continuation import unfinished
from loaders.readers.equipments.addresses import Address, begins_street, split
from loaders.readers.equipments.supporters import Supporter, own_supporter
from loaders.readers.equipments.types import known, leading, mended
from loaders.resolve import bare, fold
from loaders.vocabulary import groups
from loaders.words.wording import plain, tidy
from maillage.facts import Equipment

_WHOM = re.compile(r"(?:du|des?|d['’]une?) ")
"""How a list goes on about whom a body is made of, and no équipement is called: ``du maire de Rethel``."""

_BRACKETED = re.compile(r"\s*\(\s*(?:à\s+)?(?P<words>[^()\d]{2,40})\s*\)\s*$")
_TYPE_BEHIND = re.compile(r"\s*\(\s*(?P<words>[^()\d]{2,40}?)\s*,?\s*\)?\s*$")
_TYPE_WITHIN = re.compile(r"\s*\(\s*(?P<words>[^()\d]{2,40}?)\s*\)(?=\s*[,–-])")
_TYPE_LAST = re.compile(r"\s*(?:,|\s[–-])\s+(?P<words>(?:(?!\s[–-]\s)[^,()\d]){2,40})$")
_SET_APART = re.compile(r"\s+[-\u2010-\u2014]+\s+(?=\w)|\s*[-\u2010-\u2014]+\s+(?=\w)|\s*:\s+(?=\w)")
_RUN_BY = re.compile(
    r"\s?\(\s?(?P<sign>(?:en\s)?(?:gestionnaire|gestion|gérée?s?|portée?s?|régie|DSP|dsp|délégation)\b(?:\spar\b)?\s?:?\s?)?"
    r"(?P<who>[^()\d]{0,80})\)"
    r"(?:\s?\.?$|(?=\s*[,–-]))"
)
_RUN_BY_SAID = re.compile(
    r"(?:\s*[,;–-])?\s(?P<sign>gestionnaire\s?:|gestion\s?:|(?:gestion assurée|gérée?s?|portée?s?) par\b"
    r"|(?<=[,;–-]\s)(?:en\s)?(?:gestion|régie|dsp|délégation)\b\s?:?)\s?"
    r"(?P<who>[^,;()\d]{0,80}?)(?=$|[,;(]|\s[–-]\s)",
    re.IGNORECASE,
)
_RUN_BY_LAST = re.compile(
    r"\s[–-]\s(?P<sign>)(?P<who>(?:[Cc]ommun|[Vv]ille|CCAS|CIAS|SIV|[Ss]yndicat)[^,;:()\d–]{2,80})$"
)
_MANAGERS = frozenset(("association", "epci", "commune", "departement", "operateur"))
_SPACE = re.compile(r" ")
_QUOTED = re.compile(
    r"\s*(?:(?:(?:(?:inter)?communa|municipa)(?:le?|ux)|associati(?:f|ve))s?\s)?\s*[«“\"]\s*(?=\w[^»”\"]{1,80}[»”\"]$)"
)
_BEHIND = re.compile(r"\s*(?:,|\s[–-])\s+(?=[^\W\d_a-zà-öø-ÿ])(?P<words>(?:(?!\s[–-]\s)[^,()]){2,40})$")
_AT = re.compile(r"\s+(?:à|a|au|aux)\s+(?=[^\W\d_a-zà-öø-ÿ])(?P<words>[^,()]{2,40})$")
_ARTICLE = re.compile(r"^(?:(?:la|le|les|une?)\s+|l['’])(?=\S)")
_OF = re.compile(
    r"^\s*(?:intercommunale?s?|municipale?s?|communale?s?)?\s*(?:de la (?:ville|commune) )?(?:de |d['’]|du )?\s*(?=\S)"
)


def entry(section: Section, words: Passage, supporter: Supporter, kind: str, rule: str) -> Equipment | None:
    """Return the équipement that ``words`` designate; ``kind`` is the type above them. None where they name nothing.

    One in nobody's list is supported by the collectivité that its words say to run it.
    """
    text, manager = _apart_from_manager(section, tidy(_printed(words)))
    address, apart = _typed_apart(_located(section, split(text)), kind)
    if (
        _WHOM.match(address.name)
        or fold(address.name) in _nothing()
        or (not any(map(str.isalpha, address.name)) and (address.name or not kind))
    ):
        return None
    if manager is not None and supporter in (Supporter(""), own_supporter(section)):
        supporter = manager
    return _fact(section, words, supporter, kind or apart or mended(leading(address.name)), address, rule)


@cache
def _nothing() -> frozenset[str]:
    """Return the words, folded, by which a list says that there is nothing to name."""
    return frozenset(fold(word) for word in groups("equipments", "nothing")["words"])


def _printed(words: Passage) -> str:
    """Return a designation with a comma before a street that stands on a line of its own."""
    text = words.pieces[0].text if words.pieces else ""
    for before, piece in pairwise(words.pieces):
        street = begins_street(piece.text) or (begins_street(piece.text.capitalize()) and split(piece.text).postcode)
        apart = street and not unfinished(before.text)
        text = f"{text.rstrip()}, {piece.text}" if apart else text + piece.text
    return text


def _apart_from_manager(section: Section, text: str) -> tuple[str, Supporter | None]:
    """Part a designation from who runs the équipement, in brackets: ``(gestion : X)``, ``(Ville de Mens)``.

    Who runs it is returned where it is a collectivité with a name of its own.
    """
    signs = (*_RUN_BY.finditer(text), *_RUN_BY_SAID.finditer(text), *_RUN_BY_LAST.finditer(text))
    found = next((one for one in signs if one["sign"] or _run_by(section, one["who"])), None)
    if found is None:
        return text, None
    named = specific(section, found["who"])
    who = Supporter(bare(found["who"].strip()), named.code) if named is not None else None
    return f"{text[: found.start()]}{text[found.end() :]}", who


def _run_by(section: Section, who: str) -> bool:
    """Tell whether who is named in brackets can run an équipement; a commune's bare name is a place."""
    actor = section.gazetteer.actor(who, section.territory, section.abbreviations)
    placed = actor.kind == "commune" and plain(who).split(" ")[0] not in ("commune", "ville")
    return actor.kind in _MANAGERS and not placed


def _located(section: Section, address: Address) -> Address:
    """Settle the commune of ``address``: printed after the street, in brackets, after "à", or behind the type."""
    for sign in (_BRACKETED, _AT, _BEHIND):
        found = sign.search(address.name)
        if (
            sign is _BRACKETED
            and found is not None
            and address.commune
            and fold(found["words"]) == fold(address.commune)
        ):
            return replace(
                address, name=tidy(address.name[: found.start()])
            )  # ``Crèche X (Mens), 3 rue Y, 38710 Mens``
        if not address.commune and found is not None and is_here(section, found["words"]):
            return replace(address, name=tidy(address.name[: found.start()]), commune=found["words"].strip())
    if address.commune or address.street:
        return address
    place = _OF.sub("", address.name.partition(leading(address.name))[2], count=1) if leading(address.name) else ""
    return replace(address, commune=place) if is_here(section, place) else address


def _typed_apart(address: Address, kind: str) -> tuple[Address, str]:
    """Take the type off a name that it is set apart from: ``Les Mousses (ALSH, 48 places)``, ``ALSH - Les Mousses``.

    Another type than the ``kind`` above the name is part of the name.
    """
    before = leading(address.name)
    end = _end_of_type(address.name, before, typed=bool(kind)) if before and kind in ("", mended(before)) else 0
    if end:
        return replace(address, name=tidy(address.name[end:].strip(' »”"'))), mended(before)
    found = _TYPE_BEHIND.search(address.name) or _TYPE_WITHIN.search(address.name)
    found = found or (None if before else _TYPE_LAST.search(address.name))
    if found is None or not found.start() or not known(found["words"]):
        return address, ""
    name = address.name[: found.start()] + address.name[found.end() :]
    return replace(address, name=tidy(name)), mended(found["words"])


def _end_of_type(name: str, before: str, *, typed: bool) -> int:
    """Return where a name begins that its type ``before`` it is set apart from, 0 where it is part of the name.

    Where no type stands above (``typed``) a quotation sets it apart too, behind an acronym or in a sentence: ``EAJE
    « Les Lutins »``, ``la crèche « Les Lutins »``. With a capital it is part of the name: ``Crèche « Les Lutins »``.
    """
    start = plain(name).index(plain(before)) + len(before)
    sign = _SET_APART.match(name, start)
    if sign is None and before.isupper() and leading(name[start + 1 :]):
        sign = _SPACE.match(name, start)  # ``RPE Relais petite enfance des Coteaux``
    if sign is None and not typed and (before.isupper() or name[:1].islower()):
        sign = _QUOTED.match(name, start)
    return sign.end() if sign is not None else 0


def is_here(section: Section, name: str) -> bool:
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
