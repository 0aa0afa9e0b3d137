"""Tables that say of one thing after another the same: the title over each, cut out as a title of no level."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from loaders.document import Block, Heading, Paragraph, Passage, Row, Table
from loaders.readers.fiches.keys import keys
from loaders.readers.fiches.series_titles import lead
from loaders.words.numerals import figure
from loaders.words.wording import plain

_LONGEST = 250
_LEAST = 2
_MOST = 0.8


def titles_apart(blocks: Sequence[Block]) -> Iterator[Block]:
    """Give ``blocks``; a table whose rows are a title over keys, as other tables or other rows have them, in its parts.

    A title is alone in its row, or stands beside its number; a number that stands alone above the table has its title
    there already.
    """
    tables = [block for block in blocks if isinstance(block, Table)]
    counts = Counter(key.name for table in tables for part in _stacked(table) for key in keys(part))
    alone = Counter(plain(words.text) for table in tables for row in table.rows if (words := _alone(row)))
    above: Block | None = None
    for block in blocks:
        titles = _titles(block, counts, alone) if isinstance(block, Table) and not _waits(above) else ()
        above = block
        if isinstance(block, Table) and titles:
            yield from _parts(block, titles, alone)
        else:
            yield block


def _waits(block: Block | None) -> bool:
    """Whether ``block`` is a number whose title stands below it."""
    found = lead(block.words.text) if block is not None and not isinstance(block, Table) else None
    return found is not None and block is not None and not isinstance(block, Table) and not block.words.cut(found.start)


def _titles(table: Table, counts: Mapping[str, int], alone: Mapping[str, int]) -> tuple[int, ...]:
    """Return the indices of the rows that are titles: two keys printed again stand below each, none above the first."""
    found = [index for index, row in enumerate(table.rows) if _title(row) and alone[plain(_title(row).text)] < _LEAST]
    limits = [*found[1:], len(table.rows)]
    if not found or is_of_figures(table) or _again(table.rows[: found[0]], counts):
        return ()
    below = (_again(table.rows[index + 1 : end], counts) for index, end in zip(found, limits, strict=True))
    return tuple(index for index, again in zip(found, below, strict=True) if again >= _LEAST)


def is_of_figures(table: Table) -> bool:
    """Tell whether nearly all that stands beside the first column are figures: its heads part what is counted."""
    beside = [cell.text for row in table.rows[1:] for cell in row.cells[1:] if cell]
    return len(beside) * _MOST <= sum(figure(text) is not None for text in beside)


def _stacked(table: Table) -> Iterator[Table]:
    """Give what stands between the rows of ``table`` that may be titles."""
    limits = [-1, *(index for index, row in enumerate(table.rows) if _title(row)), len(table.rows)]
    yield from (
        Table(table.rows[before + 1 : end], header=False) for before, end in pairwise(limits) if end > before + 1
    )


def _again(rows: Sequence[Row], counts: Mapping[str, int]) -> int:
    """Return how many keys of ``rows`` are printed again."""
    return sum(counts[key.name] >= _LEAST for key in keys(Table(tuple(rows), header=False)))


def _title(row: Row) -> Passage:
    """Return the title that a row is: alone in it, or beside its number; empty for any other row."""
    if words := _alone(row):
        return words
    filled = [cell.words for cell in row.cells if cell]
    number = lead(filled[0].text) if len(filled) == _LEAST and row.cells[0] else None
    if number is None or filled[0].cut(number.start) or len(filled[1].text) > _LONGEST:
        return Passage(())
    return filled[0] + filled[1]


def _alone(row: Row) -> Passage:
    """Return the words of the one cell of a row that is filled, where they may be a title; empty for any other row."""
    filled = [cell.words for cell in row.cells if cell]
    whole = len(row.cells) >= _LEAST and len(filled) == 1 and bool(row.cells[0]) and len(filled[0].text) <= _LONGEST
    return filled[0] if whole and not filled[0].text.endswith((":", ".", ";")) else Passage(())


def _parts(table: Table, titles: Sequence[int], alone: Mapping[str, int]) -> Iterator[Block]:
    """Give what stands above the first of ``titles``, then each with the rows below it.

    A line that tables print again right below a title, as its status, is a paragraph.
    """
    if titles[0]:
        yield Table(table.rows[: titles[0]], table.header)
    for index, end in zip(titles, [*titles[1:], len(table.rows)], strict=True):
        yield Heading(_title(table.rows[index]))
        below = index + 1
        while below < end and alone[plain(_alone(table.rows[below]).text)] >= _LEAST:
            yield Paragraph(_alone(table.rows[below]))
            below += 1
        yield Table(table.rows[below:end], header=False)
