"""Establishments: the CCAS or the syndicat whose own board decides; no register of territories has it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.acts.convention_cues import MENTION
from loaders.acts.section import Section
from loaders.acts.splitting import is_title, words_of
from loaders.document import Passage
from loaders.readers.deliberations.reader import decision_zone
from loaders.remembering import remembered
from loaders.resolve import bare, fold
from loaders.seeking import Sought
from loaders.words.wording import lines, plain, tidy

_BOARD = Sought(
    r"\b(?:(?:comite|conseil|bureau) syndical|conseil d'administration) (?:du |de la |de l'|des |de |d')(?=\S)"
)
_NAME_ENDS = re.compile(r"\s*(?:[,;:(]|$|\b(?:dument|legalement|regulierement|s'est|se reunit|reuni|convoque|tenu)\b)")
_CCAS = re.compile(
    r"\bC[CI]AS (?:du |de la |de l['’]|des |de |d['’])"
    r"(?P<place>[^\W\d_a-zà-öø-ÿ][\w’'-]*"
    r"(?:[ -](?:(?:de|du|la|le|les|sur|sous|en|et|lès)[ -]){0,2}[^\W\d_a-zà-öø-ÿ][\w’'-]*)*)"
)
_ACRONYM = re.compile(r"\s?\(\s*(?:«\s*)?(?P<short>[A-Z][A-Z\d.]{2,11})(?:\s*»)?\s*\)")
_WORDS = frozenset(("syndicat", "syndicat intercommunal", "syndicat mixte", "sivu", "sivom", "ccas", "cias"))
"""What such an establishment is called without its name."""
_FIRST = 6  # blocks in which a letterhead stands
_OPENING = 15  # blocks in which a sentence says whose board is in session
_NOTHING = Passage(())


@remembered(4)
def establishment(section: Section) -> Passage:
    """Return the name of the establishment that deliberates: as the sentence about its board prints it, else its head.

    A CCAS goes by its short name where what it decides prints that. A line that says what it decides is no name.
    """
    if section.head.home is not None:
        return _NOTHING
    for words in (*_of_boards(section), *_heading_lines(section)):
        actor = section.gazetteer.actor(words.text, section.territory, section.abbreviations)
        if actor.kind == "operateur" and " " in words.text.strip() and not MENTION.search(plain(words.text)):
            return _short_name(section, words)
    return _NOTHING


def own_establishment(section: Section) -> str:
    """Return the name by which an act calls the establishment that decides it, its own short one first; else empty."""
    name = establishment(section) if section.kind == "deliberation" else _NOTHING
    full = fold(bare(tidy(name.text)))
    defined = (short for short, whole in section.abbreviations.items() if full and fold(bare(whole)) == full)
    return next(defined, "") or _bracketed(section, name.text) or bare(tidy(name.text))


def called_in_full(section: Section, printed: str) -> str:
    """Return the name of the establishment that decides where ``printed`` is but its first word: ``le syndicat``."""
    if fold(printed) not in _WORDS:
        return ""
    name = own_establishment(section)
    whole = (fold(name), fold(bare(tidy(establishment(section).text))) if name else "")
    return name if any(one.startswith(f"{fold(printed)} ") for one in whole) else ""


def _of_boards(section: Section) -> Iterator[Passage]:
    """Give whose board the first sentences say to be in session: ``le comité syndical du Syndicat de X, réuni``."""
    for words in map(words_of, section.blocks[:_OPENING]):
        said = plain(words.text)
        for board in _BOARD.finditer(said):
            ends = _NAME_ENDS.search(said, board.end())
            yield words.cut(board.end(), ends.start() if ends is not None else None)


def _bracketed(section: Section, name: str) -> str:
    """Return the acronym in brackets behind the ``name`` of an establishment: ``Syndicat des écoles du Val (SIEV)``."""
    for words in map(words_of, section.blocks[:_OPENING] if name else ()):
        start = words.text.find(name)
        found = _ACRONYM.match(words.text, start + len(name)) if start >= 0 else None
        if found is not None:
            return found["short"]
    return ""


def _heading_lines(section: Section) -> Iterator[Passage]:
    """Give the lines of the titles at the head of the act."""
    return (line for block in section.blocks[:_FIRST] if is_title(block) for line in lines(words_of(block)))


def _short_name(section: Section, full: Passage) -> Passage:
    """Return the name of a CCAS as what it decides prints it in short, of the place in its ``full`` name; else that."""
    for words in decision_zone(section.blocks):
        for called in _CCAS.finditer(words.text):
            if fold(full.text).endswith(f" {fold(called['place'])}"):
                return words.cut(*called.span())
    return full
