"""Tables whose rows and cells a file tells: each cell in its column, beside the empty ones, which it tells nowhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from loaders.document import Cell
from loaders.formats.laid.geometry import Rule, Stripe, Word
from loaders.formats.laid.tags import TaggedTable
from loaders.formats.making.grid import EMPTY, Slot

TOUCHING = 1.0
"""Points by which print may reach over a rule."""

NOWHERE: Stripe = (0.0, 0.0)
"""Where a column is printed that is empty in all its rows."""


@dataclass(frozen=True, slots=True)
class _Held:
    """A cell: the columns and rows that it covers, its words."""

    columns: int
    rows: int
    words: list[Word]


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
        self._rows = [[_Held(cell.columns, cell.rows, held[cell.first]) for cell in row] for row in table.rows]
        self._width = max(sum(cell.columns for cell in row) for row in table.rows)
        self._columns: list[Stripe] = []
        self._columns = self._places(self._laid())

    @property
    def gutters(self) -> tuple[Stripe, ...]:
        """The white between its columns."""
        return tuple((left[1], right[0]) for left, right in pairwise(self._columns))

    def slots(self, read: Read) -> list[list[Slot]]:
        """Return the cells, row by row; of a row that has too few, each in the column where it is printed."""
        rows = []
        for row in self._laid():
            cells = [EMPTY] * self._width
            for column, held in row:
                cells[column] = read(held.words, self._edge(min(column + held.columns, self._width) - 1))
            rows.append([Slot(cell) for cell in cells])
        return [row for row in rows if any(slot.cell for slot in row)]

    def _laid(self) -> list[list[tuple[int, _Held]]]:
        """Return the cells of each row, each with its column; what a cell above covers is left free.

        As long as nobody knows where the columns are printed, a row that lacks some cells has none.
        """
        laid: list[list[tuple[int, _Held]]] = []
        reach = [0] * self._width
        for index, row in enumerate(self._rows):
            free = [column for column in range(self._width) if reach[column] <= index]
            width = sum(held.columns for held in row)
            if width > len(free):  # a cell from the page before, whose end is not told
                reach, free = [0] * self._width, list(range(self._width))
            whole = width == len(free) or not any(each.words for each in row)
            held = row if whole else [each for each in row if each.words]
            begins = accumulate((each.columns for each in held[:-1]), initial=0)
            columns = self._nearest(held, free) if self._columns and not whole else [free[at] for at in begins]
            for column, each in zip(columns, held, strict=False):
                reach[column : column + each.columns] = [index + each.rows] * each.columns
            laid.append(list(zip(columns, held, strict=False)) if whole or self._columns else [])
        return laid

    def _places(self, laid: Sequence[Sequence[tuple[int, _Held]]]) -> list[Stripe]:
        """Return from where to where each column is printed, as the rows show that have a cell in each."""
        found = [NOWHERE] * self._width
        for at, held in (cell for row in laid for cell in row):
            if held.words and held.columns == 1:
                left, right = min(word.left for word in held.words), max(word.right for word in held.words)
                known = found[at] if found[at] != NOWHERE else (left, right)
                found[at] = min(left, known[0]), max(right, known[1])
        return found

    def _nearest(self, row: Sequence[_Held], free: Sequence[int]) -> list[int]:
        """Return the columns of the cells of a row that lacks some, each the nearest behind that of the one before."""
        columns: list[int] = []
        for left_over, held in zip(range(len(row) - 1, -1, -1), row, strict=True):
            rest = [column for column in free if not columns or column > columns[-1]]
            within = rest[: max(len(rest) - left_over, 1)]
            if not within:
                break
            columns.append(min(within, key=lambda column: self._off(held.words, column)))
        return columns

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
