"""Remembering: what several readers ask of the same text or the same blocks is worked out once.

Every memory is bounded: reading a thousand acts takes no more room than reading the longest of them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Generic, TypeVar

LONGEST_KEPT = 2_000
"""The most characters that a text may have for an answer about it to be remembered."""

K = TypeVar("K")
V = TypeVar("V")


class _Itself(Generic[K]):
    """A thing as the key of a memory: equal to itself alone, since comparing all it holds would cost too much."""

    __slots__ = ("thing",)

    def __init__(self, thing: K) -> None:
        self.thing = thing  # held, so that its identity goes to nothing else while it is a key

    def __hash__(self) -> int:
        return id(self.thing)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Itself) and other.thing is self.thing


def remembered(size: int) -> Callable[[Callable[[K], V]], Callable[[K], V]]:
    """Let a function remember its last ``size`` answers, each by the very thing it was asked of.

    For functions of unchanging things whose answer nobody changes.
    """

    def remembering(work_out: Callable[[K], V]) -> Callable[[K], V]:
        @lru_cache(maxsize=size)
        def kept(key: _Itself[K]) -> V:
            return work_out(key.thing)

        @wraps(work_out)
        def answer(thing: K) -> V:
            return kept(_Itself(thing))

        return answer

    return remembering


def remembered_texts(size: int) -> Callable[[Callable[[str], V]], Callable[[str], V]]:
    """Let a function of a text remember its last ``size`` answers; a text of more than LONGEST_KEPT is not kept."""

    def remembering(work_out: Callable[[str], V]) -> Callable[[str], V]:
        kept = lru_cache(maxsize=size)(work_out)

        @wraps(work_out)
        def answer(text: str) -> V:
            return kept(text) if len(text) <= LONGEST_KEPT else work_out(text)

        return answer

    return remembering
