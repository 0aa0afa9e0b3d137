"""In which sizes a document is printed: that of its running text, and those of its titles.

Both are measured outside ruled tables: a document whose tables, in small print, hold more letters than its sentences
would seem to consist of titles.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from loaders.formats.laid.geometry import Printed, Word
from loaders.formats.laid.setting import wrapped

TITLE = 1.12
"""How many times larger than the body a title is printed."""

SLIGHTLY = 1.03
"""How many times larger than the body a size is that is a title's where it is printed in bold only."""

LEVELS = 6

LONG = 3
"""Printed lines from which a passage that visibly goes on is no title."""

DEFAULT = 10.0
"""Points: the size of a text that has no letters."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """The size of the ``body``, in points, and the level of each size in which titles are printed (1: the largest)."""

    body: float = DEFAULT
    titles: dict[float, int] = field(default_factory=dict)

    @classmethod
    def of(cls, pages: Iterable[Sequence[Printed]]) -> Sizes:
        """Measure the printed lines of ``pages``, those of ruled tables left out."""
        printed = list(pages)
        words = [word for lines in printed for line in lines for word in line.words]
        letters = _counted(words)
        running = _counted(word for lines in printed for line in _running(lines) for word in line.words)
        light = {rounded(word.size) for word in words if not word.bold}
        body = max(letters, key=lambda size: (letters[size], -size), default=DEFAULT)
        larger = {size for size in letters if size >= (TITLE if size in light else SLIGHTLY) * body}
        ordered = sorted((size for size in larger if 2 * running.get(size, 0) <= letters[size]), reverse=True)
        return cls(body, {size: min(level, LEVELS) for level, size in enumerate(ordered, 1)})

    def level(self, line: Printed) -> int:
        """Return the level of the title that a line of this size is, 0 for text."""
        return self.titles.get(rounded(line.size), 0)


def rounded(size: float) -> float:
    """Return ``size`` to half a point: within that, two sizes are one."""
    return round(size * 2) / 2


def _counted(words: Iterable[Word]) -> dict[float, int]:
    """Return how many letters are printed in each size."""
    letters: dict[float, int] = {}
    for word in words:
        size = rounded(word.size)
        letters[size] = letters.get(size, 0) + len(word.text)
    return letters


def _running(lines: Sequence[Printed]) -> Iterator[Printed]:
    """Give the lines of the passages that visibly go on over more lines than a title has."""
    passage: list[Printed] = []
    for above, below in wrapped(lines):
        if not passage or passage[-1] is not above:
            yield from passage if len(passage) >= LONG else ()
            passage = [above]
        passage.append(below)
    yield from passage if len(passage) >= LONG else ()
