"""Answers that are kept: a generation never changes, so the same question has the same answer as long as it lasts."""

from __future__ import annotations

import re
from collections import OrderedDict

from maillage.store.wire import Answered, Asked, Outcome

_CHANGING = re.compile(r"\b(?:NOW|RAND|UUID|STRUUID|BNODE)\b", re.IGNORECASE)
_SHARE = 8


def is_changing(query: str) -> bool:
    """Whether ``query`` asks for the time or for chance, so that its next answer may be another."""
    return bool(_CHANGING.search(query))


def is_steady(asked: Asked) -> bool:
    """Whether ``asked`` has one answer as long as the generation lasts: it asks neither for the time nor for chance."""
    return not is_changing(asked.query)


class Kept:
    """The answers given last, ``most`` bytes of them with their questions; one that is too large for that is not kept.

    A question names the folder of its generation, so that no answer outlives it for those who ask the newest.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._size = 0
        self._answers: OrderedDict[Asked, Answered] = OrderedDict()

    def get(self, asked: Asked) -> Answered | None:
        """Return the answer to ``asked``; None where it is not kept."""
        if answered := self._answers.get(asked):
            self._answers.move_to_end(asked)
        return answered

    def put(self, asked: Asked, answered: Answered) -> None:
        """Keep the answer to ``asked``, and let go of those not asked for the longest."""
        size = _size(asked, answered)
        if answered.outcome is not Outcome.ANSWERED or size > self._most // _SHARE:
            return
        if asked not in self._answers:
            self._size += size
            self._answers[asked] = answered
        while self._size > self._most:
            self._size -= _size(*self._answers.popitem(last=False))


def _size(asked: Asked, answered: Answered) -> int:
    """Return how many bytes keeping an answer takes, about."""
    return len(answered.body) + 4 * len(asked.query) + 1000
