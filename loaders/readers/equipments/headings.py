"""Headings of lists of équipements: that a list opens, and whose it is."""

from __future__ import annotations

import re
from functools import cache

from loaders.acts.section import Section
from loaders.acts.territory_codes import named, specific
from loaders.readers.equipments.entries import Supporter
from loaders.resolve import bare
from loaders.vocabulary import groups
from loaders.words.wording import alternatives, plain, tidy

_LONGEST = 200
_INLINE = re.compile(r"[^:]{5,120}(?: : [^:]{5,120})?\bpar [^:]{3,90}:\s*(?=\S)")
_LONGEST_NAME = 80
_OPENING = (
    r"(?:(?:annexe|article|titre|chapitre|partie|section)s?(?: (?:[\divx]+|[a-h]|premier|1er))?\s*[:.–-]*\s*)?"
    r"(?:\d[\d.]*\s*[-.)·]?\s*|[ivx]{1,5}\s*[-.)·]\s*)?"
)
"""What stands before a heading's words: its part of the act and its number."""

_VERB = re.compile(r"\b(?:est|sont|sera|seront|ont|doivent|pourra|pourront|peuvent)\b")
_MARK = re.compile(
    r"^(?:\d{1,2}(?:\.\d{1,2})+\s+(?=\w{2})|(?:\d{1,2}(?:\.\d{1,2})*|[a-zA-Z]|[ivxIVX]{1,4})\s?[.)/·–-]\s*(?=\w{2}))"
)
_SECTION = re.compile(r"\s*\d{1,2}(?:\.\d{1,2})+\.?\s+(?=[^\W\d_])")
_CODE = re.compile(r"\s*\((?:insee )?\d{2} ?\d{3}\)$", re.IGNORECASE)
_FIGURES = re.compile(r"\d.*\d")
_OWNED = re.compile(
    r"\s(?:de la |de l['’]|du |de |d['’])(?P<owner>(?:[Vv]ille|[Cc]ommun|[Mm]étropole|[Aa]gglo).+?),?\s*$"
)
_OF_NAME = re.compile(r"\s(?:de la |de l['’]|du |de |d['’])(?P<owner>[^\W\d_a-zà-öø-ÿ].{1,60}?),?\s*$")
_NO_OWNERS = frozenset(("caf", "msa", "etat", "cpam"))
_KIND = re.compile(
    r"(?:la |le |l')?(?:ville|commune|communaute|metropole|agglomeration|agglo|cc|cdc|ca|cu|departement|syndicat|sivom"
    r"|epci|ccas|cias)\b"
)
_FILLERS = r"(?:et|ou|les|des|de|la|du|d'|l'|le|par|pour|a|au|aux|en|sous|qui|dont|est|sont)"
"""The small words between the words of a label and the name that it stands before."""

_FOR = re.compile(r"(?:par|pour|cote) (?:la |le |les |l')?")
_BODY = re.compile(
    r"(?:le |la |l')?(?:ccas|cias|sivom|sivu|(?:centre (?:inter)?communal d'action sociale))\b|syndicat (?:\w+ )*d"
)
_ANNEX = re.compile(r"annexe(?: n°)? ?[\da-hivx]{0,4}\W*")
_WHEN = (
    r"(?:,?\s+(?:(?:a compter|a partir|depuis|au (?:1er|\d)|en (?:19|20)\d\d|pour (?:la periode|les annees|l'annee"
    r"|l'exercice)|sur la periode|pendant la|au titre|dans le cadre)\b|et (?:le |la |les |leurs? )"
    r"(?:bonus|financements?|aides?|montants?|subventions?)\b).{0,90}?)?"
)
"""What may stand behind a heading of a list: since when it holds, and that its money stands there too."""


def opened(section: Section, text: str) -> Supporter | None:
    """Return the supporter of the list that a heading opens, with an empty name where it names none.

    None for what is no heading of a list. What stands behind the heading's colon is the list itself.
    """
    words = tidy(text[: inline_start(text) or len(text)])
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
    if len(words) > _LONGEST or words.endswith(".") or _VERB.search(words):
        return False
    things, others = _things()
    said = plain(words)
    return bool(_ANNEX.fullmatch(said) or (things.search(said) and not others.search(said)))


def closes(text: str) -> bool:
    """Whether a block shows that the lists are at their end: ``Fait à ...``, the signatures."""
    return bool(_closing().match(plain(text)))


def decides(text: str) -> bool:
    """Whether a block begins what an assembly decides: ``Le conseil, après en avoir délibéré :``, ``AUTORISE ...``."""
    return bool(_deciding().match(plain(text)))


def announces(text: str) -> bool:
    """Whether a sentence announces a list of équipements: ``répartis entre les services suivants :``."""
    return bool(_announcement().search(plain(text)))


def inline_start(text: str) -> int:
    """Return where the list itself begins within its heading, behind the colon after the supporter; 0 for nowhere."""
    found = _INLINE.match(plain(text))
    return found.end() if found is not None else 0


def supporter(section: Section, printed: str) -> Supporter:
    """Return the collectivité that ``printed`` names, with its code where it is known."""
    name = bare(tidy(printed))
    found = named(section, name)
    return Supporter(name, found.code if found is not None else "")


