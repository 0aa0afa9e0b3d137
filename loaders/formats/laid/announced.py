"""Lists whose bullets are lost: short paragraphs that a colon announces, and that semicolons part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from loaders.document import Block, Item, Paragraph
from loaders.formats.making.continuation import begins_low

FEWEST = 2
"""Paragraphs that make a list."""

LONGEST = 300
"""Characters: a longer paragraph is no item."""


def with_items(blocks: Sequence[Block]) -> list[Block]:
    """Return ``blocks`` with the items of lists for the paragraphs that are such: a PDF may draw their bullets.

    They stand below a text that ends in a colon, begin with small letters, and all but the last end in a semicolon; or
    one stands between two items, as which it ends: a scan may lose its bullet.
    """
    blocks = [_unlost(*near) for near in zip((None, *blocks), blocks, (*blocks[1:], None), strict=False)]
    found: list[Block] = []
    index = 0
    while index < len(blocks):
        block = blocks[index]
        found.append(block)
        index += 1
        if isinstance(block, Paragraph) and block.words.text.rstrip().endswith(":"):
            items = _items(blocks, index)
            found.extend(Item(words) for words in (paragraph.words for paragraph in items))
            index += len(items)
    return found


def _unlost(above: Block | None, block: Block, below: Block | None) -> Block:
    """Return ``block`` as an item where it ends as the one above it does, and another stands below it."""
    if not (isinstance(above, Item) and isinstance(block, Paragraph) and isinstance(below, Item)):
        return block
    listed = above.marker == below.marker and len(block.words.text) <= LONGEST
    parted = above.words.text.rstrip().endswith(";") and block.words.text.rstrip().endswith(";")
    return replace(above, words=block.words) if listed and parted else block


def _items(blocks: Sequence[Block], start: int) -> list[Paragraph]:
    """Return the paragraphs from ``start`` that are a list; none where they are too few, or nothing ends them."""
    items: list[Paragraph] = []
    for block in blocks[start:]:
        if not isinstance(block, Paragraph) or len(block.words.text) > LONGEST or not begins_low(block.words.text):
            return []
        items.append(block)
        end = block.words.text.rstrip()
        if end.endswith("."):
            return items if len(items) >= FEWEST else []
        if not end.endswith((";", ",")):
            return []
    return []
