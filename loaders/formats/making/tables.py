"""Tables whatever their format: header, columns, page breaks.

A table *goes on* after a page break where the next one has as many columns, nothing but noise stands between, and its
first row is empty, repeats the header, or is no header (its first cell is empty, begins with a small letter, or it
holds figures or long text). The two become one Table; a repeated header is dropped.

A row is *broken* (it continues the row above, cell by cell) where its print shows it: after a page break, where a cell
begins with a small letter or the one above it ends as no text ends; within a table, where in addition its first cell is
empty and every other cell shows it. A row that holds figures is never broken. Where the print leaves it open, the row
stays a row of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from loaders.document import Block, Cell, Item, Row, Table
from loaders.formats.making.captioned import uncaptioned
from loaders.formats.making.continuation import begins_low, ended, goes_on, hangs
from loaders.formats.making.header_rows import heads, is_figure, labels
from loaders.formats.making.torn_rows import nameless, torn, whole

_EMPTY = Cell()


def build(rows: Sequence[Sequence[Cell]], header: bool | None) -> Table | None:
    """Return a table of ``rows``, padded to one width; None where nothing is printed in it.

    ``header`` tells whether the format marks the first row as header, None where it says nothing of headers.
    """
    width = max((index for row in rows for index, cell in enumerate(row, 1) if cell), default=0)
    padded = [Row((*row[:width], *[_EMPTY] * (width - len(row)))) for row in rows]
    filled = [row for row in padded if any(row.cells)]
    if not filled:
        return None
    headed = bool(padded) and padded[0] is filled[0] and heads(filled, header)
    return Table(tuple(filled), headed)


def finished(blocks: Iterable[Block], paged: bool = True) -> tuple[Block, ...]:
    """Join the tables that go on after a page break, drop empty columns, mark the broken rows, put titles above.

    ``paged`` is False where no table is cut by a page, or those that are have been joined: there neighbours stay apart.
    """
    found: list[Block] = []
    for block in blocks:
        last = found[-1] if found else None
        if isinstance(block, Table) and isinstance(last, Table) and paged and _continues(last, block):
            found[-1] = goes_over(last, block)
        else:
            found.append(block)
    return tuple(part for block in found for part in (_parts(block, paged) if isinstance(block, Table) else (block,)))


def _parts(table: Table, paged: bool) -> tuple[Block, ...]:
    """Return the title that ``table`` prints in its first row, if any, and the rest of it, finished."""
    title, below = uncaptioned(table)
    return (*title, _finished(below, paged))


def _texts(row: Row) -> tuple[str, ...]:
    """Return what stands in the cells, to compare rows."""
    return tuple(cell.text.casefold() for cell in row.cells)


def _continues(table: Table, after: Table) -> bool:
    """Tell whether ``after`` goes on from ``table``; nothing but noise stands between them."""
    if len(table.rows[0].cells) != len(after.rows[0].cells):
        return False
    first = after.rows[0]
    if not after.header or (table.header and _texts(first) == _texts(table.rows[0])):
        return True
    return not first.cells[0] and sum(map(bool, first.cells)) == 1


def goes_over(table: Table, after: Table) -> Table:
    """Join ``table`` and what goes on of it after a page break; a header that is repeated is dropped.

    A row of labels that stands at the top of both parts is one. On one of the pages the last columns may be empty: both
    parts are made as wide as the wider.
    """
    width = max(len(table.rows[0].cells), len(after.rows[0].cells))
    table, after = _widened(table, width), _widened(after, width)
    labelled = sum(map(bool, table.rows[0].cells)) > 1 and labels(table.rows[0])
    repeated = (table.header or labelled) and _texts(after.rows[0]) == _texts(table.rows[0])
    rows = after.rows[1:] if repeated else after.rows
    if not rows:
        return replace(table, header=table.header or repeated)
    goes_on_below = rows[0].broken or broken(table.rows[-1], rows[0])
    rest_of_cells = nameless(rows[0], (*reversed(table.rows), *rows[1:]))
    if rest_of_cells or (goes_on_below and torn(table.rows[-1], rows[0])):
        return Table((*table.rows[:-1], whole(table.rows[-1], rows[0]), *rows[1:]), table.header or repeated)
    first = replace(rows[0], broken=goes_on_below)
    return Table((*table.rows, first, *rows[1:]), table.header or repeated)


def _widened(table: Table, width: int) -> Table:
    """Return ``table`` with empty cells up to ``width``."""
    rows = (replace(row, cells=(*row.cells, *[_EMPTY] * (width - len(row.cells)))) for row in table.rows)
    return Table(tuple(rows), table.header)


def broken(above: Row, row: Row) -> bool:
    """Tell whether ``row``, the first after a page break, visibly continues ``above``."""
    if any(is_figure(cell.text) for cell in row.cells):
        return False
    pairs = [(up, down) for up, down in zip(above.cells, row.cells, strict=True) if up and down]
    return any(_cell_goes_on(up, down) for up, down in pairs)


def _cell_goes_on(above: Cell, cell: Cell) -> bool:
    """Tell whether ``cell`` visibly continues ``above``."""
    last, first = above.blocks[-1], cell.blocks[0]
    if isinstance(first, Item):
        return isinstance(last, Item) or last.words.text.rstrip().endswith(":")
    return goes_on(last.words.text, first.words.text)


def _broken_within(above: Row, row: Row) -> bool:
    """Tell whether ``row``, no page break before it, continues ``above``: an empty first cell, all others going on."""
    if row.cells[0] or any(is_figure(cell.text) for cell in row.cells):
        return False
    pairs = [(up, down) for up, down in zip(above.cells, row.cells, strict=True) if down]
    return bool(pairs) and all(up and not ended(up.text) and _low_or_hung(up, down) for up, down in pairs)


def _low_or_hung(above: Cell, cell: Cell) -> bool:
    """Tell whether the words of ``cell`` begin, or those above it end, in the middle of a sentence."""
    return begins_low(cell.text) or hangs(above.text)


def _finished(table: Table, paged: bool) -> Table:
    """Drop the columns in which nothing stands and the header's returns, mark the broken rows (if pages cut any)."""
    width = range(len(table.rows[0].cells))
    kept = [column for column in width if any(row.cells[column] for row in table.rows)]
    rows = [Row(tuple(row.cells[column] for column in kept), row.broken) for row in table.rows]
    if table.header:
        head = _texts(rows[0])
        rows = [rows[0], *(row for row in rows[1:] if _texts(row) != head)]
    for index in range(1, len(rows)) if paged else ():
        if not rows[index].broken and _broken_within(rows[index - 1], rows[index]):
            rows[index] = replace(rows[index], broken=True)
    return Table(tuple(rows), table.header)
