"""Tables that are but a list of a plan's nodes: a level with its number beside, over or before each title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.document import Block, Cell, Item, Paragraph, Table
from loaders.readers.plan.announcements import announced_level
from loaders.readers.plan.axes import is_figure
from loaders.readers.plan.column_titles import column_of, declared
from loaders.readers.plan.marks import value_of
from loaders.readers.plan.nodes import LEVELS
from loaders.words.numbering import Numbered, numbered
from loaders.words.wording import plain

_PAIR = 2
_FEWEST = 2
_FEWEST_MIXED = 3
_LONGEST_TITLE = 250
_COUNT = re.compile(r"(?:n\s?[°o]\s?)?(?P<number>0?\d{1,2}|[ivx]{1,4}|[a-h])\s?[.)°]?")

_Pairs = list[tuple[Cell, Cell]]


def outlined(table: Table, before: Block | None = None) -> Iterator[Paragraph | Item]:
    """Give the lines of a plan that ``table`` is but a list of, nothing for any other table.

    Its rows, or its columns, are each a level with its number and the title beside or below it (``Axe 1 | Grandir``),
    or each cell is both. Bare numbers say so where the block ``before`` it announces a list of the plan.
    """
    for pairs in (_rows(table), _columns(table)):
        if _names_nodes(pairs):
            yield from (Paragraph(number.words + title.words) for number, title in pairs)
            return
    if _is_announced(before) and _counts_titles(_rows(table)):
        yield from (Item(title.words, marker=f"{_count(number)}.") for number, title in _rows(table))
        return
    cells = [cell for row in table.rows for cell in row.cells]
    if _holds_nodes(cells):
        yield from (block for cell in cells for block in cell.blocks)


def _rows(table: Table) -> _Pairs:
    """Return the two cells of each row, without the row that heads them: ``Orientation | Intitulé``."""
    if any(len(row.cells) != _PAIR for row in table.rows):
        return []
    pairs = [(row.cells[0], row.cells[1]) for row in table.rows]
    return pairs[1:] if pairs and _heads(*pairs[0]) else pairs


def _heads(number: Cell, title: Cell) -> bool:
    """Whether two cells only say that a level stands below the first one and its title below the other."""
    named = column_of(number.text)
    bare = re.fullmatch(declared("title"), plain(title.text).strip(" :.*"))
    return named is not None and named.level in LEVELS and bare is not None


def _columns(table: Table) -> _Pairs:
    """Return the two cells of each column of a table of two rows, of three columns or more."""
    if len(table.rows) != _PAIR or len(table.rows[0].cells) <= _PAIR:
        return []
    return list(zip(table.rows[0].cells, table.rows[1].cells, strict=False))


def _names_nodes(pairs: _Pairs) -> bool:
    """Whether each of ``pairs`` is a level with its number, and a title; one level counts from 1, several need not."""
    heads = [_alone(number.text) for number, _ in pairs]
    if len(pairs) < _FEWEST or not all(heads) or not all(_is_title(title) for _, title in pairs):
        return False
    named = [head for head in heads if head is not None]
    if len({head.level for head in named}) > 1:
        return len(named) >= _FEWEST_MIXED
    return named[0].level in ("enjeu", "objectif") and _counted([head.number for head in named])


def _alone(text: str) -> Numbered | None:
    """Return the level and the number that ``text`` is, None where it is anything else."""
    whole = f"{text} : x"
    head = numbered(whole)
    return head if head is not None and head.level and head.number and whole[head.start :] == "x" else None


def _is_announced(before: Block | None) -> bool:
    return before is not None and not isinstance(before, Table) and bool(announced_level(before))


def _counts_titles(pairs: _Pairs) -> bool:
    """Whether each of ``pairs`` is a bare number, from 1 on, and a title."""
    counts = [_count(number) for number, _ in pairs]
    return len(pairs) >= _FEWEST and _counted(counts) and all(_is_title(title) for _, title in pairs)


def _count(cell: Cell) -> str:
    """Return the number that ``cell`` is, as printed but for its sign and a zero before it; empty for anything else."""
    found = _COUNT.fullmatch(plain(cell.text))
    return cell.text[slice(*found.span("number"))].lstrip("0") if found is not None else ""


def _holds_nodes(cells: Sequence[Cell]) -> bool:
    """Whether each of ``cells`` begins with an enjeu or an objectif, all of one level that counts from 1 on."""
    heads = [numbered(cell.blocks[0].words.text) if cell else None for cell in cells]
    if len(cells) < _FEWEST or not all(_has_title(cell, head) for cell, head in zip(cells, heads, strict=True)):
        return False
    named = [head for head in heads if head is not None]
    return {head.level for head in named} in ({"enjeu"}, {"objectif"}) and _counted([head.number for head in named])


def _has_title(cell: Cell, head: Numbered | None) -> bool:
    text = cell.blocks[0].words.text if cell else ""
    return head is not None and bool(head.number) and any(map(str.isalpha, text[head.start :]))


def _counted(numbers: Sequence[str]) -> bool:
    """Whether ``numbers`` count from 1 on."""
    return [value_of(number.lower()) for number in numbers] == list(range(1, len(numbers) + 1))


def _is_title(cell: Cell) -> bool:
    """Whether ``cell`` may be the title of a node: words, neither many nor of what is counted or paid."""
    text = cell.text
    return any(map(str.isalpha, text)) and len(text) <= _LONGEST_TITLE and not is_figure(text)
