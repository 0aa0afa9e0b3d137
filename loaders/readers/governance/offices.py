"""Offices: the words by which a line shows that it names who sits in a body."""

from __future__ import annotations

import re

from loaders.acts.representing import ROLE
from loaders.document import Passage
from loaders.readers.governance.cues import cues
from loaders.words.wording import plain

_OFFICE = re.compile(rf"\W{{0,4}}(?:(?:le|la|les|l'|des|deux|un|une)\s?)?(?:{ROLE}|{cues('offices')})\b")
_TELLS = re.compile(rf"\b{cues('tells')}\b|[.;:]\s+\S")
_ACTS = re.compile(r"\b(?!president|agent|referent|parent|adherent|resident)(?!\w+ement\b)\w{3,}(?:ent|ront|era)\b")
_JOINED = re.compile(r",|\bet\b|;")
_DOTTED = re.compile(r"\s[·•]\s")
_SORT = re.compile(r"[^:,.;]{2,40}?\s*:\s*(?=\S)")
_LONGEST = 400


def begins_with_office(text: str) -> bool:
    """Tell whether ``text`` begins with an office: ``Directrice de la Caf``."""
    return _OFFICE.match(plain(text)) is not None


def tells(text: str) -> bool:
    """Tell whether ``text`` says what somebody or something does."""
    said = plain(text).strip()
    return bool(_TELLS.search(said) or _ACTS.search(said))


def sorts_people(line: Passage) -> bool:
    """Tell whether a line names people behind the word by which they are sorted: ``Élus : maires, présidente``."""
    sort = _SORT.match(line.text)
    return sort is not None and begins_with_office(line.text[sort.end() :]) and not tells(line.text[sort.end() :])


def is_enumeration(members: Passage) -> bool:
    """Tell whether a line does nothing but name offices beside one another, the first of its words one.

    What dots part needs no office: they part nothing else.
    """
    text = plain(members.text).strip()
    if len(text) > _LONGEST or tells(text):
        return False
    return _DOTTED.search(text) is not None or (_JOINED.search(text) is not None and begins_with_office(text))
