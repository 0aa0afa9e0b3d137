"""Cells of a plan's table: the nodes that one cell states."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.document import Cell, Item, Paragraph, Passage
from loaders.readers.plan.lines import number_of
from loaders.words.codes import coded
from loaders.words.lost_breaks import split_lost
from loaders.words.numbered_parts import split_numbered
from loaders.words.numbering import NUMBER, numbered, numbers
from loaders.words.wording import plain

_TAG = re.compile(
    rf"[(\[]\s*(?:fiches?[ -])?(?:actions?|fiches?)\s*(?:n\s?[°o]s?\s*)?(?P<numbers>{NUMBER}"
    rf"(?:\s*(?:,|et|a|/|-|&)?\s*(?:actions?|fiches?)?\s*(?:n\s?[°o]\s*)?{NUMBER})*)"
    r"\s*(?:-?\s*(?:mise a jour|nouvelle|modifiee|maj))?\s*[)\]]\s*\.?"
)
_DAMAGED = re.compile(r"\s*(?P<whole>\d{1,2}),(?P<part>\d{1,2})\s+(?=[A-ZÀ-Ý][a-zà-ÿ]{2})")
"""A number whose point the scan has read as a comma, before a label that begins with a capital: no figure."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A node as a cell states it: its numbers (one, perhaps empty, or more), its words, if it goes on from above.

    ``fiche`` where it calls itself a fiche, ``sheet`` is the number of its one fiche in brackets behind it.
    """

    numbers: tuple[str, ...]
    words: Passage
    goes_on: bool = False
    level: str = ""
    listed: bool = False
    fiche: bool = False
    sheet: str = ""


def stated(cell: Cell, *, splits: bool, codes: bool = False) -> Iterator[Stated]:
    """Give the nodes that ``cell`` states; ``splits`` where a cell of that column lists several without a number.

    ``codes`` where each of its column begins with one and no sign behind it: ``A1 Accueillir``.
    """
    for block in cell.blocks:
        if codes and (head := coded(block.words.text)) is not None:
            yield Stated((head.number,), block.words.cut(head.start))
            continue
        for piece in split_numbered(block.words):
            found = _one(piece, block)
            if found.numbers != ("",) or not splits:
                yield found
                continue
            first, *others = split_lost(found.words)
            yield Stated(found.numbers, first, found.goes_on, found.level, found.listed)
            yield from (Stated(("",), other) for other in others)


def _is_fiche(text: str) -> bool:
    """Whether a numbered node calls itself a fiche."""
    return re.match(r"\W*(?:fiches?\b|fa\s+(?:n\s?[°o]\s*)?\d)", plain(text)) is not None


def _one(words: Passage, block: Paragraph | Item) -> Stated:
    """Return the one node that ``words`` of ``block`` state; the mark of an item may be its number."""
    listed = isinstance(block, Item)
    tag = _TAG.search(plain(words.text))
    if tag:
        return _tagged(words, tag)
    head = numbered(words.text)
    if head is not None and (head.number or head.level):
        return Stated((head.number,), words.cut(head.start), level=head.level, fiche=_is_fiche(words.text))
    if damaged := _DAMAGED.match(words.text):
        return Stated((f"{damaged['whole']}.{damaged['part']}",), words.cut(damaged.end()))
    marked = number_of(block)
    if listed and marked is not None and words.text == block.words.text:
        return Stated((marked.number,), words)
    opens = words.text.lstrip()[:1]
    return Stated(("",), words, goes_on=opens.islower() or opens in {"(", ")", ","}, listed=listed)


def _tagged(words: Passage, tag: re.Match[str]) -> Stated:
    """Return the node whose words have its number, or that of its fiche, in brackets; its own before them counts."""
    left = words.cut(0, tag.start())
    label = left + words.cut(tag.end()) if left else words.cut(tag.end())
    found = numbers(tag["numbers"])
    sheet = found[0] if len(found) == 1 and "fiche" in tag[0] else ""
    head = numbered(label.text)
    if head is not None and head.number:
        return Stated((head.number,), label.cut(head.start), level=head.level, sheet=sheet)
    return Stated(found, label, goes_on=not label or label.text[:1].islower(), sheet=sheet)
