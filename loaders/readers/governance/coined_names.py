"""Coined names: bodies that an act names as it likes, told by what stands beside the name.

It says that they meet, and how often: ``La tablée du bassin se réunit une fois par an``, ``Vigie (chaque mois) : ...``.
Such a name is nothing by itself: it is asked for only where bodies that steer are spoken of.
"""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.document import Passage
from loaders.readers.governance.cues import cues
from loaders.readers.governance.kinds import NAMES, OTHER, SIDE, kind_beside, kind_named
from loaders.readers.governance.labels import label
from loaders.readers.governance.mentions import BODY_LEAD, BODY_WORD, Mention, about_another, is_of_a_body, opening_any
from loaders.readers.governance.offices import begins_with_office
from loaders.seeking import Sought
from loaders.words.actor_heads import kind_at
from loaders.words.rhythms import where_often
from loaders.words.wording import plain

_NAME = rf"(?P<whole>(?P<name>(?!{cues('nameless')}\b){BODY_WORD}(?:[\s-]{BODY_WORD}){{0,5}}?){SIDE}?)"
_MEETS = rf"(?:(?:est|sera) )?{cues('gathers')}"
_SENTENCE = re.compile(
    rf"(?:[^,.;:«]{{3,40}},\s+)?(?:(?:le|la|une?|cette|ce)\s|l'){_NAME}"
    rf"(?=(?:,[^,.;:]{{3,80}},|,?\s+qui)?\s+(?:{_MEETS}|(?:est|sera) compose)\b)"
)
_STANDS = re.compile(rf"(?:[^,.;:«]{{3,40}},\s+)?(?:(?:le|la|une?)\s|l'){_NAME}(?=(?:,?\s+qui)?\s+{cues('stands')})")
_QUOTED = Sought(
    rf"(?:\b(?P<before>{NAMES})[^.:;()«\"“]{{0,30}})?\b(?:une?|le|la|l')\s?"
    rf"[«\"“]\s?(?P<whole>(?P<name>{BODY_WORD}(?:[\s-]{BODY_WORD}){{0,5}}?)\s?{SIDE})"
)
_SIDE = re.compile(SIDE)
_GATHERS_WHO = re.compile(
    r"\s+(?:(?:reuni|rassembl|regroup)(?:t|e|ra|era)|(?:est|sera) compose\w* d(?:e |u |'|es ))\s?(?:la |le |les |l')?"
)
_NO_BODIES = frozenset(
    ("caf", "msa", "departement", "epci", "commune", "etat", "cpam", "operateur", "equipement", "poste")
)
_LINE = re.compile(rf"{BODY_LEAD}{_NAME}\s*(?:[(,:–—]|-\s)\s*(?:{_MEETS},?\s+|{cues('qualified_often')}\s*:?\s*)?")
"""A name that begins a line, as far as what says how often."""

_LONGEST = 80


def coined(words: Passage) -> Mention | None:
    """Return the body, by whatever name, of which ``words`` say that it meets and how often, or for what it stands."""
    text = plain(words.text)
    stands = _STANDS.match(text)
    if stands is not None and kind_beside(text[stands.end() :]):
        return _mention(words, stands)
    found = _SENTENCE.match(text)
    start, end = where_often(words.text)
    if end:
        found = _LINE.fullmatch(text, 0, start) or found or _quoted(text)
    elif found is not None and not _gathers_people(text[found.end() :]):
        found = None
    return _mention(words, found) if found is not None else None


def opening_by_form(words: Passage) -> Mention | None:
    """Return the body that ``words`` begin with, by a name of bodies or any other, and of the kind said beside it."""
    named = opening_any(words)
    if named is None or named.kind != OTHER:
        return named or coined(words)
    behind = plain(words.text[named.end :])
    side = _SIDE.match(behind)
    return replace(named, kind=kind_beside(behind) or OTHER, end=named.end + (side.end() if side else 0))


def may_name(text: str, *, said: bool = False) -> bool:
    """Tell whether ``text`` may be the name of a body: no other assembly's, no institution's, no office's.

    Where a sentence has ``said`` that it is one it may be that of a place too: ``La cuisine``.
    """
    if not text or len(text) > _LONGEST or re.match(rf"{cues('nameless')}\b", plain(text)):
        return False
    kind = kind_at(text)
    return is_of_a_body(text) or kind not in _NO_BODIES or (said and kind == "equipement")


def _gathers_people(behind: str) -> bool:
    """Whether the words behind a name say that who holds an office is gathered there: ``réunit la présidente``."""
    verb = _GATHERS_WHO.match(behind)
    return verb is not None and begins_with_office(behind[verb.end() :])


def _quoted(text: str) -> re.Match[str] | None:
    """Return a name in quotation marks of which the sentence goes on to say that it meets."""
    found = _QUOTED.search(text)
    return found if found is not None and re.search(rf"\b{_MEETS}\b", text[found.end() :]) else None


def _mention(words: Passage, found: re.Match[str]) -> Mention | None:
    """Return the body that ``found`` names, unless its name is one of something else."""
    name = words.cut(*found.span("name"))
    if about_another(words) or about_another(name) or label(name) or not may_name(name.text):
        return None
    before = kind_named(found["before"] or "") if "before" in found.re.groupindex else ""
    kind = before or kind_beside(plain(words.text[found.end("name") :])) or OTHER
    return Mention(*found.span("whole"), kind, name, known=False)
