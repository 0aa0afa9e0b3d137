"""Who gives where nobody is named: the body whose deliberation decides it, or whose adjective the money bears."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from loaders.acts.section import Section
from loaders.document import passages
from loaders.readers.parties.adopters import own_name
from loaders.resolve import bare
from loaders.seeking import Sought
from loaders.words.wording import plain

_DECIDES = re.compile(
    r"\b(?:decide|approuve|autorise|accepte|est propose)\b.{0,40}?"
    r"\b(?:d'(?:allouer|attribuer|accorder|octroyer|apporter)|de (?:verser|participer|financer|contribuer)"
    r"|(?:l'(?:attribution|octroi)|le versement) d)"
    r"|^\W*(?:attribue|accorde|alloue|octroie|apporte|verse)\b"
    r"|\bconseil (?:communautaire|municipal|metropolitain|departemental)\b.{0,20}? s'engage\b.{0,40}?"
    r"\b(?:a (?:verser|participer|financer|contribuer|porter|maintenir|inscrire|apporter|consacrer))\b"
)
_SHARE = re.compile(
    r"\b(?:contribution|participation|aide|subvention|dotation|part|soutien|concours|apport|(?:co)?financement)s? "
    r"(?:financiere?s? )?(?:(?P<departement>departementa(?:le?s?|ux))"
    r"|(?P<epci>communautaires?|intercommuna(?:le?s?|ux))|(?P<commune>(?:municip|commun)a(?:le?s?|ux)))\b"
)
_CHARGED = re.compile(
    r"\b(?:inscri|impute|preleve|ouver)\w* [^.;]{0,60}?\bbudget (?:(?:primitif|principal|general)\w* )?(?:\d{4} )?"
    r"(?:(?P<departement>departemental)|(?P<epci>communautaire|intercommunal)|(?P<commune>municipal|communal))\b"
)
_BODY = Sought(
    r"\b(?:(?P<departement>conseil (?:departemental|general)|commission permanente)"
    r"|(?:conseil|bureau) (?:communautaire|municipal|metropolitain))\b"
)
_DEPARTEMENT = "Département"
_FIRST = 40


def decider(section: Section, home: str, text: str, sentence: str = "") -> str:
    """Return who decides to give, or whose share it is: the act's own territory (``home``), its council, a département.

    ``décide d'allouer`` in a deliberation, ``la contribution départementale``, a whole ``sentence`` that says from
    whose budget its amounts come; empty for anything else.
    """
    territory = section.territory
    share = _SHARE.search(plain(text)) or _CHARGED.search(plain(sentence))
    whose = share.lastgroup if share is not None else ""
    decides = section.kind == "deliberation" and _DECIDES.search(plain(text)) is not None
    if whose == "departement" or (decides and is_departements(section)):
        return _departement(section)
    council = section.head.home if section.kind == "deliberation" else None
    if council is None or council == territory:
        return home if territory is not None and (decides or whose == territory.kind) else ""
    if decides or whose == council.kind:
        return bare(own_name(section, council).text)
    return home if territory is not None and whose == territory.kind else ""


def table_decider(section: Section, home: str, titles: Sequence[str]) -> str:
    """Return who decides to give the amounts of a table that its ``titles`` leave to nobody.

    What stands in a département's own act it gives itself; else it is the territory (``home``) that decides it.
    """
    if is_departements(section):
        return _departement(section)
    return next((name for title in titles if (name := decider(section, home, title))), "")


def _departement(section: Section) -> str:
    """Return the name of the département: in full in an act of its own."""
    council = section.head.home if is_departements(section) else None
    name = own_name(section, council).text if council is not None else ""
    return name if name.startswith(f"{_DEPARTEMENT} ") else _DEPARTEMENT


def is_departements(section: Section) -> bool:
    """Tell whether an act is a département's own: its first body is that of one."""
    said = (plain(words.text) for words in (section.head.body, *islice(passages(section.blocks), _FIRST)))
    body = next((found for text in said if (found := _BODY.search(text))), None)
    return section.kind == "deliberation" and body is not None and body["departement"] is not None
