"""Years of figures: the one that a label names, and the one that a line gives to what stands below or above it."""

from __future__ import annotations

import re

from loaders.document import Block, Passage, Table
from loaders.vocabulary import groups
from loaders.words.wording import alternatives, sentences, tidy

_LONGEST = 120
_IN = r"(?:en |fin |au 1er janvier |au 31 d[ée]cembre |au 31/12/)"
_SOURCE = rf"(?:[Ss]ources? ?:? ?|[Dd]onnées )?(?i:{alternatives(groups('statistics', 'prose')['sources'])})"
CITED = rf"\((?:{_SOURCE}[\s,:–-]{{1,3}})?{_IN}?(?P<year>(?:19|20)\d\d)(?:[\s,–-]{{1,3}}{_SOURCE})?\)"
"""The year of a figure in brackets behind what it measures, with its source or without: ``(Insee, RP 2020)``."""
_NO_SPAN = r"(?<![-/–])(?<!avant)(?<!depuis)(?<!après)(?<!dès)(?<! et)(?<! à)"
_DATED = re.compile(rf"\s*{CITED}$|{_NO_SPAN}[,\s]+{_IN}?(?:19|20)\d\d(?=\)?$)")
_OF_WHEN = re.compile(
    r"\W*(?:[^.:;]{0,60}\b(?:en chiffres|EN CHIFFRES|[Cc]hiffres clés|CHIFFRES CLÉS)"
    r"|[Ss]ituation|[Dd]onnées|[Cc]hiffres|[Ss]ources?|[Ee]ffectifs|[Éé]tat|[Aa]u \d|[Ee]n \d{4})\b[^.]*\.?$"
)
_YEAR = re.compile(r"(?<!\d)(?<!avant )(?<!depuis )(?<!après )(?:19|20)\d\d(?!\d)")


def single_year(label: str) -> str:
    """Return the year that a label names, empty where it names none or several."""
    years = _YEAR.findall(label)
    return years[0] if len(years) == 1 else ""


def undated(label: str) -> str:
    """Return a label without the year at its end, which is a column of its own, and its source with it."""
    return (_DATED.sub("", label) or label) if single_year(label) else label


def told_of_when(block: Block) -> str:
    """Return what a line says of when the figures beside it are: ``Source : Insee. Situation au 31 décembre 2021``."""
    return "" if isinstance(block, Table) else says_when(block.words)


def says_when(words: Passage) -> str:
    """Return what ``words`` are where they say of when the figures below or above them are, else nothing."""
    if len(words.text) >= _LONGEST:
        return ""
    said = all(_OF_WHEN.match(tidy(sentence.text)) for sentence in sentences(words))
    return tidy(words.text) if said else ""
