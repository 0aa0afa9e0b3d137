"""Proper names: how far a name runs in a text, whoever bears it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.words.lands import goes_on
from loaders.words.wording import plain

_TOKEN = re.compile(r"\s*[«\"“”(]?\s*((?:[dDlL]\s?['’]\s?)?[\w&][\w.&'’]*(?:-[\w.&'’]+)*)\s?[»\"”]?")
_ELIDED = re.compile(r"^[dl]\s?['’]\s?", re.IGNORECASE)
SMALL_WORDS = frozenset((
    "de", "la", "le", "les", "du", "des", "d", "l", "et", "&", "sur", "sous", "en", "lez", "a", "au", "aux", "entre",
    "dans", "val", "vallee", "vallees", "pays", "es", "cote",
))  # fmt: skip
"""The words that stand in a name in lower case, plain."""

_LANDS = frozenset(("val", "vallee", "vallees", "pays", "cote"))
"""Those among them that a name can end in, capitalised: ``Baugeois Vallée``."""

_HEADS = frozenset((
    "communaute", "communautes", "caisse", "mutualite", "conseil", "departement", "metropole", "commune", "communes",
    "ville", "avenant", "caf", "msa", "cpam", "ccas", "cias",
))  # fmt: skip
_ARTICLE = re.compile(r"\W*(?:(?:(?:de|du|des|la|le|les)\b|[dl]')\s*)*")
CROSSED = re.compile(r"\s*[,/]\s*|(?:\s+|(?<=\s))[-–—]\s+")
"""The punctuation that a few names have within: ``CC Forêts, Seine et Suzon``."""

_STOP = re.compile(r"\.?\s+[-–—]\s|\.\s")
_DATE = re.compile(
    r"(?:19|20)\d\d(?:[-–/](?:19|20)?\d\d)?(?!\w)"
    r"|(?:1er|\d{1,2}) (?:janv|fevr|mars|avr|mai|juin|juil|aout|sept|oct|nov|dec)"
)
"""A year, several, or a day of a month: none is a part of a name."""

_LONGEST_DATE = 16

_ENDING = frozenset((",", ";", ":", ")", "(", "\n"))
_LONGEST = 10


def behind_article(text: str, start: int) -> int:
    """Return where the name begins that stands at ``start`` of ``text``, behind its articles and prepositions."""
    lead = _ARTICLE.match(plain(text), start)
    return lead.end() if lead else start


def name_ends(text: str, start: int, crossing: bool = False) -> list[int]:
    """Return where a proper name that begins at ``start`` can end, the longest first.

    A name goes on over capitalised words and the small words between them, to the next punctuation or date; where
    ``crossing``, over commas and dashes too. A number that it begins with counts the word behind: ``7 vallées``, and a
    land takes its adjective in small letters: ``Pays fléchois``.
    """
    ends: list[int] = []
    counted, above, land = False, "", 0
    for token in _running_on(text, start, crossing):
        word = _ELIDED.sub("", token[1])
        if ends and (plain(word) in _HEADS or _begins_date(text, token.start(1))):
            break
        proper, small = word[:1].isupper() or word[:1].isdigit(), plain(word) in SMALL_WORDS
        adjective = goes_on(above, word)
        if not (proper or small or counted or adjective):
            break
        counting = token.start() == start and word.isdigit()
        land = token.end(1) if ends and proper and plain(word) in _LANDS else 0
        if counted or adjective or (proper and not small and not counting):
            ends.append(token.start(1) + len(token[1].rstrip(".")))
        counted, above = counting, word
    return [*([land] if land else ()), *ends[::-1]]


def _begins_date(text: str, at: int) -> bool:
    """Whether a date begins ``at`` a place of ``text``, which may be a whole act's."""
    return text[at].isdigit() and _DATE.match(plain(text[at : at + _LONGEST_DATE])) is not None


def _running_on(text: str, start: int, crossing: bool) -> Iterator[re.Match[str]]:
    """Give the words of ``text`` from ``start`` to the first punctuation that no name runs over."""
    position = start
    for _ in range(_LONGEST):
        token = _TOKEN.match(text, position)
        if token is None:
            return
        yield token
        position = token.end()
        crossed = CROSSED.match(text, position) if crossing else None
        if crossed:
            position = crossed.end()
        elif text[position : position + 1] in _ENDING or _STOP.match(text, position):
            return
