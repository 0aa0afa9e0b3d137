"""Who gives where nobody is named: the body whose deliberation decides it, or whose adjective the money bears."""

from __future__ import annotations

import re

from loaders.acts.section import Section
from loaders.words.wording import plain

_DECIDES = re.compile(
    r"\b(?:decide|approuve|autorise|accepte)\b.{0,40}?"
    r"\b(?:d'(?:allouer|attribuer|accorder|octroyer|apporter)|de (?:verser|participer|financer|contribuer)"
    r"|(?:l'(?:attribution|octroi)|le versement) d)"
)
_SHARE = re.compile(
    r"\b(?:contribution|participation|aide|subvention|dotation|part) "
    r"(?:(?P<departement>departementale)|(?P<epci>communautaire|intercommunale)"
    r"|(?P<commune>municipale|communale))\b"
)
_DEPARTEMENT = "Département"


def decider(section: Section, home: str, text: str) -> str:
    """Return the act's own territory (``home``) where it decides to give, or ``text`` says that the share is its own.

    ``décide d'allouer`` in its deliberation, ``la contribution départementale``; empty for anything else.
    """
    territory = section.territory
    share = _SHARE.search(plain(text))
    decides = section.kind == "deliberation" and _DECIDES.search(plain(text)) is not None
    if territory is None or not (decides or (share is not None and share.lastgroup == territory.kind)):
        return ""
    return _DEPARTEMENT if territory.kind == "departement" else home
