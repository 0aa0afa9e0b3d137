"""Marks of lists: bullets, semicolons and boxes that part items within a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.document import BULLETS, Item, Paragraph, Passage

_SIGNS = BULLETS.replace("·", "").replace("☒", "").replace("☑", "") + "→⇒"
_BULLET = re.compile(rf"(?:^|(?<=\s))(?:[{_SIGNS}]|[-–—*+](?=\s))\s*")
_TICKED, _EMPTY = ("☒", "☑", "✔", "✓"), ("☐", "□")
_BOX = re.compile(rf"[{''.join(_TICKED + _EMPTY)}]")
_FEWEST = 2


def ticked(blocks: Sequence[Paragraph | Item]) -> Iterator[Paragraph | Item]:
    """Give the blocks, without the boxes left empty where others are ticked."""
    blocks = [part for block in blocks for part in _boxes(block)]
    some = any(isinstance(block, Item) and block.marker in _TICKED for block in blocks)
    for block in blocks:
        if not (some and isinstance(block, Item) and block.marker in _EMPTY):
            yield block


def chosen(text: Passage) -> tuple[Passage, ...]:
    """Return what stands behind the ticked boxes of a line of several boxes; of any other line the whole ``text``."""
    boxes = list(_BOX.finditer(text.text))
    picked = [box for box in boxes if box[0] in _TICKED]
    if len(boxes) < _FEWEST or not picked or text.text[: boxes[0].start()].strip():
        return (text,)
    ends = [*(box.start() for box in boxes[1:]), len(text.text)]
    return tuple(text.cut(box.end(), end) for box, end in zip(boxes, ends, strict=True) if box in picked)


def _boxes(block: Paragraph | Item) -> Iterator[Paragraph | Item]:
    """Give ``block``, or of several boxes to tick in one line an item each: ``☐ nouvelle ☒ mise à jour``."""
    text = block.words.text
    found = list(_BOX.finditer(text))
    marked = isinstance(block, Item) and block.marker in (*_TICKED, *_EMPTY)
    if len(found) + marked < _FEWEST or not (marked or not text[: found[0].start()].strip()):
        yield block
        return
    if marked:
        yield replace(block, words=block.words.cut(0, found[0].start() if found else None))
    for box, following in zip(found, [*found[1:], None], strict=True):
        words = block.words.cut(box.end(), following.start() if following is not None else None)
        if words:
            yield Item(words, marker=box[0])


def split_marks(text: Passage) -> Iterator[Passage]:
    """Give what stands between the bullets and semicolons of ``text``."""
    for bulleted in split_bullets(text):
        yield from _split_semicolons(bulleted)


def split_bullets(text: Passage) -> Iterator[Passage]:
    """Give what stands between the bullets of ``text``, where it begins with one or holds several."""
    found = list(_BULLET.finditer(text.text))
    marks = [mark for mark in found if mark[0].strip() not in "-–—*+" or _has_list(text.text, found)]
    starts = [0, *(mark.end() for mark in marks)]
    ends = [*(mark.start() for mark in marks), len(text.text)]
    for start, end in zip(starts, ends, strict=True):
        if piece := text.cut(start, end):
            yield piece


def _split_semicolons(text: Passage) -> Iterator[Passage]:
    """Give what stands between the semicolons of ``text`` that are in no brackets."""
    start = depth = 0
    for found in re.finditer("[();]", text.text):
        depth = max(depth + {"(": 1, ")": -1}.get(found[0], 0), 0)
        if found[0] == ";" and depth == 0:
            yield text.cut(start, found.start())
            start = found.end()
    if rest := text.cut(start):
        yield rest


def _has_list(text: str, bullets: Sequence[re.Match[str]]) -> bool:
    """Whether dashes among ``bullets`` are bullets: the text begins with one, or they introduce capitals."""
    if bullets[0].start() == 0:
        return True
    return len(bullets) > 1 and all(text[mark.end() : mark.end() + 1].isupper() for mark in bullets)
