"""Heads: what the first lines of an act say of it (number, date, body, title), and who presides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.acts.act_numbers import BEHIND_TITLE, CODE, number_of
from loaders.acts.convention_cues import MENTION
from loaders.acts.dating import dated_alone, decided_on
from loaders.acts.deliberating import body_of, home_of
from loaders.acts.presiding import chair_of
from loaders.acts.splitting import is_title, words_of
from loaders.document import Block, Paragraph, Passage, Table, passages
from loaders.resolve import Gazetteer
from loaders.vocabulary import groups
from loaders.words.wording import alternatives, lines, plain
from maillage.reference import Territory

_BODY_END = re.compile(
    r"^\W*(?:vu\b|considerant|article (?:1|premier)\b|preambule|apres en avoir|il est propose|par deliberation)"
)
_OBJECT = re.compile(rf"^\W*{alternatives(groups('acts', 'object')['words'])}\W*[:–-]\s*")
_NUMBERED = re.compile(
    r"\W*(?:(?:deliberation|delib\.?|de|point|question|affaire|dossier|rapport)\s+)?"
    r"(?:(?:n\s?[°º]\s?|no\.? |numero )\d[\w./-]*(?:\s?[-:.)]+)?|\d{1,3}(?:\.\d{1,2})?\s?[-:.)°]+"
    rf"|{CODE}(?:\s?[-:.)]+)?)\s+(?=[^\W\d])"
)
"""The number of an act, or of a point of minutes, before its title."""
_FIELD = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ '’,&/-]{3,40}\s[–—:-]\s(?=[A-ZÀ-Þ][^\W\d_A-ZÀ-Þ])")
"""The field of a point of minutes in capitals, before its title that is not: ``JEUNESSE – Convention ...``."""

_DISTRICT = re.compile(r"\W*(?:arrondissement|canton|sous-prefecture)s? (?:de|du|des|d')[^.:;]{2,60}$")
_HEAD_BLOCKS = 45
_TITLE_PAGE = 12
_NOTHING = Passage(())


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of an act states; each with the words that state it."""

    number: Passage = _NOTHING
    date: str = ""
    dated: Passage = _NOTHING
    body: Passage = _NOTHING
    home: Territory | None = None
    housed: Passage = _NOTHING
    title: Passage = _NOTHING
    chair: Passage = _NOTHING
    chair_role: Passage = _NOTHING


def read_head(blocks: Sequence[Block], kind: str, gazetteer: Gazetteer, near: Territory | None) -> Head:
    """Read the head of an act of ``kind``; ``near`` is the département that the document speaks of."""
    head = [part for block in _head_blocks(blocks) for part in _opened(block)]
    head = [block for block in head if not _DISTRICT.match(plain(words_of(block).text))]
    body, body_kind = body_of(head)
    home, housed = home_of(head, blocks, body_kind, gazetteer, near)
    date, dated = decided_on(head, blocks, shown=kind == "rapport")
    if not date and kind == "rapport":
        date, dated = dated_alone(head[:_TITLE_PAGE])
    chair, role = chair_of(head, blocks)
    return Head(number_of(head, kind), date, dated, body or housed, home, housed, numberless(_title(head)), chair, role)


def _head_blocks(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks before the recitals."""
    for index, block in enumerate(blocks[:_HEAD_BLOCKS]):
        if index and _BODY_END.match(plain(words_of(block).text)):
            return list(blocks[:index])
    return list(blocks[:_HEAD_BLOCKS])


def _opened(block: Block) -> Iterator[Block]:
    """Give a block of the head; a table, in which some letterheads are printed, as a paragraph a cell."""
    if not isinstance(block, Table):
        yield block
        return
    for words in passages(block):
        yield Paragraph(words)


def _title(head: Sequence[Block]) -> Passage:
    """Return the title: what stands behind ``Objet``, else the lines of the first title that names a convention."""
    for words in map(words_of, head):
        for line in lines(words):
            if found := _OBJECT.match(plain(line.text)):
                return words.cut(max(words.text.find(line.text), 0) + found.end())
    for words in map(words_of, filter(is_title, head)):
        if found := MENTION.search(plain(words.text)):
            return _from_line(words, found.start())
    return _NOTHING


def numberless(title: Passage) -> Passage:
    """Return a title without the number before or behind it, nor the field that stands between a number and it."""
    behind = BEHIND_TITLE.search(plain(title.text))
    title = title.cut(0, behind.start()) if behind else title
    found = _NUMBERED.match(plain(title.text))
    if found is None:
        return title
    if again := _NUMBERED.match(plain(title.text), found.end()):  # « Rapport 2 – Délibération n° 2022-06-02 : ... »
        found = again
    field = _FIELD.match(title.text, found.end())
    return title.cut(field.end() if field and not MENTION.search(plain(field[0])) else found.end())


def _from_line(words: Passage, position: int) -> Passage:
    """Return ``words`` from the beginning of the line on which ``position`` stands."""
    start = 0
    for piece in words.pieces:
        if start <= position < start + len(piece.text):
            return words.cut(start)
        start += len(piece.text)
    return words
