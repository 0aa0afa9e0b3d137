"""Stretches of a page: lines that follow one another, running text or parted by stripes into columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from loaders.formats.laid.geometry import Printed, Stripe, Word


@dataclass(frozen=True, slots=True)
class Stretch:
    """Printed lines that follow one another, and the stripes that part them (none for running text).

    Those ``across`` are titles between the rows of a table, which stand over all of its columns.
    """

    lines: tuple[Printed, ...]
    stripes: tuple[Stripe, ...] = ()
    across: tuple[Printed, ...] = ()

    def is_across(self, line: Printed) -> bool:
        """Tell whether ``line`` stands over all columns."""
        return any(line is title for title in self.across)

    def segments(self, line: Printed) -> list[Printed | None]:
        """Return what ``line`` has in each column; a title over all of them stands in the first."""
        if self.is_across(line):
            return [line, *[None] * len(self.stripes)]
        columns: list[list[Word]] = [[] for _ in range(len(self.stripes) + 1)]
        for word in line.words:
            columns[sum(1 for left, right in self.stripes if word.center > (left + right) / 2)].append(word)
        return [Printed(tuple(words)) if words else None for words in columns]

    @property
    def edges(self) -> list[float]:
        """How far to the right each column reaches."""
        rows = [self.segments(line) for line in self.lines]
        return [max((cell.right for cell in column if cell), default=0.0) for column in zip(*rows, strict=True)]


def apart(lines: Sequence[Printed], across: Sequence[Printed] = ()) -> list[bool]:
    """Tell of each line whether more white than usual stands above it; what is usual, titles ``across`` do not say."""
    pairs = list(pairwise(lines))
    gaps = [max(below.top - above.bottom, 0.0) for above, below in pairs]
    said = [
        gap for gap, pair in zip(gaps, pairs, strict=True) if not any(line is one for line in across for one in pair)
    ]
    usual = sorted(said)[len(said) // 4] if said else 0.0
    return [False, *(gap > usual + 0.45 * line.size for gap, line in zip(gaps, lines[1:], strict=True))]
