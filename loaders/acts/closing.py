"""Closing: the numbers of acts that minutes print below what each decides upon, with the decision itself.

``Délibération n° 2024-31 – Adoptée à l'unanimité.`` ends a point of the session; the next one begins at the next title.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from loaders.acts.agenda import text_of, treated
from loaders.acts.stepping import VOTED, following, numbered
from loaders.document import Block, Item, Passage

_NAMED = re.compile(r"^\W*deliberation\b")
_DECIDED = re.compile(r"\b(?:adoptee?|approuvee?|rejetee?|votee?|apres en avoir delibere)\b")
_POINT = re.compile(
    r"\W*(?:(?:point|question|affaire|dossier|rapport) )?(?:n\W{1,3})?(?P<rank>\d{1,2})\s?[-.):/°]\s?(?=[a-z])"
)
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Closed:
    """Where begins what an act decides upon, and the number that stands with its decision."""

    begin: int
    number: Passage


def closings(blocks: Sequence[Block], is_title: Callable[[Block], bool]) -> list[Closed]:
    """Return the acts of ``blocks`` whose numbers stand with their decisions; none where one number titles an act.

    A point begins at the last one of the agenda above, else at the last title whose number is greater than that of the
    point before, else below the list of what was decided before.
    """
    named = [at for at, block in enumerate(blocks) if _NAMED.match(text_of(block))]
    coded = [found for at in named if (found := numbered(at, blocks[at])) is not None]
    if len(coded) < _FEWEST or not all(_decides(text_of(blocks[found.at])) for found in coded):
        return []
    points, told, rank, last = treated(blocks), [], 0, 0
    for found in following(coded):
        titles = [i for i in range(last, found.at) if is_title(blocks[i]) and rank < _rank(blocks[i])]
        below = [i for i in range(last, found.at) if not isinstance(blocks[i], Item)]
        announced = [point for point in points[1:] if last <= point < found.at]
        begin = (announced[-1:] or titles[-1:] or below or [found.at])[0]
        told.append(Closed(begin, found.number))
        rank, last = max(rank, _rank(blocks[begin])), found.at + 1
    return told if len(told) >= _FEWEST else []


def _decides(text: str) -> bool:
    """Whether a block says that it was decided."""
    return bool(VOTED.search(text) or _DECIDED.search(text))


def _rank(block: Block) -> int:
    """Return the number of a point with which a block begins, 0 where it has none."""
    marker = block.marker if isinstance(block, Item) else ""
    found = _POINT.match(f"{marker} {text_of(block)}")
    return int(found["rank"]) if found else 0
