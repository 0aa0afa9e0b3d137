"""Tables within tables, as a file tells them: of one of data that holds another, the rows that hold none are tables.

What stands in the other rows is read in its order: the label, then the table beside it (``formats/making/nested.py``).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import groupby

from loaders.formats.laid.geometry import Word
from loaders.formats.laid.tags import TaggedCell, TaggedTable
from loaders.formats.making.header_rows import MAX_HEADER_CELL
from loaders.formats.making.nested import LABELLED


def parted(tables: Iterable[TaggedTable], words: Collection[Word]) -> Iterator[TaggedTable]:
    """Give ``tables``; one that holds another in its parts, and not at all where it but lays out its page."""
    for table in tables:
        if not any(map(_holds_table, table.rows)):
            yield table
        elif sum(_is_labelled(row, words) for row in table.rows) >= LABELLED:
            for holds, rows in groupby(table.rows, _holds_table):
                if not holds:
                    yield TaggedTable(tuple(rows))


def _holds_table(row: tuple[TaggedCell, ...]) -> bool:
    """Tell whether a table stands in a cell of ``row``."""
    return any(cell.holds_table for cell in row)


def _is_labelled(row: tuple[TaggedCell, ...], words: Collection[Word]) -> bool:
    """Tell whether ``row`` is one of data: a short label, and something beside it that is no table."""
    said = [" ".join(word.text for word in words if cell.first <= word.rank < cell.end) for cell in row]
    filled = [text for text in said if text]
    return len(filled) > 1 and not _holds_table(row) and len(filled[0]) <= MAX_HEADER_CELL
