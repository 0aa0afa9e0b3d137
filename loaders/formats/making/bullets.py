"""What opens an item of a list: dashes, bullets, arrows, boxes, numbers and letters."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.document import BULLETS
from loaders.remembering import remembered_texts

ARROWS = "→⇒*"
"""Signs that open an item, but stand in sentences too."""

DASHES = "-–—"

_MISREAD = r"e(?=\s(?:(?:les?|la|une?|des)\s|l['’]))"
"""A round bullet that a scan read as a letter, before the article of a list."""

_MARKER = rf"[{BULLETS}]|[{DASHES}{ARROWS}](?=\s)|[+o°](?=\s\s?\S{{2}})|{_MISREAD}|\d{{1,3}}[.)](?=\s)|[a-zA-Z]\)(?=\s)"
_OPENING = re.compile(rf'{_MARKER}|[{DASHES}*](?=[^\W\d_]|[«"“])')
_INNER = re.compile(_MARKER)
_APART = 2
_LETTERS = re.compile(r"[^\W\d_]{2}")
_PLACE = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\.?\s{1,3}(?:[-–—:]\s{1,3})?[«“\"(]?\s?[A-ZÀ-ÖØ-ÞŒ]")
_ACT_NUMBER = re.compile(
    r"\s*(?:D[ée]lib[ée]ration|D[ÉE]LIB[ÉE]RATION)\s[nN]\s?[°ºo]\s?:?\s?"
    r"(?:[A-Za-z]{1,6}[-_. /]?)?\d[\w./-]{0,20}\s*"
)
_POINT = re.compile(
    r"(?:Point|Question|Affaire|Dossier|Rapport|D[ée]lib[ée]ration|POINT|QUESTION|AFFAIRE|DOSSIER|RAPPORT|D[ÉE]LIB[ÉE]RATION)"
    r"\s(?:[nN](?:\s?[°º]|o\b)\.?\s?)?\d[\w./-]{0,20}\s?[-–—:.]\s{1,3}[«“\"(]?\s?[^\W\d_]"
)
_NUMBERED_TITLE = re.compile(
    r"(?:[A-ZÀ-ÖØ-ÞŒ][^\W\d_]{2,12}(?:\s[Aa]ctions?)?\s(?:[nN]\s?[°º]\s?)?)?\d{1,2}\s?[-–—:]\s[«“\"]?\s?[A-ZÀ-ÖØ-ÞŒ]"
)


@dataclass(frozen=True, slots=True)
class Opening:
    """The bullet that opens a line: the width of its indent, the marker as printed, and where the words begin."""

    indent: int
    marker: str
    start: int

    @property
    def hangs(self) -> int:
        """The column at which what goes on with its words stands too: they are set apart from the marker; else 0."""
        return self.start if self.start - self.indent - len(self.marker) >= _APART else 0


@remembered_texts(4_096)
def opening(text: str) -> Opening | None:
    """Return the bullet that opens ``text``, None where none does. ``- ↳ x`` has the inner marker."""
    start = _blank(text, 0)
    match = _OPENING.match(text, start)
    if match is None or not _LETTERS.search(text, match.end()):
        return None
    marker, words = match[0], _blank(text, match.end())
    inner = _INNER.match(text, words) if marker in DASHES + "*" else None
    if inner is not None and _LETTERS.search(text, inner.end()):
        return Opening(start, inner[0], _blank(text, inner.end()))
    return Opening(start, marker, words)


def is_placed(text: str) -> bool:
    """Tell whether ``text`` opens with its place in an outline (``1.2 Ouvrir``), which is no number in a sentence."""
    return _PLACE.match(text, _blank(text, 0)) is not None


def numbers_an_act(text: str) -> bool:
    """Tell whether ``text`` is but the number of an act (``Délibération n° 2024/12``): a line that stands alone."""
    return _ACT_NUMBER.fullmatch(text) is not None


def titles_a_point(text: str) -> bool:
    """Tell whether ``text`` opens with the number of a point of minutes and its title: ``POINT N° 4 – Signature``."""
    return _POINT.match(text, _blank(text, 0)) is not None


def numbers_a_title(text: str) -> bool:
    """Tell whether ``text`` opens as a numbered title can: ``3 – Tarifs``, ``Axe 2 : Grandir``; a sentence can too."""
    return _NUMBERED_TITLE.match(text, _blank(text, 0)) is not None


def _blank(text: str, start: int) -> int:
    """Return the index of the first character from ``start`` that is no white space."""
    return len(text) - len(text[start:].lstrip())
