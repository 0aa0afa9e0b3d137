"""Numbers of acts: the number that the head of an act gives it, told from those of what it refers to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from loaders.acts.convention_cues import MENTION
from loaders.acts.splitting import words_of
from loaders.document import Block, Passage
from loaders.words.wording import lines, plain

_NUMBERED = re.compile(
    r"\b(?P<of>deliberation|acte|rapport|decision|avenant|dossier|numero|d'ordre)?\W*"
    r"(?:\bn\s?[°º]\s?\.?|\bno\b\.?|\bnumero)\s*(?:d(?:e (?:la |l')?|')(?:deliberation|decision|acte|ordre)\s)?\s*:?\s*"
    r"(?P<number>(?:[a-z]{1,6}[-_./])?(?:[a-z]{1,6}[-_. /]?)?\d[\w./_-]*(?:\s[a-z](?=\W*$))?)"
)
CODE = (
    r"(?:(?!(?:tel|fax|bp|cs|le|du|au|ctg|acte)\b)(?![a-z]{1,6}[ _-]?(?:19|20)\d\d[-/](?:19|20)\d\d\b)"
    r"[a-z]{1,6}[ _/-]?\d{2,8}[-._/]\d{1,5}(?:[-._/]\w+)*"
    r"|(?:19|20)\d{6}[-_/.]\d{1,4}|(?:19|20)\d\d(?:[-_/][a-z]{1,5}[-_/]?|[a-z]{1,5})\d{1,5}(?:[-_/]\w{1,6})*"
    r"|(?:19|20)\d\d[-_/](?!(?:19|20)\d\d\b)\d{1,4}(?:[-_/]\w{1,6})*|\d{2}[a-z]{1,2}[-_/]\d{1,4}(?:[-_/]\w{1,6})*"
    r"|(?:[a-z]{1,6}[-_/]){2,3}\d{1,5}[-_/.]\d{1,5}"
    r"|\d{2}[-_/](?:\d{3,5}|[a-z]{1,4}[-_/]?\d{1,5})(?:[-_/]\w{1,6}){0,2}|\d{3}[-_/](?:19|20)?\d\d)(?![\w./-]*\w)"
)
"""A number that shows by its parts that it is one: ``2024-12``, ``CC_240926_07``, ``22/0451/VDV``, ``045/2023``."""

_BARE_NUMBER = re.compile(
    r"\s*(?:(?:deliberation|acte|rapport|affaire|dossier)\s+)?\(?"
    rf"(?P<number>{CODE}|\d{{1,4}} ?[-/] ?\d\d\.\d\d\.(?:19|20)\d\d)\)?(?=\s*$|\s+[-–:|]\s)"
)
_ENDS_LINE = re.compile(rf"\s[-–]\s+(?P<number>{CODE})\s*$")
_PIECE = r"(?: (?!(?:DU|AU|CTG)\b)[A-Z]{1,6}\d{0,3}\b| \d{1,5}\b)"
_SERVICE = re.compile(
    rf"\W*(?P<number>(?:19|20)\d\d(?=(?: \d+)*? [A-Z]){_PIECE}+(?<=\d)|[A-Z]{{2}} (?:19|20)\d\d(?: \d{{2,4}})+)"
    r"(?=\s*$|\s+\W*[A-Z])"
)
"""A year, who prepared the act, and its number, in any order: ``2023 DFPE 118``, ``2024 CP02 B 17 08``."""

_IN_PIECES = re.compile(rf"(?:{_PIECE}+(?<=\d)|(?: ?/ ?\d{{1,5}})+| - \d{{1,5}})(?=\W*$|\s+\W*[-–—:|(]|\s+du \d)")
"""What goes on with a number that blanks part into pieces: `` CP02 B 17 08`` behind ``2024``."""

_BEFORE_TITLE = re.compile(rf"\W*(?P<number>{CODE})\s+(?:[|:–-]\s+)?(?=[^\W\d])")
BEHIND_TITLE = re.compile(
    r"\s*[(\[](?:(?:deliberation|delib\.?|acte)\s+(?:(?:n\s?[°º]|no\.?|numero)\s*)?(?:[a-z]{1,6}[-_. /]?)?"
    r"|(?=(?!ctg\b)[a-z]{1,6}[-_. /]?\d)(?P<lead>dcc|dcm|del|delib|[a-z]{1,2})[-_. /]?)"
    r"(?P<number>\d{2,4}[-_/.]\d{1,5}(?:[-_/.]\w+)*)[)\]]\s*$"
)
"""The number of an act behind its title, in brackets: ``... (délibération 2021/014)``."""

_REFERENCE = re.compile(
    r"\W*(?:ref(?:erence)?|acte|affaire|dossier)\.?(?: (?:de (?:la |l')(?:acte|deliberation)|n\W{0,3}))?\s*:\s*"
    rf"(?P<number>{CODE}|[a-z]{{1,6}}[ ._-]\d\d[-._/]\d{{1,4}}(?:[-._/]\w+)*)\W*$"
)
_OF_ITS_KIND = re.compile(rf"\bdeliberation\s+:?\s*(?P<number>{CODE}|(?:19|20)\d\d\s[-/]\s\d{{1,4}}(?=\W*$))")
_YEAR_LAST = re.compile(r"\W*(?:deliberation|acte|decision)\s+(?P<number>\d{1,4}[-_/](?:19|20)\d\d)\b")
AVENANT_NUMBER = re.compile(r"\bavenant\W*(?:n\s?[°ºo]\s?\.?\s*)?(?P<number>\d[\w./-]*)")
_LABEL = re.compile(
    r"\W*(?:(?:deliberation|acte|rapport|decision) (?:n\s?[°º]|no|numero)|(?:n\s?[°º]|numero) d[e'][a-z' ]+)\W*"
)
"""The label of an act's number, which stands below it, or in the next cell."""

