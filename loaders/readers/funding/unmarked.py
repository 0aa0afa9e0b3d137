"""Tables of money whose titles nothing marks as such, or a scan spoilt: told by what stands in their columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from loaders.acts.section import Section
from loaders.acts.territory_codes import specific
from loaders.document import Table
from loaders.words.numerals import figure

_FEWEST = 3  # rows
_MOST_OTHERS = 1  # a total


def titled(table: Table) -> Table:
    """Return ``table`` with its first row as its titles, where words stand there over a column of euros."""
    blank = table.header and bool(table.rows) and not any(table.rows[0].cells)
    rows = table.rows[1:] if blank else table.rows
    if (table.header and not blank) or len(rows) < _FEWEST:
        return table
    first, columns = rows[0].cells, zip(*(row.cells for row in rows[1:]), strict=True)
    over = any(
        title and figure(title.text) is None and in_euros([cell.text for cell in cells])
        for title, cells in zip(first, columns, strict=True)
    )
    return Table(rows, header=True) if over and all(first) else table


def in_euros(cells: Sequence[str]) -> bool:
    """Tell whether most of the cells of a column that hold anything, and two at least, print euros."""
    full = [text for text in cells if text]
    euros = sum((read := figure(text)) is not None and read.unit == "€" and read.value is not None for text in full)
    return euros > 1 and euros > len(full) / 2


def are_collectivites(section: Section, cells: Sequence[str]) -> bool:
    """Tell whether the cells of a column name collectivités, all of them that hold anything but a total."""
    full = [text for text in cells if text]
    others = len(list(islice((text for text in full if specific(section, text) is None), _MOST_OTHERS + 1)))
    return others <= _MOST_OTHERS and len(full) - others > 1
