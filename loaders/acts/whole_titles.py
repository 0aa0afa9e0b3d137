"""Whole titles: a convention's name that a title page prints in several titles, one below the other, made one again."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from loaders.document import Block, Table
from loaders.words.wording import plain

_BEGUN = re.compile(r"(?:[^.;:]{0,60}\b)?convention(?: territoriale)?\W*$")
_GOES_ON = re.compile(r"\W*(?:territoriale\b|globale\b)")
_LONGEST = 120


def whole_titles(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return ``blocks``, a title that ends in the middle of the convention's name joined to the one that goes on."""
    whole: list[Block] = []
    for block in blocks:
        above = whole[-1] if whole else None
        if above is None or isinstance(above, Table) or isinstance(block, Table):
            whole.append(block)
        elif _is_cut(above.words.text, block.words.text):
            whole[-1] = replace(above, words=above.words + block.words)
        else:
            whole.append(block)
    return tuple(whole)


def _is_cut(above: str, below: str) -> bool:
    """Whether a short text ends, and the one below it goes on, in the middle of ``convention territoriale globale``."""
    if max(len(above), len(below)) > _LONGEST or not _GOES_ON.match(plain(below)):
        return False
    return _BEGUN.match(plain(above)) is not None
