"""Figures of people told by what they are or have: ``27 % des familles sont ...``, ``dont 512 de moins de 3 ans``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from loaders.document import Passage
from loaders.readers.statistics.counts import AGES
from loaders.readers.statistics.prose import Printed, declared, figures
from loaders.seeking import Sought
from loaders.words.numerals import NUMBER
from loaders.words.wording import alternatives, plain, tidy

_STATE = r"(?:ont|sont|avaient|etaient|[a-z]{3,}ent)"
_ONE_STATE = r"(?:a|est|avait|etait|vit|vivait|reside|habite|releve|beneficie)"
_YEARS = r"(?:moins|plus) de \w{1,9} ans"
_OF_AGE = Sought(
    rf"\b(?P<who>enfants|jeunes|habitants|mineurs|personnes) [^,;:.()\d]{{0,30}}{_YEARS},? \(?"
    rf"dont (?P<part>(?:{NUMBER}) (?:ont )?(?P<fewer>(?:ages? )?(?:de )?{_YEARS}))"
)
_PART_OF_AGE = Sought(
    rf"\b(?P<who>enfants|jeunes|habitants|personnes)(?: [^,;:.()]{{0,30}})?, dont (?P<part>(?:{NUMBER})\s?%"
    rf" (?:ont |(?:sont )?agee?s de |de |d')?(?P<aged>{AGES}))"
)
_OF_SOME_AGE = Sought(
    rf"\b(?P<who>enfants|jeunes|habitants|personnes)(?: [^,;:.()]{{0,30}})?, dont (?P<part>(?:{NUMBER})"
    rf" (?:ont |(?:sont )?agee?s (?:de )?)(?P<aged>{AGES}))"
)
_INTENDED = re.compile(r"\b(?:objectifs?|vis(?:e|ant|er|ent)|atteindre|cibles?|au moins|pourcentage|taux)\b")

Told = tuple[tuple[int, int], Printed, str]
"""Where the words of a figure stand, the figure, and its indicator where these words are not all of it."""


def people(words: Passage) -> Iterator[Told]:
    """Give the shares of people who are or have something in a sentence, and what part of them is younger."""
    text = plain(words.text)
    for found in _OF_AGE.finditer(text):
        head = words.text[slice(*found.span("who"))]
        yield from _told(text, found.start("part"), found.span("fewer"), tidy(f"{head} {found['fewer']}"))
    for found in _PART_OF_AGE.finditer(text):
        whole, aged = words.text[slice(*found.span("who"))], words.text[slice(*found.span("aged"))]
        yield from _told(text, found.start("part"), found.span("aged"), tidy(f"{whole} > dont {aged}"))
    for found in _OF_SOME_AGE.finditer(text):
        whole, aged = words.text[slice(*found.span("who"))], words.text[slice(*found.span("aged"))]
        yield from _told(text, found.start("part"), found.span("aged"), tidy(f"{whole} de {aged.removeprefix('de ')}"))
    for found in _bracketed().finditer(text):
        whole, state = words.text[slice(*found.span("who"))], words.text[slice(*found.span("state"))]
        printed = next(figures(text, *found.span("part")), None)
        if printed is not None:
            yield found.span("who"), printed, tidy(f"{whole} {state.removeprefix('sont ')}")
    for found in _sharing().finditer(text):
        if not _INTENDED.search(text, 0, found.start()):
            yield from _told(text, found.start(), found.span("label"))


def _told(text: str, start: int, label: tuple[int, int], indicator: str = "") -> Iterator[Told]:
    """Give the figure that ends right before its words."""
    printed = next(figures(text, start, label[0]), None)
    if printed is not None:
        yield label, printed, indicator


@cache
def _sharing() -> Sought:
    """Return the pattern of a percentage of people and the clause that tells which: ``27 % des familles sont ...``."""
    who = alternatives(declared("shared"))
    return Sought(
        rf"(?<![\d.,/-])(?:{NUMBER})\s?% (?:des?|du|d') ?(?:l'ensemble des |la )?"
        rf"(?P<label>(?:(?:{who}|{AGES})\b[^,;:.()%]{{0,50}}? {_STATE}|population\b[^,;:.()%]{{0,50}}? {_ONE_STATE})"
        r" [^,;:.()]{3,90}?)(?=\s(?:et|mais|alors|tandis) (?:que\b|\d)|\s?[,;:.()]|\s*$)"
    )


@cache
def _bracketed() -> Sought:
    """Return the pattern of a share within brackets and what is told of whom: ``des familles (24 %) sont ...``."""
    who = alternatives(declared("shared"))
    return Sought(
        rf"\b(?:des|les) (?P<who>(?:{who})\b[^,;:.()%\d]{{0,40}}?) \((?P<part>(?:{NUMBER})\s?%)\)"
        rf" (?P<state>{_STATE} [^,;:.()]{{3,60}})"
    )
