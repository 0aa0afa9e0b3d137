"""Items' cells: what a rubric of a fiche lists, an item each, whatever the print parts them with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from loaders.document import Item, Paragraph, Passage
from loaders.readers.lost_breaks import split_lost
from loaders.readers.numbering import numbered, split_numbered
from loaders.readers.persons import without_persons
from loaders.readers.rubrics import rubric
from loaders.readers.wording import plain
from loaders.resolve import Gazetteer

_BULLET = re.compile(r"(?:^|(?<=\s))(?:[•▪■►➤▶→⇒↳✓❖□☐]|[-–—*](?=\s))\s*")
_EDGES = re.compile(r"^[\s•·➤►▶▪■→⇒↳✓❖□☐*_–—:;,-]+|[\s,;:–—-]+$")
_SHORT_HEADING = 4
_LONGEST_MARK = 6


@dataclass(frozen=True, slots=True)
class Listed:
    """An item: its number where printed (``4.1``), and its words."""

    number: str
    words: Passage

    @property
    def text(self) -> str:
        """The words single-spaced, without bullets and loose punctuation."""
        return " ".join(self.words.text.split())


def items(blocks: Sequence[Paragraph | Item], gazetteer: Gazetteer | None = None) -> Iterator[Listed]:
    """Give the items that ``blocks`` list. With a ``gazetteer``, an actor put as a mark before an item is left out."""
    carried = ""
    whole = list(_whole(blocks))
    for index, block in enumerate(whole):
        for words in _pieces(block):
            listed = _listed(words, carried, gazetteer)
            if not listed.words:
                carried = listed.number or carried
            elif not _is_heading(listed, block, index + 1 < len(whole)):
                carried = ""
                yield listed


def _whole(blocks: Iterable[Paragraph | Item]) -> Iterator[Paragraph | Item]:
    """Give the blocks, those joined again that a page break cut in the middle of a sentence."""
    held: Paragraph | Item | None = None
    for block in blocks:
        if held is not None and _goes_on(held, block):
            held = type(held)(held.words + block.words)
            continue
        if held is not None:
            yield held
        held = block if block.words else held
    if held is not None:
        yield held


def _goes_on(before: Paragraph | Item, block: Paragraph | Item) -> bool:
    """Whether ``block`` goes on with the sentence that ``before`` left open."""
    text, following = before.words.text.rstrip(), block.words.text.lstrip()
    if isinstance(block, Item) or not following or text.endswith((".", ":", ";", "!", "?")):
        return False
    return following[0].islower()


def _pieces(block: Paragraph | Item) -> Iterator[Passage]:
    """Give the items that stand in one block."""
    for bulleted in _split_bullets(block.words):
        for piece in (piece for part in _split_semicolons(bulleted) for piece in split_numbered(part)):
            head = numbered(piece.text)
            start = head.start if head is not None and head.number else 0
            first, *others = split_lost(piece.cut(start), prose=True)
            yield piece.cut(0, start) + first if start else first
            yield from others


def _split_bullets(text: Passage) -> Iterator[Passage]:
    """Give what stands between the bullets of ``text``, where it begins with one or holds several."""
    found = list(_BULLET.finditer(text.text))
    marks = [mark for mark in found if mark[0].strip() not in "-–—*" or _has_list(text.text, found)]
    starts = [0, *(mark.end() for mark in marks)]
    ends = [*(mark.start() for mark in marks), len(text.text)]
    for start, end in zip(starts, ends, strict=True):
        if piece := text.cut(start, end):
            yield piece


def _split_semicolons(text: Passage) -> Iterator[Passage]:
    """Give what stands between the semicolons of ``text`` that are in no brackets."""
    start = 0
    for found in re.finditer(";", text.text):
        if text.text[: found.start()].count("(") <= text.text[: found.start()].count(")"):
            yield text.cut(start, found.start())
            start = found.end()
    if rest := text.cut(start):
        yield rest


def _has_list(text: str, bullets: Sequence[re.Match[str]]) -> bool:
    """Whether dashes among ``bullets`` are bullets: the text begins with one, or they introduce capitals."""
    if bullets[0].start() == 0:
        return True
    return len(bullets) > 1 and all(text[mark.end() : mark.end() + 1].isupper() for mark in bullets)


def _listed(words: Passage, carried: str, gazetteer: Gazetteer | None) -> Listed:
    """Return the item that ``words`` are, its number taken off, or the ``carried`` number of the line above."""
    words = _bared(without_persons(words))
    head = numbered(words.text)
    if head is None or not head.number:
        return Listed(carried, words)
    dashed = re.search(r"[–—-]\s*$", words.text[: head.start]) is not None
    label = _bared(words.cut(head.start))
    return Listed(head.number, _unmarked(label, gazetteer) if dashed and gazetteer else label)


def _unmarked(label: Passage, gazetteer: Gazetteer) -> Passage:
    """Return ``label`` without the actor put before it (``Objectif 4.4 – Conseil Départemental Développer ...``)."""
    tokens = list(re.finditer(r"\S+", label.text))
    for count in range(min(_LONGEST_MARK, len(tokens) - 1), 0, -1):
        rest, mark = tokens[count], label.text[: tokens[count].start()].strip()
        if rest[0][:1].isupper() and gazetteer.actor(mark).kind not in ("", "groupe", "poste", "equipement"):
            return label.cut(rest.start())
    return label


def _bared(words: Passage) -> Passage:
    """Return ``words`` without bullets before them and loose punctuation around them."""
    text = words.text
    head = _EDGES.match(text)
    tail = re.search(r"[\s,;:–—-]+$", text)
    start = head.end() if head else 0
    return words.cut(start, max(tail.start() if tail else len(text), start))


def _is_heading(listed: Listed, block: Paragraph | Item, followed: bool) -> bool:
    """Whether an item is only a heading within its cell: ``Public cible :``, a template's hint in brackets, nothing."""
    text = block.words.text.strip()
    if not re.search(r"[^\W\d_]{2}", listed.text):
        return True
    kind = rubric(listed.text)
    if kind and text.endswith(":"):
        return True
    if kind and kind != "autre" and not isinstance(block, Item):
        return len(plain(listed.text).split()) > 1
    if followed and text.endswith(":") and not listed.number:
        return len(listed.text.split()) <= _SHORT_HEADING
    return text.startswith("(") and text.endswith(")")
