"""A page as it is printed: words and ruling lines with their places, in points from its top left corner."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median

from loaders.formats.laid.tags import TaggedTable
from maillage.facts import Box

Stripe = tuple[float, float]
"""White down a page, from its left edge to its right."""

_LAST = 8
"""Words of a line by whose heights the height of the line is told."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its box; ``top`` < ``bottom``.

    ``rank`` is its place in the order that the file tells, -1 where that tells none.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    bold: bool = False
    size: float = 10.0
    rank: float = -1

    @property
    def middle(self) -> float:
        """Half its height."""
        return (self.top + self.bottom) / 2

    @property
    def center(self) -> float:
        """Half its width."""
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Rule:
    """A ruling line, horizontal or vertical."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def horizontal(self) -> bool:
        """Whether it lies."""
        return self.right - self.left >= self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its number from 1, its size, what is printed and ruled on it.

    ``turned`` are the words printed at an angle (a watermark, a title along the margin); ``recognised`` where the words
    were read in an image, so that their heights are not exact; ``quarters`` how many quarter turns, counter-clockwise,
    set upright a page that lies on its side or its head in the file; ``panels`` the boxes that it fills, each as left,
    top, right and bottom; ``tables`` those that the file tells.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    rules: tuple[Rule, ...] = ()
    turned: tuple[str, ...] = ()
    recognised: bool = False
    quarters: int = 0
    panels: tuple[tuple[float, float, float, float], ...] = ()
    tables: tuple[TaggedTable, ...] = ()

    def spot(self, line: Printed) -> tuple[int, Box]:
        """Return where ``line`` stands: the page, and the box on it as it lies in the file."""
        left, right = (min(max(round(1000 * x / self.width), 0), 1000) for x in (line.left, line.right))
        top, bottom = (min(max(round(1000 * y / self.height), 0), 1000) for y in (line.top, line.bottom))
        for _ in range(self.quarters):
            left, top, right, bottom = 1000 - bottom, left, 1000 - top, right
        return self.number, Box(self.number, left, top, right - left, bottom - top)


@dataclass(frozen=True)
class Printed:
    """A printed line: its words from left to right; what is asked of it is measured once."""

    words: tuple[Word, ...]

    @cached_property
    def text(self) -> str:
        """Its words, a space between them."""
        return " ".join(word.text for word in self.words)

    @cached_property
    def left(self) -> float:
        """Where it begins."""
        return self.words[0].left

    @cached_property
    def right(self) -> float:
        """Where it ends."""
        return max(word.right for word in self.words)

    @cached_property
    def top(self) -> float:
        """Its highest point."""
        return min(word.top for word in self.words)

    @cached_property
    def bottom(self) -> float:
        """Its lowest point."""
        return max(word.bottom for word in self.words)

    @cached_property
    def size(self) -> float:
        """The size of its print."""
        return median(word.size for word in self.words)

    @cached_property
    def bold(self) -> bool:
        """Whether every word of it is bold (signs alone are not)."""
        letters = [word.bold for word in self.words if any(map(str.isalnum, word.text))]
        return bool(letters) and all(letters)


def printed_lines(words: Iterable[Word]) -> list[Printed]:
    """Return the printed lines of ``words`` from top to bottom: words at one height, whatever stands between them."""
    lines: list[list[Word]] = []
    middles: list[float] = []
    for word in sorted(words, key=lambda each: (each.middle, each.left)):
        if lines and _level(lines[-1][-1], middles[-_LAST:], word):
            lines[-1].append(word)
            middles.append(word.middle)
        else:
            lines.append([word])
            middles = [word.middle]
    ordered = [Printed(tuple(sorted(line, key=lambda each: (each.left, each.right)))) for line in lines]
    return sorted(ordered, key=lambda line: (line.top, line.left))


def _level(last: Word, middles: Sequence[float], word: Word) -> bool:
    """Tell whether ``word`` stands at the height of the ``last`` words of a line (a raised figure does)."""
    middle = sum(middles) / len(middles)
    height = max(last.bottom - last.top, word.bottom - word.top)
    return abs(word.middle - middle) <= 0.4 * height
