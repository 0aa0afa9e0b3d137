"""Where the fiches action of an act begin and end: ``Fiche action n° 3 bis``, ``Fiche n°7 – ...``, ``Action n° 4``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.document import Block, Cell, Heading, Item, Paragraph, Passage, Row, Table
from loaders.readers.fiches.signs import ACTION, FICHE, end_of, has_rubrics, level_of, title_number
from loaders.remembering import remembered
from loaders.words.numbering import NUMBER, clean
from loaders.words.wording import plain

_LONGEST_HEAD = 400
_LONGEST_SENTENCE = 100
_MOST_COLUMNS = 4
_HEAD_ROWS = 2
_PAIR = 2
_LABEL = re.compile(
    r"(?:fiche(?:[ -]actions?)?(?:[ -]projet)?|numero de (?:la )?fiche(?:[ -]actions?)?)\s*(?:n\s?[°o]|numero)?\s*:?"
)
_NUMBER_ALONE = re.compile(rf"(?:n\s?[°o]\s*)?(?:{NUMBER}|[a-z]?\d{{1,2}}[a-z]?|[ivx]+|[a-h])")
_MORE = re.compile(r"\s*(?:,|et|a|&|ainsi que)\s*(?:les fiches? )?\d")


@dataclass(frozen=True, slots=True)
class Start:
    """Where a sheet begins: its number, the block that heads it, and what stands behind the number in that block.

    ``action`` where the head names an action rather than a fiche, so that it is a node of the plan as well.
    """

    number: str
    block: Heading | Paragraph | Item
    rest: Passage
    action: bool = False

    @property
    def words(self) -> Passage:
        """The words of the block."""
        return self.block.words


Stretch = tuple[Start | None, tuple[Block, ...]]


@remembered(8)
def stretches(blocks: Sequence[Block]) -> tuple[Stretch, ...]:
    """Return the sheets of ``blocks``, each with its start and body, and what stands between them without a start."""
    return tuple(_stretches(blocks))


def _stretches(blocks: Sequence[Block]) -> Iterator[Stretch]:
    blocks = tuple(part for block in blocks for part in _opened(block))
    starts = [(index, start) for index in range(len(blocks)) if (start := _start(blocks, index))]
    if not any(start.number for _, start in starts):
        starts = [(index, start) for index in range(len(blocks)) if (start := _action(blocks, index))] or starts
    numbers = [title_number(block) for block in blocks[: starts[0][0] if starts else 0]]
    following = 1 + next((number for number in reversed(numbers) if number), -1)
    done = level = 0
    before = ""
    for position, (index, start) in enumerate(starts):
        limit = starts[position + 1][0] if position + 1 < len(starts) else len(blocks)
        repeated = bool(start.number) and start.number == before  # a caption below the sheet ends where the sheet does
        level, before = level_of(blocks[index]) or (level if repeated else 0), start.number
        end = end_of(blocks, index + 1, limit, following, level)
        yield None, blocks[done:index]
        yield start, blocks[index + 1 : end]
        done = end
    yield None, blocks[done:]


def _opened(block: Block) -> Iterator[Block]:
    """Give ``block``; of a table, the rows that name the fiche as paragraphs before what is left of it.

    A table that names several fiches behind its first column lists them, as a plan does, and heads none.
    """
    if not isinstance(block, Table):
        yield block
        return
    kept: list[Row] = []
    lists = sum(_names_fiche(row, first=True) for row in block.rows) > 1
    for index, row in enumerate(block.rows):
        listed = lists and not row.cells[0]
        if listed or not _names_fiche(row, first=index < _HEAD_ROWS and not lists):
            kept.append(row)
            continue
        if kept:
            yield Table(tuple(kept), block.header)
        head, left = _beside(row)
        kept = [left] if left else []
        yield from head
    if kept:
        yield Table(tuple(kept), block.header)


def _names_fiche(row: Row, *, first: bool) -> bool:
    """Whether a row heads a fiche with its number: in its first filled cell, in the ``first`` rows in any."""
    filled = [cell for cell in row.cells if cell][: None if first else 1]
    found = (FICHE.match(plain(cell.text)) for cell in filled)
    if _is_label(row):
        return True
    alone = sum(map(bool, row.cells)) == 1
    return (alone or len(row.cells) <= _MOST_COLUMNS) and any(match is not None and match["number"] for match in found)


def _is_label(row: Row) -> bool:
    """Whether the first cell of a row is no more than ``Fiche n°``, and the cell beside it no more than a number."""
    if len(row.cells) < _PAIR or not _LABEL.fullmatch(plain(row.cells[0].text).strip()):
        return False
    return _NUMBER_ALONE.fullmatch(plain(row.cells[1].text).strip()) is not None


def _beside(row: Row) -> tuple[tuple[Paragraph | Item, ...], Row | None]:
    """Return the blocks with which a row heads a fiche, and what else it holds: a key and its value beside the head.

    A label and the number beside it (``Fiche n° | 3``) are one head.
    """
    if not _is_label(row):
        return tuple(part for cell in row.cells for part in cell.blocks), None
    head = row.cells[0].words + row.cells[1].words
    left = tuple(cell for cell in row.cells[_PAIR:] if cell)
    if len(left) == _PAIR:
        return (Paragraph(head),), Row((*left, *(Cell() for _ in row.cells[_PAIR:])))
    for cell in left:
        head += cell.words
    return (Paragraph(head),), None


def _start(blocks: Sequence[Block], index: int) -> Start | None:
    """Return the start of a sheet that the block at ``index`` is, None for any other block."""
    block = blocks[index]
    if isinstance(block, Table) or len(block.words.text) > _LONGEST_HEAD:
        return None
    text = block.words.text.rstrip()
    found = FICHE.match(plain(text))
    if found is None or (text.endswith((".", ";")) and len(text) > _LONGEST_SENTENCE):
        return None
    if found["number"]:
        speaks = text.endswith(".") and _MORE.match(plain(text), found.end("number"))
        return None if speaks else Start(_number(block.words, found), block, block.words.cut(found.end()))
    whole = isinstance(block, Heading) or found.end() == len(text)
    titled = whole and found["sign"] is None and has_rubrics(blocks, index)
    return Start("", block, block.words.cut(found.end())) if titled else None


def _action(blocks: Sequence[Block], index: int) -> Start | None:
    """Return the start of a sheet that is headed ``Action n° 4``, in an act that names no fiches."""
    block = blocks[index]
    if not isinstance(block, (Heading, Paragraph)) or len(block.words.text) > _LONGEST_HEAD:
        return None
    found = ACTION.match(plain(block.words.text))
    if found is None or not has_rubrics(blocks, index):
        return None
    return Start(_number(block.words, found), block, block.words.cut(found.end()), action=True)


def _number(words: Passage, found: re.Match[str]) -> str:
    """Return the number as printed, mended of stray spaces."""
    printed = words.text[found.start("number") : found.end("number")]
    return clean(found["number"]) if found["number"][0].isdigit() else printed
