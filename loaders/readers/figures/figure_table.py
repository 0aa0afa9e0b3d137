"""A table of figures as it is read: its lines, and their values a territory or a year."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.acts.territory_codes import Named
from loaders.document import Passage
from loaders.readers.figures.columns import Column
from loaders.words.numerals import Figure


@dataclass(frozen=True, slots=True)
class Value:
    """A figure of a row, where it stands, its territory and year, and its variation where a column gives one."""

    figure: Figure
    words: Passage
    territory: Named | None
    year: str
    change: Figure | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A row of figures: its label as printed, and a value (perhaps without figure) for each value column.

    ``section`` is the number of the subtitle above it in the table, empty where it has none.
    """

    label: Passage
    marker: str
    year: str
    values: tuple[Value, ...]
    unit: str = ""
    section: str = ""


@dataclass(frozen=True, slots=True)
class FigureTable:
    """A table of figures, read."""

    columns: tuple[Column, ...]
    lines: tuple[Line, ...]

    @property
    def titled(self) -> str:
        """What the header of the labels says: ``Indicateurs 2020``."""
        return next((column.header.text for column in self.columns if column.role == "label"), "")

    @property
    def dated(self) -> bool:
        """Whether the table gives years itself, in a column or in headers."""
        return any(column.role == "year" or column.year for column in self.columns)
