"""Frames: which blocks of an act speak of another frame than the convention, such as a schéma départemental."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.acts.convention_cues import MENTION
from loaders.acts.splitting import is_title, words_of
from loaders.document import Block, Item, Passage
from loaders.readers.governance.cues import cues
from loaders.seeking import Sought
from loaders.words.wording import plain

_FOREIGN = Sought(rf"\b{cues('foreign')}")
_STEERING = re.compile(cues("steering"))
_REACH = 10
"""Blocks, its own with them, in which what a block is about is looked for."""


def foreign(blocks: Sequence[Block]) -> list[bool]:
    """Tell of each block whether it stands in a passage about another frame."""
    signs = [_sign(block) for block in blocks]
    titled = [is_title(block) and not _is_beside_others(blocks, index) for index, block in enumerate(blocks)]
    reached = [sign if title or sign != "foreign" else "" for sign, title in zip(signs, titled, strict=True)]
    ends = range(1, len(signs) + 1)
    return [_is_foreign([*reached[max(end - _REACH, 0) : end - 1], signs[end - 1]]) for end in ends]


def is_about_steering(title: Passage) -> bool:
    """Tell whether a title announces how the convention is steered."""
    return _STEERING.search(plain(title.text)) is not None


def _is_beside_others(blocks: Sequence[Block], index: int) -> bool:
    """Whether a block is an item of a list: what it names is about itself, not about what stands below the list."""
    beside = (*blocks[max(index - 1, 0) : index], *blocks[index + 1 : index + 2])
    return isinstance(blocks[index], Item) and any(isinstance(block, Item) for block in beside)


def _is_foreign(signs: Sequence[str]) -> bool:
    """Tell it of the last of some blocks by their ``signs``: its own decides, else the nearest above."""
    above = next((sign for sign in reversed(signs[:-1]) if sign), "")
    return signs[-1] == "foreign" or (signs[-1] != "steering" and above == "foreign")


def _sign(block: Block) -> str:
    """Return what a block says of the frame: ``foreign``, ``steering`` (a title), ``mention`` (the CTG), or nothing."""
    text = plain(words_of(block).text)
    if _FOREIGN.search(text):
        return "foreign"
    if is_title(block) and _STEERING.search(text):
        return "steering"
    return "mention" if MENTION.search(text) else ""
