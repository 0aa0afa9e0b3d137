"""Keys that only the print (bold, a colour) parts from what they say: ``Pilote CCAS``, ``Public Les écoliers``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from loaders.document import Block, Heading, Paragraph, Passage
from loaders.readers.fiches.fields import ACTORS
from loaders.words.rubrics import leading, rubric
from loaders.words.wording import lines

_STRONG = ACTORS | {"objectif", "public", "indicateur", "resultat", "diagnostic", "echeance"}
_LEAST = 3
_LONGEST = 30
_VALUE = re.compile(r"\s(?=[A-ZÀ-Ý0-9«])")


def keys_apart(blocks: Sequence[Block]) -> Iterator[Block]:
    """Give ``blocks``, keys of one word as paragraphs before what they say, where three lines below a title have some.

    A word alone may begin a name (``Objectif Emploi``): beside lines that begin with others it is a key.
    """
    for titles, below in groupby(blocks, lambda block: isinstance(block, Heading)):
        stretch = tuple(below)
        yield from stretch if titles or not _are_keys(stretch) else (part for block in stretch for part in _cut(block))


def _are_keys(blocks: Sequence[Block]) -> bool:
    """Whether three lines of ``blocks`` begin with different keys that no sign parts from what they say."""
    printed = [line for block in blocks if isinstance(block, Paragraph) for line in lines(block.words)]
    keys = [line.text[:end] for line in printed if (end := _end(line.text))]
    if not keys:
        return False
    others = [head.kind for line in printed if (head := leading(line.text)) is not None and head.end + 1 == head.value]
    return len({*map(rubric, keys), *others}) >= _LEAST


def _end(text: str) -> int:
    """Return where the word ends that is a key at the head of ``text``, 0 where none is."""
    value = _VALUE.search(text[:_LONGEST])
    if value is None or " " in text[: value.start()].strip() or rubric(text) or leading(text) is not None:
        return 0
    return value.start() if rubric(text[: value.start()]) in _STRONG else 0


def _cut(block: Block) -> Iterator[Block]:
    """Give ``block``; a paragraph, cut before and behind the keys that its lines begin with."""
    if not isinstance(block, Paragraph) or not any(_end(line.text) for line in lines(block.words)):
        yield block
        return
    held = Passage(())
    for line in lines(block.words):
        end = _end(line.text)
        if held and (end or leading(line.text) is not None or rubric(line.text)):
            yield Paragraph(held)
            held = Passage(())
        if end:
            yield Paragraph(line.cut(0, end))
        held += line.cut(end)
    if held:
        yield Paragraph(held)
