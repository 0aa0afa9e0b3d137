"""Headings of lists of équipements: that a list opens, and whose it is."""

from __future__ import annotations

import re
from functools import cache

from loaders.acts.section import Section
from loaders.acts.territory_codes import specific
from loaders.readers.equipments.entries import Supporter
from loaders.readers.equipments.labels import supporter
from loaders.seeking import Sought
from loaders.vocabulary import groups
from loaders.words.wording import alternatives, plain, tidy

_LONGEST = 200
_INLINE = Sought(r"[^:]{5,120}(?: : [^:]{5,120})?\bpar [^:]{3,90}:\s*(?=\S)")
_LONGEST_NAME = 80
_OPENING = (
    r"(?:(?:annexe|article|titre|chapitre|partie|section)s?(?: (?:[\divx]+|[a-h]|premier|1er))?\s*[:.–-]*\s*)?"
    r"(?:\d[\d.]*\s*[-.)·]?\s*|[ivx]{1,5}\s*[-.)·]\s*)?"
)
"""What stands before a heading's words: its part of the act and its number."""

_VERB = re.compile(r"\b(?:est|sont|sera|seront|ont|doivent|pourra|pourront|peuvent)\b")
_SENTENCE = re.compile(r"[^\W\d_]{4}[.!?]\s+[A-ZÀ-Ý]")
_FOLLOWING = re.compile(r"\s+(?:est|sont)\s+(?:l[ea]s?\s+)?suivante?s?\s*:?$")
_OWNED = re.compile(
    r"\s(?:de la |de l['’]|du |de |d['’])(?P<owner>(?:[Vv]ille|[Cc]ommun|[Mm]étropole|[Aa]gglo).+?),?\s*$"
)
_OF_NAME = re.compile(r"\s(?:de la |de l['’]|du |de |d['’])(?P<owner>[^\W\d_a-zà-öø-ÿ].{1,60}?),?\s*$")
_NO_OWNERS = frozenset(("caf", "msa", "etat", "cpam"))
_NEXT = Sought(r"\b(?:suivant(?:e?s)?|ci-dessous|ci-apres)\b")
_MANAGED = re.compile(
    r"\s*\((?:gestion|gestionnaires?|portage|soutien)\s?:?\s(?:par )?(?:la |le |l['’])?(?P<who>[^()]{3,80})\)\s*:?$"
)
_ANNEX = re.compile(r"annexe(?: n°)? ?[\da-hivx]{0,4}\W*")
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
    if len(words) > _LONGEST or words.endswith(".") or _VERB.search(words):
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


def _owner(section: Section, before: str) -> Supporter:
    """Return the collectivité whose équipements are supported, by what stands before the word that says so."""
    owner = _OWNED.search(before)
    if owner is not None:
        return supporter(section, owner["owner"])
    bare_name = _OF_NAME.search(before)
    known = bare_name is not None and specific(section, bare_name["owner"]) is not None
    return supporter(section, bare_name["owner"]) if bare_name is not None and known else Supporter("")


def is_bare(text: str) -> bool:
    """Tell whether a title says ``Équipements``, or nothing at all: what stands below must show that it is a list."""
    return len(text) <= _LONGEST_NAME and bool(_bare_heading().match(plain(tidy(text))))


def names_things(text: str) -> bool:
    """Tell whether a title is about équipements, whatever it says of them: ``Les structures inscrites à la Ctg``.

    Those who take part in something (``Structures partenaires``) are another list; ``Annexe 3`` alone can be any.
    """
    words = tidy(text).rstrip(" :")
    if len(words) > _LONGEST or words.endswith(".") or _VERB.search(words) or _SENTENCE.search(words):
        return False
    things, others = _things()
    said = plain(words)
    return bool(_ANNEX.fullmatch(said) or (things.search(said) and not others.search(said)))


def closes(text: str) -> bool:
    """Whether a block shows that the lists are at their end: ``Fait à ...``, the signatures."""
    return bool(_beginning("closers").match(plain(text)))


def announces(text: str) -> bool:
    """Whether a sentence announces a list of équipements: ``répartis entre les services suivants :``."""
    return bool(_announcement().search(plain(text))) or (announces_table(text) and bool(_support().search(plain(text))))


def inline_start(text: str) -> int:
    """Return where the list itself begins within its heading, behind the colon after the supporter; 0 for nowhere."""
    found = _INLINE.match(plain(text))
    within = found is not None and text.count("(", 0, found.end()) > text.count(")", 0, found.end())
    return found.end() if found is not None and not within else 0


def does(text: str) -> bool:
    """Tell whether a title says what a collectivité does for équipements: ``Ce que la Ville fait vivre``."""
    verbs = alternatives(groups("equipments", "headings")["verbs"])
    return len(text) <= _LONGEST_NAME and re.search(rf"\b{verbs}\b", plain(text)) is not None


