"""The order in which a file says that its page is read: a number for each piece of text, and the tables among them.

PDFs that browsers and word processors print are tagged so; what is laid side by side is told apart by nothing surer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class TaggedCell:
    """A cell: the ranks of what stands in it, from ``first`` until before ``end``, what it covers (1 for no span).

    ``holds_table`` is whether a table is among it.
    """

    first: int
    end: int
    columns: int = 1
    rows: int = 1
    heads: bool = False
    holds_table: bool = False


@dataclass(frozen=True, slots=True)
class TaggedTable:
    """A table: its cells, row by row."""

    rows: tuple[tuple[TaggedCell, ...], ...]

    @property
    def first(self) -> int:
        """The rank of its first piece of text."""
        return min(cell.first for row in self.rows for cell in row)

    @property
    def end(self) -> int:
        """The rank behind its last piece of text."""
        return max(cell.end for row in self.rows for cell in row)

    @property
    def headed(self) -> bool:
        """Whether its first row is told to be titles."""
        return all(cell.heads for cell in self.rows[0])


@dataclass(frozen=True, slots=True)
class Tags:
    """What is told of a page: the rank of each marked piece of its text, from 0, and its tables."""

    ranks: Mapping[int, int] = field(default_factory=dict)
    tables: tuple[TaggedTable, ...] = ()
