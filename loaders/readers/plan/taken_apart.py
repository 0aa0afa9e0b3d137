"""Blocks of a plan taken apart: lines that number several nodes, lists laid out as tables, frames around both."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.document import Block, Item, Paragraph, Passage, Table
from loaders.formats.making.continuation import hangs
from loaders.readers.plan.behind import actions_behind
from loaders.readers.plan.lines import heading_of
from loaders.readers.plan.outlines import outlined
from loaders.words.numbering import Numbered, numbered
from loaders.words.wording import lines, printed_lines

_OUTLINE = re.compile(
    r"[A-H]\s?[.)–-]\s+[A-ZÀ-Ý][\w'’-]+\s+(?!(?:et|ou)\b)[a-zà-ÿ]|(?:I{2,3}|I?[VX]I{0,3})(?<!\b[VX])\s?[.)–-]\s+[A-ZÀ-Ý]"
)
"""A line that goes on with the letters or the Roman numerals of an outline; ``B. Martin et C. Durand`` are persons."""


def apart(block: Block, before: Block | None = None) -> Iterator[Block]:
    """Give ``block``; a paragraph of several printed lines that are numbered, as a paragraph a numbered line.

    What stands below the title that a numbered line is, and begins a sentence of its own, is no part of that title. A
    table that is but a list of nodes, which the block ``before`` it may say, is as many lines; one of a single cell is
    but a frame around what stands in it.
    """
    if listed := tuple(actions_behind(block)):
        yield from listed
        return
    if isinstance(block, Item):
        yield from _items_apart(block)
        return
    if isinstance(block, Table) and len(block.rows) == 1 == len(block.rows[0].cells):
        yield from (part for framed in block.rows[0].cells[0].blocks for part in apart(framed))
        return
    if isinstance(block, Table):
        yield from tuple(outlined(block, before)) or (block,)
        return
    yield from _lines_apart(block) if isinstance(block, Paragraph) else (block,)


def _lines_apart(block: Paragraph) -> Iterator[Paragraph]:
    """Give a paragraph for each numbered line of ``block``, with the lines that go on with it."""
    whole = Passage(())
    for line in lines(block.words):
        if whole and (heading_of(line.text) is not None or _closed(whole, line)):
            yield Paragraph(whole)
            whole = line
        else:
            whole += line
    yield Paragraph(whole) if whole else block


def _items_apart(item: Item) -> Iterator[Item | Paragraph]:
    """Give ``item``, and as paragraphs the lines below it with a number of their own: behind a level, or in parts."""
    whole, first = Passage(()), True
    on_page = any(piece.box for piece in item.words.pieces)
    for line in printed_lines(item.words) if on_page else lines(item.words):
        head = numbered(line.text)
        named = head is not None and head.level and (head.number or (line.text[:1].isupper() and not on_page))
        named = named and not (on_page and (line.text[:1].islower() or hangs(whole.text)))
        counted = _OUTLINE.match(line.text) is not None
        if whole and head is not None and (named or counted or _goes_on(item, head, line)):
            yield Item(whole, item.depth, item.marker) if first else Paragraph(whole)
            whole, first = line, False
        else:
            whole += line
    yield item if first else Paragraph(whole)


def _goes_on(item: Item, head: Numbered, line: Passage) -> bool:
    """Whether ``line``, numbered in parts, is a part of ``item`` by that number: ``1.2 Former`` below ``1.``."""
    number = item.marker.rstrip(".)°")
    return head.number.startswith(f"{number}.") and line.text[head.start :][:1].isupper()


def _closed(above: Passage, line: Passage) -> bool:
    """Whether the numbered title ``above`` is whole, as ``line`` begins a sentence and does not go on with it."""
    return heading_of(above.text) is not None and line.text[:1].isupper() and above.text.rstrip()[-1:].isalnum()
