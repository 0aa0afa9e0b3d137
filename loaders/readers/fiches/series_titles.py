"""What a title of a series begins with: a noun and a number, or a code: ``Saison 3 – ...``, ``FI-12 ▪ ...``."""

from __future__ import annotations

import re
from functools import cache

from loaders.remembering import remembered_texts
from loaders.vocabulary import groups
from loaders.words.codes import Coded
from loaders.words.numbering import clean
from loaders.words.plan_levels import ranks
from loaders.words.wording import alternatives, plain

_LONGEST = 250
_REACH = 60
_NOUN = r"[a-z][a-z'-]{2,20}(?: (?:de |du |des |d'|l'|la |le )?[a-z'-]{3,20}){0,2}"
_LETTERS = r"[a-z]{1,3}[-. ]?\d{1,2}(?!\d)(?:[.-]\d{1,2}(?!\d))*(?:\.?[a-h](?!\w))?"
_FIGURES = r"\d{1,2}(?!\d)(?:\.\d{1,2}(?!\d))*(?:\.?[a-h](?!\w))?(?:\s?(?:bis|ter|quater)\b)?"
_SIGN = r"\s?[:.)\]|/•·▪■]\s*(?=\W|[^\W\d_]|$)|\s[>-]+\s|\s*$"
_NAMED = re.compile(
    rf"\W{{0,6}}(?P<noun>{_NOUN}) (?:n\s?[°o]\s?|numero |#\s?)?"
    rf"(?P<number>{_LETTERS}|{_FIGURES}|[ivx]{{1,4}}(?=\W|$)|[a-h](?=\W|$))(?P<sign>{_SIGN}|\s)"
)
_CODED = re.compile(rf"\W{{0,6}}(?:n\s?[°o]\s?|numero |#\s?)?(?P<number>{_LETTERS}|{_FIGURES})(?P<sign>{_SIGN}|\s)")


@remembered_texts(2_048)
def lead(text: str) -> Coded | None:
    """Return what ``text`` begins with where it is a title of a series, None for any other text.

    Behind a figure alone there is a sign; behind a noun or letters a capital does. Its noun is in plain letters.
    """
    if len(text) > _LONGEST:
        return None
    said = plain(text)
    found = _NAMED.match(said, 0, _REACH) or _CODED.match(said, 0, _REACH)
    if found is None:
        return _ranked(said)
    noun = found.groupdict().get("noun") or ""
    printed = text[slice(*found.span("number"))]
    shows = bool(noun) or printed[0].isupper() or "." in printed
    bare = found["sign"].isspace() and found.end() < len(text)
    if bare and (not shows or printed.isalpha() or not text[found.end()].isupper()):
        return None
    return Coded(noun, clean(found["number"]) if found["number"][0].isdigit() else printed, found.end())


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
    return Coded(found["noun"], ranks()[found["rank"]], found.end()) if found is not None else None


@cache
def _ranks() -> re.Pattern[str]:
    return re.compile(
        rf"\W{{0,6}}(?P<rank>{alternatives(list(ranks()))}) (?P<noun>{_NOUN})\s?(?:[:•·▪|]|[–—-]\s)\s*(?=\S)"
    )
