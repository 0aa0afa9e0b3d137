"""Labels within a list of équipements: whose what stands below is, or where it is."""

from __future__ import annotations

import re
from functools import cache

from loaders.acts.section import Section
from loaders.acts.territory_codes import named, specific
from loaders.readers.equipments.supporters import Supporter
from loaders.readers.funding.mentions import mentions
from loaders.resolve import bare
from loaders.vocabulary import groups
from loaders.words.wording import alternatives, plain, tidy
from maillage.reference import Territory

_LONGEST_NAME = 80
_MARK = re.compile(
    r"^(?:\d{1,2}(?:\.\d{1,2})+\s+(?=\w{2})|(?:\d{1,2}(?:\.\d{1,2})*|[a-zA-Z]|[ivxIVX]{1,4})\s?[.)/·–-]\s*(?=\w{2}))"
)
_SECTION = re.compile(r"\s*\d{1,2}(?:\.\d{1,2})+\.?\s+(?=[^\W\d_])")
_CODE = re.compile(r"\s*\((?:insee )?\d{2} ?\d{3}\)$", re.IGNORECASE)
_FIGURES = re.compile(r"\d.*\d")
_KIND = re.compile(
    r"(?:la |le |l')?(?:ville|commune|communaute|metropole|agglomeration|agglo|cc|cdc|ca|cu|departement|syndicat|sivom"
    r"|epci|ccas|cias)\b"
)
_FILLERS = r"(?:et|ou|les|des|de|la|du|d'|l'|le|par|pour|a|au|aux|en|sous|qui|dont|est|sont)"
"""The small words between the words of a label and the name that it stands before."""

_FOR = re.compile(r"(?:par|pour|cote) (?:la |le |les |l')?")
_AGENT = re.compile(r"\b(?:[Pp]ar|[Qq]ue) (?:la |le |l['’])?$")
_GIVEN_TO = re.compile(r"\b(?:à|au (?:profit|bénéfice) de) (?:la |l['’])?$")
_BODY = re.compile(r"(?:le |la |l')?(?:ccas|cias|sivom|sivu|(?:centre (?:inter)?communal d'action sociale)|syndicat)\b")


def supporter(section: Section, printed: str) -> Supporter:
    """Return the collectivité that ``printed`` names, with its code where it is known and no body of its own."""
    name = bare(tidy(printed))
    alone = said_alone(section, name)
    if alone is not None and alone.printed == name:
        return alone
    found = named(section, name) if not names_body(name) else None
    return Supporter(name, found.code if found is not None else "")


def said_alone(section: Section, text: str) -> Supporter | None:
    """Return the collectivité that ``text`` says by its kind alone, who acts before another: ``par la Ville``.

    None where the act is of no such collectivité, or it is but given something: ``verse à la Communauté``.
    """
    single = [one for one in mentions(text) if not one.full and not one.printed.split()[0].endswith("s")]
    said = [one for one in single if not _GIVEN_TO.search(text, 0, one.start)]
    agents = [one for one in said if _AGENT.search(text, 0, one.start)]
    found = ((one.printed, _meant(section, one.kind)) for one in (*agents, *said))
    meant = ((printed, one) for printed, one in found if one is not None)
    return next((Supporter(printed, "" if names_body(printed) else one.code) for printed, one in meant), None)


def _meant(section: Section, kind: str) -> Territory | None:
    """Return the collectivité of a ``kind`` that an act is of: whose convention it is, or who decides."""
    known = (section.head.home, section.territory)
    return next((one for one in known if one is not None and one.kind == kind), None)


def unmarked(text: str) -> str:
    """Return a label without bullet, number or letter before it: ``a) EAJE`` is ``EAJE``."""
    return _MARK.sub("", tidy(text))


def mark_end(text: str) -> int:
    """Return where a line begins behind its section number: ``1.2 Multi-accueil``; 0 where it has none."""
    found = _SECTION.match(text)
    return found.end() if found is not None else 0


def subheading(section: Section, text: str, *, titled: bool = False, body: bool = False) -> Supporter | None:
    """Return the supporter of a part of a list whose label a block is; None for any other block.

    It is a name, a name and what it does (``La commune de X soutient :``), or a name behind words that say whose
    something is: ``Portés par la commune de X``. Unless it is a title (``titled``) or behind such words it must say its
    kind: a commune's bare name can be an équipement's place. A public body that is no territory (``CCAS de X``) counts
    only where a ``body`` can stand, and not as one item of others.
    """
    words = (unmarked(text) if titled else tidy(text)).rstrip(" :")
    start = _labelled(words)
    words = _CODE.sub("", words[start:])
    words = _without_deed(words)
    if not words or len(words) > _LONGEST_NAME or ":" in words or _FIGURES.search(words):
        return None
    if names_body(words) and body:
        return Supporter(bare(words))
    if not (titled or (body and start) or names_kind(words)):
        return None
    found = specific(section, words)
    alone = said_alone(section, words) if found is None else None
    if alone is not None and alone.printed == bare(words):
        return alone
    return Supporter(bare(words), found.code) if found is not None else None


def _without_deed(words: str) -> str:
    """Return a label without what its collectivité does for équipements; empty where it does something else."""
    does = _deeds().search(plain(words))
    if does is None:
        return words
    return words[: does.start()] if does["things"] is not None else ""


@cache
def _deeds() -> re.Pattern[str]:
    """Return the pattern of what a collectivité does: ``soutient``, ``gère les services suivants``.

    The group ``things`` tells that this ends a label: what else it could support is no équipement.
    """
    verbs, things = (alternatives(groups("equipments", "headings")[key]) for key in ("verbs", "things"))
    return re.compile(rf"\s+{verbs}(?!\w)(?P<things>(?:\s+(?:les |l'|des )?{things}(?: suivante?s?)?)?$)?")


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
def _labels() -> re.Pattern[str]:
    """Return the pattern of a label's words before a name: ``Gestionnaire :``, ``Équipements portés par la``."""
    headings, columns = groups("equipments", "headings"), groups("equipments", "columns")
    titles = [re.escape(plain(label)) for role in ("supporter", "manager") for label in columns[role]]
    words = alternatives([*titles, *headings["things"], *headings["supported"], *headings["belonging"]])
    apart = r"(?:[\s:,]+(?:-+\s+)?|(?<='))"  # not the hyphen of ``Porte-de-Savoie``
    return re.compile(
        rf"(?:{_FILLERS}{apart}){{0,6}}{words}{apart}(?:(?:{_FILLERS}|{words}){apart}){{0,12}}(?=[^\s:,–-])"
    )
