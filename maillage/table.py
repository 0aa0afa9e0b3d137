"""Table: the one noun that comes out of the house. Columns, rows, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

Cell = str | int | float | bool | Decimal | None


@dataclass(frozen=True, slots=True)
class Table:
    """A result: column names, and rows of plain values in their order.

    An absent value is None. An IRI, a date and a text are str; a number is int, float or Decimal as the graph has it.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Mapping[str, Cell]]:
        """Give each row as a mapping from column name to value."""
        for row in self.rows:
            yield dict(zip(self.columns, row, strict=True))

    def column(self, name: str) -> tuple[Cell, ...]:
        """Return the values of column ``name``, a row each. Raises ValueError where there is no such column."""
        index = self.columns.index(name)
        return tuple(row[index] for row in self.rows)
