"""What a title of a series begins with: a noun and a number, or a code: ``Saison 3 – ...``, ``FI-12 ▪ ...``."""

from __future__ import annotations

import re
from functools import cache

from loaders.remembering import remembered_texts
from loaders.vocabulary import groups
from loaders.words.codes import Coded, opening_code
from loaders.words.plan_levels import ranks
from loaders.words.wording import alternatives, plain

_LONGEST = 250
_REACH = 60
_NOUN = r"[a-z][a-z'-]{2,20}(?: (?:de |du |des |d'|l'|la |le )?[a-z'-]{3,20}){0,2}"


@remembered_texts(2_048)
def lead(text: str) -> Coded | None:
    """Return what ``text`` begins with where it is a title of a series, None for any other text.

    Behind a figure alone there is a sign; behind a noun or letters a capital does. Its noun is in plain letters.
    """
    if len(text) > _LONGEST:
        return None
    found = opening_code(text)
    if found is None or (found.number.isalpha() and not found.noun) or text[found.start : found.start + 1].isdigit():
        return _ranked(plain(text))
    shows = bool(found.noun) or found.number[0].isupper() or "." in found.number
    titled = shows and not found.number.isalpha() and text[found.start : found.start + 1].isupper()
    return found if found.sign or found.start == len(text) or titled else None


def series(text: str) -> Coded | None:
    """Return the lead of a title that may be an action's: no article, axe, comité, point of minutes."""
    found = lead(text)
    return found if found is not None and not names_other(found.noun) else None


def names_other(title: str) -> bool:
    """Whether a title, or the noun of one, in plain letters names a part of an act, of a plan or a body."""
    return _others().match(title) is not None


@cache
def _others() -> re.Pattern[str]:
    return re.compile(rf"\W*{alternatives(groups('fiches', 'shape')['no heads'])}(?!\w)")


def _ranked(said: str) -> Coded | None:
    """Return the lead of a title that says its rank in words: ``Deuxième rendez-vous : ...``."""
    found = _ranks().match(said, 0, _REACH)
    return Coded(found["noun"], ranks()[found["rank"]], "", found.end()) if found is not None else None


@cache
def _ranks() -> re.Pattern[str]:
    return re.compile(
        rf"\W{{0,6}}(?P<rank>{alternatives(list(ranks()))}) (?P<noun>{_NOUN})\s?(?:[:•·▪|]|[–—-]\s)\s*(?=\S)"
    )
