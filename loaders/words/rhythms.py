"""Rhythms: how often something takes place, in the words of the vocabulary."""

from __future__ import annotations

import re

from loaders.document import Passage
from loaders.remembering import remembered_texts
from loaders.seeking import Sought
from loaders.vocabulary import groups
from loaders.words.wording import alternatives, plain

_WORDS = {name: alternatives(entries) for name, entries in groups("dates", "rhythms").items()}
_NUMBER, _SESSION, _SPAN, _MOMENT, _LEAST, _ADJECTIVE = (
    _WORDS[name] for name in ("number", "session", "span", "moment", "least", "adjective")
)
_TIMES = rf"{_NUMBER}(?: (?:a|ou|-) {_NUMBER})? ?{_SESSION}(?!\w)(?: ?\(s\))?"
_EACH = rf"{_WORDS['each']} ?(?:{_NUMBER} )?{_SPAN}\b"
_EVERY = rf"(?:tou(?:te)?s les|chaque(?! convention)) (?:{_NUMBER} )?(?:(?:mois d(?:e |'))?{_MOMENT}|{_SPAN})\b"
_IN = rf"(?:(?:en|aux? mois d(?:e |')|au|a l'|a la)\s?)?{_MOMENT}\b"
_WHEN = rf"(?: {_LEAST})?(?:,?(?= (?:en|au|a)\b) {_IN}(?:(?:,| et| puis| ou) {_IN})*)?"
_OFTEN = rf"{_TIMES} ?(?:{_EACH}|{_ADJECTIVE}\b(?! d))|{_NUMBER} ?(?:par|/) ?{_SPAN}\b|{_EVERY}"
_COUNTED = rf"(?:{_LEAST} ?)?(?:{_OFTEN}){_WHEN}"
_AT = rf"(?:en|aux? mois d(?:e |')|au|a l'|a la) ?{_MOMENT}\b"
_TWICE = rf"{_AT}(?:,? (?:et|puis) {_IN})+"
_FREE = rf"{_WORDS['free']}\b"
_STATED = rf"(?:{_FREE},? (?:(?:et|mais) )?)?{_COUNTED}|{_TWICE}|{_FREE}"
"""What is long stands in it once: a dozen patterns hold it, and each is compiled when a process begins to read."""

_QUALIFIED = rf"(?:^\W*|[:(–—-]\s*|\b{_WORDS['qualified']} )(?P<alone>{_ADJECTIVE}\b{_WHEN})"
_SESSIONS = re.compile(rf"\W*(?:{_SESSION}|rythme|frequence|periodicite) {_ADJECTIVE}\W*")
_MEETS_IN = re.compile(rf"\bse (?:reuni|tien|retrouv)\w* (?P<when>(?:chaque annee )?{_AT})\W*$")
_MEETS = re.compile(r"^(?:(?:qui )?se (?:reuni(?:t|ssent|ra|ront)|tien(?:t|nent|dra|dront))|reunie?s?)\s+")
_BRACKETED = re.compile(r"\s*\((?P<often>[^()]{3,60})\)\W*$")
_RHYTHM = re.compile(rf"\b(?P<stated>{_STATED})|{_QUALIFIED}")
_CHANGED = re.compile(rf"\b{_WORDS['changed']} $")
_CHANGE = 20
MEETING = Sought(
    r"reun|rencontre|frequence|periodicite|rythme|\bse (?:tien|retrouv)|\bseance|\bsieg|convoqu|convie|tenue?\b"
)
"""Words that tell of a meeting, in plain letters."""

RHYTHM = rf"(?:{_STATED}|{_ADJECTIVE}\b)"
"""The pattern of words that say how often, in plain letters."""


def frequency(words: Passage) -> Passage:
    """Return how often a body meets as ``words`` print it; empty where they do not.

    An adjective says it of what meets alone: not ``le bilan annuel``. What is changed so often does not meet
    (``révisé chaque année``).
    """
    start, end = where_often(words.text)
    return words.cut(start, end) if end else Passage(())


@remembered_texts(2_048)
def where_often(text: str) -> tuple[int, int]:
    """Return where ``text`` says how often a body meets; nowhere where it does not."""
    said = plain(text)
    spans = (found.span(found.lastgroup or 0) for found in _RHYTHM.finditer(said))
    told = (span for span in spans if not _CHANGED.search(said, max(0, span[0] - _CHANGE), span[0]))
    return next(told, (0, 0))


def says_how_often(text: str) -> bool:
    """Whether ``text`` says how often, be it among other words: ``deux fois par an, à la rentrée``."""
    return _RHYTHM.search(plain(text)) is not None


def is_rhythm(words: Passage) -> bool:
    """Whether ``words`` say how often a body meets and nothing else."""
    often = frequency(words)
    said = _MEETS.sub("", plain(words.text.strip(" .,:()–—-")))
    return bool(often) and len(often.text) >= len(said)


def tells_meeting(words: Passage) -> bool:
    """Whether ``words`` say that somebody meets, and how often."""
    return MEETING.search(plain(words.text)) is not None and bool(frequency(words))


def meeting_in(words: Passage) -> Passage:
    """Return in which month or season a body meets, with which a sentence ends: ``Il se réunit en juin``."""
    found = _MEETS_IN.search(plain(words.text))
    return words.cut(*found.span("when")) if found else Passage(())


def tells_session(words: Passage) -> bool:
    """Whether ``words`` say how often sessions are held and nothing else: ``Réunion annuelle``."""
    return is_rhythm(words) or _SESSIONS.fullmatch(plain(words.text)) is not None


def rhythm_apart(words: Passage) -> tuple[Passage, Passage]:
    """Return ``words`` without the rhythm in brackets that ends them, and that rhythm; all and nothing, without one."""
    found = _BRACKETED.search(words.text)
    often = words.cut(*found.span("often")) if found else Passage(())
    return (words.cut(0, found.start()), often) if found and frequency(often) else (words, Passage(()))
