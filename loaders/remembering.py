"""Remembering: what several readers ask of the same text or the same blocks is worked out once.

Every memory is bounded: reading a thousand acts takes no more room than reading the longest of them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from operator import is_
from typing import Generic, TypeVar, TypeVarTuple

LONGEST_KEPT = 2_000
"""The most characters that a text may have for an answer about it to be remembered."""

Things = TypeVarTuple("Things")
V = TypeVar("V")


class _Themselves(Generic[*Things]):
    """Things as the key of a memory: equal to themselves alone, since comparing all they hold would cost too much."""

    __slots__ = ("_hash", "things")

    def __init__(self, things: tuple[*Things]) -> None:
        self.things = things  # held, so that their identity goes to nothing else while they are a key
        self._hash = hash(tuple(map(id, things)))

    def __hash__(self) -> int:
        return self._hash

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Themselves) and all(map(is_, self.things, other.things))


def remembered(size: int) -> Callable[[Callable[[*Things], V]], Callable[[*Things], V]]:
    """Let a function remember its last ``size`` answers, each by the very things it was asked of.

    For functions of unchanging things, given by their order, whose answer nobody changes.
    """

    def remembering(work_out: Callable[[*Things], V]) -> Callable[[*Things], V]:
        @lru_cache(maxsize=size)
        def kept(key: _Themselves[*Things]) -> V:
            return work_out(*key.things)

        @wraps(work_out)
        def answer(*things: *Things) -> V:
            return kept(_Themselves(things))

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