def announces_table(text: str) -> bool:
    """Whether a sentence about équipements ends with a colon: ``Ceux des services que la Ville porte sont :``."""
    things, others = _things()
    said = plain(text).rstrip()
    announced = said.endswith(":") or _NEXT.search(said) is not None
    return announced and bool(things.search(said)) and not others.search(said)


def owns(text: str) -> bool:
    """Whether a sentence begins with the équipements of a collectivité: ``Les services suivants de la ville de X``.

    It can be named before them: ``Pour la ville de X, les services retenus``.
    """
    return bool(_owning().match(plain(text)))


@cache
def _owning() -> re.Pattern[str]:
    """Return the pattern of équipements and whose they are, at the beginning of a sentence."""
    things = alternatives(groups("equipments", "headings")["things"])
    return re.compile(
        rf"{_OPENING}(?:(?:les |l')?{things}(?:\W+(?:et |ou )?{things})*(?:\W+\w+){{0,3}}?"
        r" (?:de la |du |de l'|de |d')(?:ville|commun|metropole|agglo)"
        r"|(?:pour|concernant|s'agissant de|en ce qui concerne) (?:la |l')(?:ville|commun|metropole|agglo)[^,:;]{0,90},"
        rf" (?:les |l')?{things})"
    )


@cache
def _things() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of the words for équipements, and of those that tell others than the ones supported."""
    headings = groups("equipments", "headings")
    named = ((*headings["things"], *headings["supporting"]), headings["others"])
    things, others = (re.compile(rf"\b{alternatives(list(words))}\b") for words in named)
    return things, others


@cache
def _heading() -> re.Pattern[str]:
    """Return the pattern of a list's heading, from its first word."""
    things, supported = (alternatives(groups("equipments", "headings")[key]) for key in ("things", "supported"))
    return re.compile(
        rf"{_OPENING}"
        r"(?:(?:liste|inventaire|tableau|recensement)\s)?"
        rf"(?:de |des |du |de l'ensemble des |l'ensemble des |les )?(?:principaux |autres )?{things}\b[^:.;]{{0,70}}?"
        rf"\b(?P<supported>{supported})\b(?:\s+financierement)?"
        rf"(?:(?:\s+par|\s*[:,-])\s+(?:la |le |les |l')?(?P<supporter>\S.*?))?{_WHEN}\s*:?$"
    )


@cache
def _relative() -> re.Pattern[str]:
    """Return the pattern of a heading that says who supports: ``Les lieux que la ville de X fait vivre``."""
    things, verbs = (alternatives(groups("equipments", "headings")[key]) for key in ("things", "verbs"))
    return re.compile(
        rf"{_OPENING}(?:les |l')?{things}\s+(?P<supported>qu(?:e |'))(?:la |le |l')?(?P<supporter>\S.{{2,80}}?)"
        rf"\s+{verbs}\s*:?$"
    )


@cache
def _bare_heading() -> re.Pattern[str]:
    """Return the pattern of a title that names équipements and does not say who supports them."""
    things = alternatives(groups("equipments", "headings")["things"])
    return re.compile(
        r"(?:(?:annexe|article|chapitre|titre)s?(?: [\divx]+| [a-h](?=\s*[:.–-])| premier)?\s*[:.–-]*\s*"
        r"|[\divx]{1,4}\s?[.)–-]+\s*)?"
        rf"(?:(?:liste|inventaire|recensement) (?:des? |d')?)?(?:les )?{things}(?:\s+et\s+(?:les )?{things})?"
        r"(?:\s+(?:du territoire|existants?|intercommunaux|communaux|municipaux|concernes|de la commune"
        r"|(?:classes |listes )?(?:par|dans les|des|dans chaque) communes?|commune par commune))?\W*$"
    )


@cache
def _beginning(of: str) -> re.Pattern[str]:
    """Return the pattern of the beginning of a block of which the vocabulary declares the words."""
    return re.compile(rf"\W{{0,9}}{alternatives(groups('equipments', 'headings')[of])}")


@cache
def _support() -> re.Pattern[str]:
    """Return the pattern of what says that somebody supports or runs what is announced."""
    headings = groups("equipments", "headings")
    return re.compile(rf"\b{alternatives([*headings['supported'], *headings['verbs']])}\b")


@cache
def _announcement() -> Sought:
    """Return the pattern of the end of a sentence that announces a list of équipements."""
    things = alternatives(groups("equipments", "headings")["things"])
    return Sought(rf"\b{things}\b[^:.;]{{0,60}}?\bsuivante?s?\s*:\s*$")
