"""Titles that stand below their number: ``Axe 1`` on a line of its own, ``Un territoire accueillant`` on the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.document import Block, Heading, Paragraph, Table
from loaders.readers.plan.announcements import announced_level
from loaders.readers.plan.codes import bare_code, runs
from loaders.readers.plan.column_titles import label_of
from loaders.words.numbering import numbered
from loaders.words.rubrics import leading, rubric

_LEVELS = ("socle", "enjeu", "objectif", "action")
_LONGEST = 150


def with_titles(blocks: Sequence[Block]) -> Iterator[Block]:
    """Give ``blocks``, a line that is but a level and its number as one with the title right below it."""
    held: Heading | Paragraph | None = None
    strange = _strange(blocks)
    for block in blocks:
        if held is not None and isinstance(block, (Heading, Paragraph)) and _is_title(block):
            yield replace(held, words=held.words + block.words)
            held = None
            continue
        if held is not None:
            yield held
        number = isinstance(block, (Heading, Paragraph)) and (_is_number(block) or id(block) in strange)
        held = block if number and isinstance(block, (Heading, Paragraph)) else None
        if held is None:
            yield block
    if held is not None:
        yield held


def _strange(blocks: Sequence[Block]) -> frozenset[int]:
    """Return the blocks, by identity, that are but a word, of whatever sense, and a number that steps: ``Fil 1``."""
    codes = [None if isinstance(block, Table) else bare_code(block.words.text.strip()) for block in blocks]
    named = [code if code is not None and code.word else None for code in codes]
    return frozenset(id(blocks[at]) for run in runs(named) for at in run.at)


def _is_number(block: Heading | Paragraph) -> bool:
    """Whether ``block`` is but the name of a level and a number: ``Axe 1``, ``ENJEU N° 2 :``."""
    text = f"{block.words.text.rstrip(' :.–—-')} : x"
    head = numbered(text)
    return head is not None and head.level in _LEVELS and bool(head.number) and text[head.start :] == "x"


def _is_title(block: Heading | Paragraph) -> bool:
    """Whether ``block`` may be the title of the number above it: short, without a number, and no label of a list."""
    text = block.words.text.strip()
    if not text[:1].isupper() and text[:1] not in ("«", '"', "“"):
        return False
    if len(text) > _LONGEST or text.endswith((".", ":", ";", ",")) or numbered(text) is not None:
        return False
    names = rubric(text) or leading(text) is not None or label_of(block) is not None
    return not names and not announced_level(block, within=True)
