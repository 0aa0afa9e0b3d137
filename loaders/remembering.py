"""Remembering: what several readers ask of the same text or the same blocks is worked out once.

Every memory is bounded: reading a thousand acts takes no more room than reading the longest of them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Generic, TypeVar, TypeVarTuple

LONGEST_KEPT = 2_000
"""The most characters that a text may have for an answer about it to be remembered."""

Things = TypeVarTuple("Things")
T = TypeVar("T")
V = TypeVar("V")


class _Texts(dict[str, V], Generic[V]):
    """What was worked out of texts: looked up without a call of ours, the commonest thing that a reader does."""

    def __init__(self, work_out: Callable[[str], V], size: int) -> None:
        super().__init__()
        self._work_out, self._size = work_out, size

    def __missing__(self, text: str) -> V:
        answer = self._work_out(text)
        if len(text) <= LONGEST_KEPT:
            if len(self) >= self._size:
                self.clear()
            self[text] = answer
        return answer


def remembered(size: int) -> Callable[[Callable[[*Things], V]], Callable[[*Things], V]]:
    """Let a function remember ``size`` answers, each by the very things it was asked of; then it begins anew.

    For functions of unchanging things, given by their order, whose answer nobody changes. Things are told apart by
    their identity, since comparing all they hold would cost too much.
    """

    def remembering(work_out: Callable[[*Things], V]) -> Callable[[*Things], V]:
        kept: dict[tuple[int, ...], tuple[tuple[*Things], V]] = {}

        @wraps(work_out)
        def answer(*things: *Things) -> V:
            key = tuple(map(id, things))
            known = kept.get(key)
            if known is not None:
                return known[1]
            worked_out = work_out(*things)
            if len(kept) >= size:
                kept.clear()
            kept[key] = things, worked_out  # the things held, so that their identity goes to nothing else
            return worked_out

        return answer

    return remembering


def remembered_within(size: int) -> Callable[[Callable[[T, str], V]], Callable[[T, str], V]]:
    """Let a function of an unchanging thing and a text remember ``size`` answers, then begin anew.

    What is asked of the same section's or the same act's words again and again: the thing is known by its identity,
    the text by its letters; a text over LONGEST_KEPT is not kept.
    """

    def remembering(work_out: Callable[[T, str], V]) -> Callable[[T, str], V]:
        kept: dict[tuple[int, str], tuple[T, V]] = {}

        @wraps(work_out)
        def answer(thing: T, text: str) -> V:
            known = kept.get((id(thing), text))
            if known is not None:
                return known[1]
            worked_out = work_out(thing, text)
            if len(text) <= LONGEST_KEPT:
                if len(kept) >= size:
                    kept.clear()
                kept[id(thing), text] = thing, worked_out
            return worked_out

        return answer

    return remembering


def remembered_texts(size: int) -> Callable[[Callable[[str], V]], Callable[[str], V]]:
    """Let a function of a text remember ``size`` answers, then begin anew; a text over LONGEST_KEPT is not kept."""

    def remembering(work_out: Callable[[str], V]) -> Callable[[str], V]:
        return _Texts(work_out, size).__getitem__

    return remembering
