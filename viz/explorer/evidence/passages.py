"""The text of an act around a place: its lines, those of the place marked, and in them the words of a fact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from maillage.facts import Span
from viz.plain import plain

_AROUND = 6
_MOST_LINES = 300
_LONGEST_LINE = 4_000
_SHORTEST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some words of a line; ``strong`` are those of the fact."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the act: its number, its words, and whether the fact is stated on it."""

    number: int
    words: tuple[Stretch, ...]
    marked: bool


Passage = tuple[Line, ...]


def passages(lines: Sequence[str], spans: Iterable[Span], texts: Iterable[str]) -> tuple[Passage, ...]:
    """Return the lines around each of ``spans`` that stands apart, the ``texts`` in them strong.

    What is longer than a page is cut: the beginning of each span is shown.
    """
    wanted = sorted({plain(text).casefold() for text in texts if len(plain(text)) >= _SHORTEST_WORDS}, key=len)[::-1]
    marked = {number for span in spans for number in range(span.first, min(span.last, span.first + _MOST_LINES) + 1)}
    near = {n for number in marked for n in range(number - _AROUND, number + _AROUND + 1) if 0 < n <= len(lines)}
    shown = sorted(near)[:_MOST_LINES]
    return tuple(
        tuple(Line(n, _words(lines[n - 1], wanted) if n in marked else _plain(lines[n - 1]), n in marked) for n in part)
        for part in _runs(shown)
    )


def _runs(numbers: Sequence[int]) -> Iterator[list[int]]:
    """Give the runs of neighbours in ``numbers``."""
    run: list[int] = []
    for number in numbers:
        if run and number > run[-1] + 1:
            yield run
            run = []
        run.append(number)
    if run:
        yield run


def _plain(line: str) -> tuple[Stretch, ...]:
    text = plain(line[:_LONGEST_LINE])
    return (Stretch(text),) if text else ()


def _words(line: str, wanted: Sequence[str]) -> tuple[Stretch, ...]:
    """Return a line, those of ``wanted`` that it holds strong; all of it where it is but a part of one."""
    text = plain(line[:_LONGEST_LINE])
    folded = text.casefold()
    if len(folded) != len(text):  # a letter that folds into two: positions would not be the same
        return _plain(line)
    if len(folded) > _SHORTEST_WORDS and any(folded in one for one in wanted):
        return (Stretch(text, strong=True),)
    ends = [0]
    for start, end in sorted((at, at + len(one)) for one in wanted if (at := folded.find(one)) >= 0):
        if start >= ends[-1]:
            ends += [start, end]
    parts = zip([*ends], [*ends[1:], len(text)], strict=True)
    return tuple(Stretch(text[a:b], strong=bool(rank % 2)) for rank, (a, b) in enumerate(parts) if a < b)
