"""A title and what stands behind it on its line: ``Axe 1 – Grandir. Actions retenues :``, ``... . Fiche 4, ...``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.document import Block, Item, Paragraph, Passage
from loaders.readers.plan.announcements import announced_level
from loaders.readers.plan.column_titles import label_of
from loaders.readers.plan.nodes import LEVELS
from loaders.readers.plan.prose import closed
from loaders.words.numbering import Numbered, numbered
from loaders.words.wording import sentences

_LONGEST_TITLE = 200
_SEMICOLON = re.compile(r"\s*;\s*")


def title_apart(block: Block) -> Sequence[Block]:
    """Return ``block``; a numbered title by itself where its line goes on with what stands within it.

    That is what announces the list below it, or the nodes of a level within it, each with its number.
    """
    if not isinstance(block, (Paragraph, Item)) or (head := numbered(block.words.text)) is None:
        return (block,)
    first, *others = sentences(block.words)
    if not (head.level and head.number and others) or len(first.text) > _LONGEST_TITLE:
        return (block,)
    title = Item(closed(first), block.depth, block.marker) if isinstance(block, Item) else Paragraph(closed(first))
    if len(others) == 1 and _announces(Paragraph(others[0])):
        return (title, Paragraph(others[0]))
    pieces = [piece for other in others for piece in _pieces(other)]
    return (title, *map(Item, pieces)) if all(_is_within(piece, head) for piece in pieces) else (block,)


def _announces(block: Paragraph) -> bool:
    """Whether a sentence does no more than announce the list below it."""
    ends = block.words.text.rstrip().endswith(":")
    return ends and (label_of(block) is not None or bool(announced_level(block, within=True)))


def _pieces(sentence: Passage) -> list[Passage]:
    """Return what semicolons part in ``sentence``."""
    signs = list(_SEMICOLON.finditer(sentence.text))
    starts = [0, *(sign.end() for sign in signs)]
    ends = [*(sign.start() for sign in signs), len(sentence.text)]
    return [piece for start, end in zip(starts, ends, strict=True) if (piece := sentence.cut(start, end))]


def _is_within(piece: Passage, above: Numbered) -> bool:
    """Whether ``piece`` is a node with its number, of a level within that of the title ``above``."""
    head = numbered(piece.text)
    if (
        head is None
        or not head.number
        or head.level not in LEVELS
        or not piece.text[head.start :].lstrip(", ")[:1].isupper()
    ):
        return False
    return above.level in LEVELS and LEVELS.index(head.level) > LEVELS.index(above.level)
