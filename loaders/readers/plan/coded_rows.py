"""Tables whose rows begin with codes (``A1 Crèche ... | Commune``), as the lines that they are of a plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from loaders.document import Block, Cell, Paragraph, Passage, Row, Table
from loaders.readers.plan.codes import bare_code, code_of
from loaders.readers.plan.columns import columns
from loaders.readers.plan.numbered_levels import Line, levels_by_number
from loaders.words.numbering import Numbered
from loaders.words.wording import lines


def with_levels(blocks: Sequence[Block]) -> tuple[list[Block], dict[int, Numbered]]:
    """Return ``blocks``, tables that are but lines of a plan as these; and what numbers say of each, by identity."""
    held: list[tuple[Block, Line | None]] = []
    given: set[str] = set()
    for block in blocks:
        rows = list(_lines_of(block, given)) if isinstance(block, Table) else []
        held.extend((block, row) for row in rows)
        if not rows:
            held.append((block, None if isinstance(block, Table) else block))
        if not isinstance(block, Table) and (code := code_of(block.words.text)) is not None:
            given.add(code.number)
    found = levels_by_number([line for _, line in held])
    whole = _whole([(block, index in found) for index, (block, _) in enumerate(held)])
    kept: list[Block] = []
    heads: dict[int, Numbered] = {}
    for index, (block, line) in enumerate(held):
        if line is not None and (not isinstance(block, Table) or id(block) in whole):
            kept.append(line)
            if index in found:
                heads[id(line)] = found[index]
        elif not (kept and kept[-1] is block):
            kept.append(block)
    return kept, heads


def _whole(held: Sequence[tuple[Block, bool]]) -> frozenset[int]:
    """Return the tables of which every line was found to stand in the plan."""
    tables = {id(block) for block, _ in held if isinstance(block, Table)}
    return frozenset(tables - {id(block) for block, found in held if not found})


def _lines_of(table: Table, given: set[str]) -> Iterator[Line]:
    """Give the lines that the rows of ``table`` are, none where one has no code, or names a node that was ``given``."""
    if columns(table) is not None:
        return
    body = table.rows[1:] if table.rows and not any(_coded(row) for row in table.rows[:1]) else table.rows
    found = [list(_coded(row)) for row in body]
    if not found or not all(found):
        return
    codes = [code for row in found for line in row if (code := code_of(line.words.text)) is not None]
    if not any(code.number in given for code in codes):
        yield from _once(line for row in found for line in row)


def _once(found: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Give lines, those that stand there again only the first time."""
    said: set[str] = set()
    for line in found:
        if line.words.text not in said:
            said.add(line.words.text)
            yield line


def _coded(row: Row) -> list[Paragraph]:
    """Return the lines with codes that the first cells of ``row`` are: a code alone, with the title beside it."""
    cells = [cell for cell in row.cells if cell]
    if len(cells) > 1 and (found := list(_beside(cells[0], cells[1]))):
        return found
    return [Paragraph(cell.words) for cell in takewhile(lambda cell: code_of(cell.text) is not None, cells)]


def _beside(numbers: Cell, titles: Cell) -> Iterator[Paragraph]:
    """Give the lines of codes in one cell and titles in the next, printed line by printed line."""
    codes = [code for block in numbers.blocks for code in lines(block.words)]
    if not all(bare_code(code.text) for code in codes):
        return
    starts = [code.pieces[0].line for code in codes]
    parts: list[Passage] = [Passage(()) for _ in codes]
    for title in (title for block in titles.blocks for title in lines(block.words)):
        above = [at for at, start in enumerate(starts) if start <= title.pieces[0].line]
        parts[above[-1] if above else 0] += title
    yield from (Paragraph(code + part) for code, part in zip(codes, parts, strict=True) if part)