_DRAWN = re.compile(r"\W*(?:extrait\W|(?:seance|session|reunion)\b[^:]* du\b)")
_UNNUMBERED = re.compile(r"\bloi\b|\bdecret|\barticle|\barrete|\bl\.\s?\d|\bpage\b|\bsiret|\btel\b")
_KINDS = ("deliberation", "rapport")
_BESIDE = 3
_SHORT_LINE = 40
_LONGEST_LINE = 200
_OWN, _ALONE, _TITLED, _CODE, _SPOKEN_OF = range(5)
"""How a number is told for the act's own, the surest first; one that is only spoken of is not taken for it."""


def number_of(head: Iterable[Block], kind: str) -> Passage:
    """Return the act's number: beside its kind, else behind ``N°`` alone or before the title, else a code."""
    found = [told for line in _labelled(head) for told in _told(line, kind)]
    rank, number = min(found, key=lambda told: told[0], default=(_SPOKEN_OF, Passage(())))
    return number if rank < _SPOKEN_OF else Passage(())


def _labelled(head: Iterable[Block]) -> Iterator[Passage]:
    """Give the lines of the head, and one below nothing but the label of a number with that too."""
    label = Passage(())
    for line in (line for block in head for line in lines(words_of(block))):
        yield from (line, label + line) if label else (line,)
        label = line if _LABEL.fullmatch(plain(line.text)) else Passage(())


def _told(line: Passage, kind: str) -> Iterator[tuple[int, Passage]]:
    """Give the numbers that a line of the head holds, each with how it is told."""
    text = plain(line.text)
    if kind == "avenant" and (found := AVENANT_NUMBER.search(text)):
        yield _OWN, line.cut(*found.span("number"))
        return
    found = _NUMBERED.search(text)
    if kind == "deliberation" and not found and (coded := _OF_ITS_KIND.search(text)) and len(text) < _LONGEST_LINE:
        yield _OWN, line.cut(*coded.span("number"))
    if found and not _UNNUMBERED.search(text[: found.start("number")]) and len(text) < _LONGEST_LINE:
        start, end = found.span("number")
        pieces = _IN_PIECES.match(line.text, end)
        yield _rank(text, found, kind), line.cut(start, pieces.end() if pieces else end)
    found = (
        _BARE_NUMBER.match(text)
        or _REFERENCE.match(text)
        or _YEAR_LAST.match(text)
        or _SERVICE.match(line.text)
        or _ENDS_LINE.search(text)
    )
    if found is None and MENTION.search(text):
        found = _BEFORE_TITLE.match(text) or BEHIND_TITLE.search(text)
    if found is not None:
        yield _TITLED if MENTION.search(text) else _CODE, line.cut(*found.span("number"))


def _rank(text: str, found: re.Match[str], kind: str) -> int:
    """Return how the number of a match of ``_NUMBERED`` is told."""
    told = found["of"] or next((of for of in _KINDS if of in text[: found.start("number")]), "")
    if told and kind.startswith(told[:5]):
        return _OWN
    if told == "avenant":
        return _SPOKEN_OF
    titled = found.start() <= _BESIDE and bool(MENTION.search(text))
    drawn = _DRAWN.match(text) is not None  # ``Séance du 26 février 2025 – N° 2025/04``
    return _ALONE if len(text) - len(found["number"]) < _SHORT_LINE or titled or drawn else _SPOKEN_OF
