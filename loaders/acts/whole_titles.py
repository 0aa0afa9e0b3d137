"""Whole titles: a convention's name, or its years, that a title page prints one below the other, made one again."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from loaders.document import Block, Passage, Piece, Table
from loaders.words.dates import YEAR
from loaders.words.wording import plain

_BEGUN = re.compile(r"(?:[^.;:]{0,60}\b)?convention(?: territoriale)?\W*$")
_GOES_ON = re.compile(r"\W*(?:territoriale\b|globale\b)")
_FIRST_YEAR = re.compile(rf"(?:[^.;:\d]{{0,60}}\b)?(?P<year>{YEAR})\W*$")
_LAST_YEAR = re.compile(rf"\W*(?P<year>{YEAR})\W*$")
_LONGEST = 120
_LONGEST_PERIOD = 7
_FRONT = 12


def whole_titles(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return ``blocks``, a title that ends in the middle of the convention's name joined to the one that goes on.

    A year alone on the title page is joined to the earlier one that ends the title above it.
    """
    whole: list[Block] = []
    for place, block in enumerate(blocks):
        above = whole[-1] if whole else None
        if above is None or isinstance(above, Table) or isinstance(block, Table):
            whole.append(block)
        elif _is_cut(above.words.text, block.words.text):
            whole[-1] = replace(above, words=above.words + block.words)
        elif place < _FRONT and _is_period(above.words.text, block.words.text):
            whole[-1] = replace(above, words=_between(above.words, block.words))
        else:
            whole.append(block)
    return tuple(whole)


def _is_cut(above: str, below: str) -> bool:
    """Whether a short text ends, and the one below it goes on, in the middle of ``convention territoriale globale``."""
    if max(len(above), len(below)) > _LONGEST or not _GOES_ON.match(plain(below)):
        return False
    return _BEGUN.match(plain(above)) is not None


def _is_period(above: str, below: str) -> bool:
    """Whether a short text ends in the first year of a period, and the one below it is but the last."""
    first, last = _FIRST_YEAR.match(plain(above)), _LAST_YEAR.match(plain(below))
    return bool(first and last and 1 < int(last["year"]) - int(first["year"]) <= _LONGEST_PERIOD)


def _between(first: Passage, last: Passage) -> Passage:
    """Return the period of two years that are printed one below the other."""
    return Passage((*first.pieces, Piece(" – ", first.pieces[-1].line), *last.pieces))
