"""Headings of lists of équipements: that a list opens, and whose it is."""

from __future__ import annotations

import re
from functools import cache

from loaders.acts.section import Section
from loaders.acts.territory_codes import specific
from loaders.readers.equipments.bare_titles import is_sentence, names_things
from loaders.readers.equipments.labels import supporter
from loaders.readers.equipments.supporters import Supporter
from loaders.seeking import Sought
from loaders.vocabulary import groups
from loaders.words.wording import alternatives, plain, tidy

_INLINE = Sought(r"[^:]{5,120}(?: : [^:]{5,120})?\bpar [^:]{3,90}:\s*(?=\S)")
OPENING = (
    r"(?:(?:annexe|article|titre|chapitre|partie|section)s?(?: (?:[\divx]+|[a-h]|premier|1er))?\s*[:.–-]*\s*)?"
    r"(?:\d[\d.]*\s*[-.)·]?\s*|[ivx]{1,5}\s*[-.)·]\s*)?"
)
"""What stands before a heading's words: its part of the act and its number."""

_FOLLOWING = re.compile(r"\s+(?:est|sont)\s+(?:l[ea]s?\s+)?suivante?s?\s*:?$")
_OWNED = re.compile(
    r"\s(?:de la |de l['’]|du |de |d['’])(?P<owner>(?:[Vv]ille|[Cc]ommun|[Mm]étropole|[Aa]gglo).+?),?\s*$"
)
_OF_NAME = re.compile(r"\s(?:de la |de l['’]|du |de |d['’])(?P<owner>[^\W\d_a-zà-öø-ÿ].{1,60}?),?\s*$")
_NO_OWNERS = frozenset(("caf", "msa", "etat", "cpam"))
_MANAGED = re.compile(
    r"\s*\((?:gestion|gestionnaires?|portage|soutien)\s?:?\s(?:par )?(?:la |le |l['’])?(?P<who>[^()]{3,80})\)\s*:?$"
)
_WHEN = (
    r"(?:,?\s+(?:(?:a compter|a partir|depuis|au (?:1er|\d)|en (?:19|20)\d\d|pour (?:la periode|les annees|l'annee"
    r"|l'exercice)|sur la periode|pendant la|au titre|dans (?:le|ce) cadre|a ce titre)\b|et (?:le |la |les |leurs? )"
    r"(?:bonus|financements?|aides?|montants?|subventions?)\b"
    r"|(?:et|ou)\s+(?:qui\b|\w{3,}(?:ant|[eiu]s|its|erts|ees)\s+(?:a|au|aux|dans|par|en|pour)\b)).{0,90}?)?"
)
"""What may stand behind a heading of a list: since when it holds, that its money stands there too, what else they are.
"""


def opened(section: Section, text: str) -> Supporter | None:
    """Return the supporter of the list that a heading opens, with an empty name where it names none.

    None for what is no heading of a list. What stands behind the heading's colon is the list itself.
    """
    managed = _MANAGED.search(text)
    if managed is not None and opened(section, text[: managed.start()]) is not None:
        return supporter(section, managed["who"])
    words = _FOLLOWING.sub(" :", tidy(text[: inline_start(text) or len(text)]))
    said = plain(words)
    if is_sentence(words):
        return None
    found = _heading().match(said) or _relative().match(said)
    if found is None:
        return None
    before = words[: found.start("supported")]
    if found["supporter"] is None:
        return _owner(section, before)
    if re.match(alternatives(groups("equipments", "headings")["each"]), found["supporter"]):
        return Supporter("")
    named_so = words[slice(*found.span("supporter"))]
    if section.gazetteer.actor(named_so, section.territory, section.abbreviations).kind in _NO_OWNERS:
        return _owner(section, before)
    return supporter(section, named_so)


def owner_of_class(section: Section, text: str) -> Supporter | None:
    """Return the supporter of the équipements whose class ``text`` names, as a heading or a sentence's beginning does.

    The name is empty where it names none, as of those that a convention takes in (``Les services inscrits dans la
    Ctg``); None where ``text`` names no such class.
    """
    supported = opened(section, text)
    entered = names_things(text) and _entered().match(plain(text)) is not None
    return Supporter("") if supported is None and entered else supported


def _owner(section: Section, before: str) -> Supporter:
    """Return the collectivité whose équipements are supported, by what stands before the word that says so."""
    owner = _OWNED.search(before)
    if owner is not None:
        return supporter(section, owner["owner"])
    bare_name = _OF_NAME.search(before)
    known = bare_name is not None and specific(section, bare_name["owner"]) is not None
    return supporter(section, bare_name["owner"]) if bare_name is not None and known else Supporter("")


def closes(text: str) -> bool:
    """Whether a block shows that the lists are at their end: ``Fait à ...``, the signatures."""
    return bool(_closers().match(plain(text)))


def inline_start(text: str) -> int:
    """Return where the list itself begins within its heading, behind the colon after the supporter; 0 for nowhere."""
    found = _INLINE.match(plain(text))
    within = found is not None and text.count("(", 0, found.end()) > text.count(")", 0, found.end())
    return found.end() if found is not None and not within else 0


@cache
def _heading() -> re.Pattern[str]:
    """Return the pattern of a list's heading, from its first word."""
    return re.compile(
        rf"{_class('supported')}(?:\s+financierement)?"
        rf"(?:(?:\s+par|\s*[:,-])\s+(?:la |le |les |l')?(?P<supporter>\S.*?))?{_WHEN}\s*:?$"
    )


@cache
def _entered() -> re.Pattern[str]:
    """Return the pattern of a class of équipements that a convention, or its money, takes in."""
    return re.compile(
        rf"\W{{0,9}}{_class('entered')}(?:[^:.;]{{0,30}}?\b(?:ctg|convention|bonus|contractualis\w+)\b|$)"
    )


def _class(participles: str) -> str:
    """Return the pattern of a class of équipements, up to the one of the ``participles`` that says which they are."""
    things, said = (alternatives(groups("equipments", "headings")[key]) for key in ("things", participles))
    return (
        rf"{OPENING}(?:(?:liste|inventaire|tableau|recensement)\s)?"
        r"(?:de |des |du |de l'ensemble des |l'ensemble des |les |l')?(?:principaux |autres )?"
        rf"{things}\b[^:.;]{{0,70}}?\b(?P<supported>{said})\b"
    )


@cache
def _relative() -> re.Pattern[str]:
    """Return the pattern of a heading that says who supports: ``Les lieux que la ville de X fait vivre``."""
    things, verbs = (alternatives(groups("equipments", "headings")[key]) for key in ("things", "verbs"))
    return re.compile(
        rf"{OPENING}(?:les |l')?{things}\s+(?P<supported>qu(?:e |'))(?:la |le |l')?(?P<supporter>\S.{{2,80}}?)"
        rf"\s+{verbs}\s*:?$"
    )


@cache
def _closers() -> re.Pattern[str]:
    """Return the pattern of the beginning of a block that comes after the last list of an act."""
    return re.compile(rf"\W{{0,9}}{alternatives(groups('equipments', 'headings')['closers'])}")
