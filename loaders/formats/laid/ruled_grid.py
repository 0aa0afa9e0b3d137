"""The grid of a ruled table: its columns and rows, the cells merged over several of them, the words in each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from loaders.formats.laid.geometry import Word

Begins = tuple[tuple[tuple[int, int], ...], ...]
"""For each slot of a grid, row by row, the slot where its cell begins."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: where its columns and rows are parted, and for each slot the slot where its cell begins."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    begins: Begins

    @property
    def left(self) -> float:
        """Its left edge."""
        return self.columns[0]

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.columns[-1]

    @property
    def top(self) -> float:
        """Its upper edge."""
        return self.rows[0]

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.rows[-1]

    def edge(self, row: int, column: int) -> float:
        """Return the right edge of the cell that begins at a slot."""
        reach = [j for j, begin in enumerate(self.begins[row]) if begin == (row, column)]
        return self.columns[max(reach, default=column) + 1]

    def holds(self, word: Word) -> bool:
        """Tell whether ``word`` is printed within the table."""
        return self.left - 1 <= word.center <= self.right + 1 and self.top - 1 <= word.middle <= self.bottom + 1

    def filled(self, words: Iterable[Word]) -> list[list[list[Word]]]:
        """Return the words of each slot; those of a merged cell stand where it begins."""
        slots: list[list[list[Word]]] = [[[] for _ in self.columns[1:]] for _ in self.rows[1:]]
        for word in words:
            row, column = self.begins[slot_at(self.rows, word.middle)][slot_at(self.columns, word.center)]
            slots[row][column].append(word)
        return slots


def slot_at(edges: Sequence[float], at: float) -> int:
    """Return the index of the stripe in which ``at`` lies."""
    inner = sum(1 for edge in edges[1:-1] if edge <= at)
    return min(inner, len(edges) - 2)
