"""Items' cells: what a rubric of a fiche lists, an item each, whatever the print parts them with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from loaders.document import BULLETS, Item, Paragraph, Passage
from loaders.resolve import Gazetteer
from loaders.words.item_marks import split_marks, ticked
from loaders.words.lost_breaks import split_lost
from loaders.words.numbered_parts import split_numbered
from loaders.words.numbering import numbered
from loaders.words.persons import without_persons
from loaders.words.rubrics import rubric

_EDGES = re.compile(rf"^[\s{BULLETS}→⇒*_–—:;,-]+|[\s,;:–—-]+$")
_SHORT_HEADING = 4
_LONGEST_MARK = 6


@dataclass(frozen=True, slots=True)
class Listed:
    """An item: its number where printed (``4.1``), and its words."""

    number: str
    words: Passage

    @property
    def text(self) -> str:
        """The words, single-spaced."""
        return " ".join(self.words.text.split())


def items(blocks: Sequence[Paragraph | Item], gazetteer: Gazetteer | None = None) -> Iterator[Listed]:
    """Give the items that ``blocks`` list. With a ``gazetteer``, an actor put as a mark before an item is left out."""
    carried = ""
    whole = list(_whole(ticked(blocks)))
    for index, block in enumerate(whole):
        for listed in (listed for piece in _pieces(block) for listed in _listed(piece, gazetteer)):
            if not listed.words:
                carried = listed.number or carried
            elif not _is_heading(listed, block, index + 1 < len(whole)):
                yield Listed(listed.number or carried, listed.words)
                carried = ""


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
    """Give the items that marks part in one block: bullets, semicolons, numbers."""
    for marked in split_marks(block.words):
        yield from split_numbered(marked)


def _listed(words: Passage, gazetteer: Gazetteer | None) -> Iterator[Listed]:
    """Give the items that ``words`` are: one with its number, and those whose line breaks the print has lost."""
    words = _bared(without_persons(words))
    head = numbered(words.text)
    start = head.start if head is not None and head.number else 0
    label = _bared(words.cut(start))
    if gazetteer is not None and re.search(r"[–—-]\s*$", words.text[:start]):
        label = _unmarked(label, gazetteer)
    first, *others = split_lost(label, prose=True)
    yield Listed(head.number if head is not None else "", _bared(first))
    yield from (Listed("", _bared(other)) for other in others)


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
    if rubric(listed.text) and text.endswith(":"):
        return True
    if followed and text.endswith(":") and not listed.number:
        return len(listed.text.split()) <= _SHORT_HEADING
    return text.startswith("(") and text.endswith(")")
