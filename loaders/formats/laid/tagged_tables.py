"""Tables whose rows and cells a file tells: each cell in its column, beside the empty ones, which it tells nowhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from loaders.document import Cell
from loaders.formats.laid.geometry import Rule, Stripe, Word
from loaders.formats.laid.tags import TaggedTable
from loaders.formats.making.grid import EMPTY, Slot

TOUCHING = 1.0
"""Points by which print may reach over a rule."""

NOWHERE: Stripe = (0.0, 0.0)
"""Where a column is printed that is empty in all its rows."""

Read = Callable[[Sequence[Word], float], Cell]
"""How the words of a cell are read, that could reach so far to the right."""


class Told:
    """A table as its file tells it, with its words."""

    def __init__(self, table: TaggedTable, words: Sequence[Word], rules: Sequence[Rule]) -> None:
        """Put each of ``words`` into its cell; the ``rules`` drawn tell how wide the columns are."""
        self._standing = sorted(rule.left for rule in rules if not rule.horizontal)
        self.headed = table.headed
        cells = [cell for row in table.rows for cell in row]
        held: dict[int, list[Word]] = {cell.first: [] for cell in cells}
        first = {rank: cell.first for cell in cells for rank in range(cell.first, cell.end)}
        for word in words:
            held[first[int(word.rank)]].append(word)
        self._rows = [[(cell.columns, held[cell.first]) for cell in row if cell.end > cell.first] for row in table.rows]
        self._width = max(sum(cell.columns for cell in row) for row in table.rows)
        self._columns = self._places()

    @property
    def gutters(self) -> tuple[Stripe, ...]:
        """The white between its columns."""
        return tuple((left[1], right[0]) for left, right in pairwise(self._columns))

    def slots(self, read: Read) -> list[list[Slot]]:
        """Return the cells, row by row; of a row that has too few, each in the column where it is printed."""
        return [self._whole(row, read) if self._is_whole(row) else self._sparse(row, read) for row in self._rows]

    def _is_whole(self, row: Sequence[tuple[int, list[Word]]]) -> bool:
        """Tell whether ``row`` has a cell in each column."""
        return sum(columns for columns, _ in row) == self._width

    def _places(self) -> list[Stripe]:
        """Return from where to where each column is printed, as the rows show that have a cell in each."""
        found = [NOWHERE] * self._width
        for row in filter(self._is_whole, self._rows):
            at = 0
            for columns, words in row:
                if words and columns == 1:
                    left, right = min(word.left for word in words), max(word.right for word in words)
                    known = found[at] if found[at] != NOWHERE else (left, right)
                    found[at] = min(left, known[0]), max(right, known[1])
                at += columns
        return found

    def _whole(self, row: Sequence[tuple[int, list[Word]]], read: Read) -> list[Slot]:
        """Return the cells of a row that has all of them."""
        cells, end = [], 0
        for columns, words in row:
            end += columns
            cells.append(Slot(read(words, self._edge(end - 1)), columns))
        return cells

    def _sparse(self, row: Sequence[tuple[int, list[Word]]], read: Read) -> list[Slot]:
        """Return the cells of a row that lacks some, each in the nearest column behind that of the one before."""
        cells = [Slot(EMPTY)] * self._width
        at = 0
        for left_over, (_, words) in zip(range(len(row) - 1, -1, -1), row, strict=True):
            if not words:
                continue
            beyond = max(self._width - left_over, at + 1)
            at = min(range(at, min(beyond, self._width)), key=lambda column: self._off(words, column), default=-1)
            if at < 0:
                break
            cells[at] = Slot(read(words, self._edge(at)))
            at += 1
        return cells

    def _edge(self, column: int) -> float:
        """Return how far to the right the lines of a column could reach: as near to its rule as they begin at the left.

        Where no rules are drawn it is as far as one of them does.
        """
        left, right = self._columns[column]
        before = max((at for at in self._standing if at <= left + TOUCHING), default=None)
        after = min((at for at in self._standing if at >= right - TOUCHING), default=None)
        return right if before is None or after is None else max(right, after - max(left - before, 0.0))

    def _off(self, words: Sequence[Word], column: int) -> float:
        """Return how far from a column ``words`` are printed; less than nothing is how far they stand in it."""
        left, right = self._columns[column]
        return max(min(word.left for word in words) - right, left - max(word.right for word in words))