def unmarked(text: str) -> str:
    """Return a label without bullet, number or letter before it: ``a) EAJE`` is ``EAJE``."""
    return _MARK.sub("", tidy(text))


def mark_end(text: str) -> int:
    """Return where a line begins behind its section number: ``1.2 Multi-accueil``; 0 where it has none."""
    found = _SECTION.match(text)
    return found.end() if found is not None else 0


def subheading(section: Section, text: str, *, titled: bool = False, body: bool = False) -> Supporter | None:
    """Return the supporter of a part of a list whose label a block is; None for any other block.

    It is a name, or a name behind words that say whose something is: ``Portés par la commune de X``. Unless it is a
    title (``titled``) or behind such words it must say its kind: a commune's bare name can be an équipement's place. A
    public body that is no territory (``CCAS de X``) counts only where a ``body`` can stand, and not as one item of
    others.
    """
    words = (unmarked(text) if titled else tidy(text)).rstrip(" :")
    start = _labelled(words)
    words = _CODE.sub("", words[start:])
    if not words or len(words) > _LONGEST_NAME or ":" in words or _FIGURES.search(words):
        return None
    if names_body(words) and body:
        return Supporter(bare(words))
    found = specific(section, words) if titled or (body and start) or names_kind(words) else None
    return Supporter(bare(words), found.code) if found is not None else None


def says_whose(text: str) -> bool:
    """Tell whether a title has nothing but words that say whose something is: ``Maîtrise d'ouvrage communale``."""
    said = f"{plain(tidy(text))} :x"
    found = _labels().match(said)
    return found is not None and found.end() == len(said) - 1


def _labelled(words: str) -> int:
    """Return where a name begins behind the words of a label, 0 where there are none."""
    said = plain(words)
    found = _labels().match(said) or _FOR.match(said)
    return found.end() if found is not None else 0


def is_place(text: str, *, named: bool) -> bool:
    """Tell whether a label that is the name of a commune says where équipements are, not who supports them.

    So does a bare name in a list whose heading names the supporter (``named``), or with its postcode behind it.
    """
    if names_kind(text) or names_body(text) or _labelled(unmarked(text)):
        return False
    return named or _CODE.search(tidy(text)) is not None


def names_kind(text: str) -> bool:
    """Tell whether a name begins with the kind of a collectivité: ``Ville d'Arras``."""
    words = tidy(text)
    return bool(_KIND.match(plain(words[_labelled(words) :])))


def names_body(text: str) -> bool:
    """Tell whether a name begins with the kind of a public body that is no territory: ``CCAS de X``, ``SIVOM du Y``."""
    words = tidy(text)
    return bool(_BODY.match(plain(words[_labelled(words) :])))


@cache
def _things() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of the words for équipements, and of those that tell others than the ones supported."""
    headings = groups("equipments", "headings")
    named = ((*headings["things"], *headings["supporting"]), headings["others"])
    things, others = (re.compile(rf"\b{alternatives(list(words))}\b") for words in named)
    return things, others


@cache
def _labels() -> re.Pattern[str]:
    """Return the pattern of a label's words before a name: ``Gestionnaire :``, ``Équipements portés par la``."""
    headings, columns = groups("equipments", "headings"), groups("equipments", "columns")
    titles = [re.escape(plain(label)) for role in ("supporter", "manager") for label in columns[role]]
    words = alternatives([*titles, *headings["things"], *headings["supported"], *headings["belonging"]])
    apart = r"(?:[\s:,]+(?:-+\s+)?|(?<='))"  # not the hyphen of ``Porte-de-Savoie``
    return re.compile(
        rf"(?:{_FILLERS}{apart}){{0,6}}{words}{apart}(?:(?:{_FILLERS}|{words}){apart}){{0,12}}(?=[^\s:,–-])"
    )


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
        rf"(?:(?:annexe|article|chapitre|titre)s?(?: [\divx]+| premier)?\s*[:.–-]*\s*|[\divx]{{1,4}}\s?[.)–-]+\s*)?"
        rf"(?:(?:liste|inventaire|recensement) (?:des? |d')?)?(?:les )?{things}(?:\s+et\s+(?:les )?{things})?"
        r"(?:\s+(?:du territoire|existants?|intercommunaux|communaux|municipaux|concernes|de la commune"
        r"|(?:classes |listes )?(?:par|dans les|des|dans chaque) communes?|commune par commune))?\W*$"
    )


@cache
def _closing() -> re.Pattern[str]:
    """Return the pattern of what stands behind the last list of an act."""
    return re.compile(rf"\W{{0,9}}{alternatives(groups('equipments', 'headings')['closers'])}")


@cache
def _deciding() -> re.Pattern[str]:
    """Return the pattern of the beginning of a decision."""
    return re.compile(rf"\W{{0,9}}{alternatives(groups('equipments', 'headings')['deciders'])}")


@cache
def _announcement() -> re.Pattern[str]:
    """Return the pattern of the end of a sentence that announces a list of équipements."""
    things = alternatives(groups("equipments", "headings")["things"])
    return re.compile(rf"\b{things}\b[^:.;]{{0,60}}?\bsuivante?s?\s*:\s*$")
