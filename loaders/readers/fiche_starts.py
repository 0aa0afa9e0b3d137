"""Where the fiches action of an act begin and end: ``Fiche action n° 3 bis``, ``Fiche n°7 – ...``, ``Action n° 4``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from loaders.document import Block, Heading, Paragraph, Passage, Row, Table
from loaders.readers.numbering import NUMBER, clean
from loaders.readers.plan_columns import columns
from loaders.readers.rubrics import leading, rubric
from loaders.readers.wording import alternatives, plain
from loaders.vocabulary import groups

_FICHE = re.compile(
    r"\W*(?:(?:la |les )?fiches?[\s-]*(?:actions?|projets?|thematiques?|operationnelles?|descriptives?)?"
    r"(?:\s+ctg)?)\s*(?P<sign>n\s?[°o]s?\s*|numero\s+)?[:–—-]?\s*"
    rf"(?P<number>(?:{NUMBER}|[a-z]?\d+[a-z]?|[ivx]+)(?![\w%]))?[\s:.–—_*-]*"
)
_ACTION = re.compile(rf"\W*action\s*(?:n\s?[°o]\s*|numero\s+)?(?P<number>{NUMBER})\s*[\s:.–—_*-]*")
_LONGEST_HEAD = 400
_LONGEST_SENTENCE = 100
_REACH = 40
_MOST_COLUMNS = 4


@dataclass(frozen=True, slots=True)
class Start:
    """Where a sheet begins: its number, and what stands behind the number in the same block."""

    number: str
    words: Passage
    rest: Passage


def stretches(blocks: Sequence[Block]) -> Iterator[tuple[Start | None, tuple[Block, ...]]]:
    """Give the sheets of ``blocks``, each with its start and body, and what stands between them without a start."""
    blocks = tuple(part for block in blocks for part in _opened(block))
    starts = [(index, start) for index in range(len(blocks)) if (start := _start(blocks, index))]
    if not any(start.number for _, start in starts):
        starts = [(index, start) for index in range(len(blocks)) if (start := _action(blocks, index))] or starts
    done = 0
    for position, (index, start) in enumerate(starts):
        limit = starts[position + 1][0] if position + 1 < len(starts) else len(blocks)
        end = next((other for other in range(index + 1, limit) if _ends(blocks[other])), limit)
        yield None, blocks[done:index]
        yield start, blocks[index + 1 : end]
        done = end
    yield None, blocks[done:]


def rubric_kinds(blocks: Sequence[Block]) -> set[str]:
    """Return the kinds of rubric that ``blocks`` open."""
    return {kind for block in blocks for kind in _rubrics(block)}


def _opened(block: Block) -> Iterator[Block]:
    """Give ``block``; of a table, the rows that name the fiche as paragraphs before what is left of it."""
    if not isinstance(block, Table):
        yield block
        return
    kept: list[Row] = []
    for row in block.rows:
        if not _names_fiche(row):
            kept.append(row)
            continue
        if kept:
            yield Table(tuple(kept), block.header)
        kept = []
        yield from (part for cell in row.cells for part in cell.blocks)
    if kept:
        yield Table(tuple(kept), block.header)


def _names_fiche(row: Row) -> bool:
    """Whether the first filled cell of a row heads a fiche with its number."""
    first = next((cell for cell in row.cells if cell), None)
    found = _FICHE.match(plain(first.text)) if first is not None else None
    return found is not None and bool(found["number"]) and len(row.cells) <= _MOST_COLUMNS


def _start(blocks: Sequence[Block], index: int) -> Start | None:
    """Return the start of a sheet that the block at ``index`` is, None for any other block."""
    block = blocks[index]
    if isinstance(block, Table) or len(block.words.text) > _LONGEST_HEAD:
        return None
    words = block.words
    found = _FICHE.match(plain(words.text))
    if found is None or (words.text.rstrip().endswith((".", ";")) and len(words.text) > _LONGEST_SENTENCE):
        return None
    if found["number"]:
        return Start(_number(words, found), words, words.cut(found.end()))
    titled = isinstance(block, Heading) and found["sign"] is None and _has_rubrics(blocks, index)
    return Start("", words, words.cut(found.end())) if titled else None


def _action(blocks: Sequence[Block], index: int) -> Start | None:
    """Return the start of a sheet that is headed ``Action n° 4``, in an act that names no fiches."""
    block = blocks[index]
    if not isinstance(block, (Heading, Paragraph)) or len(block.words.text) > _LONGEST_HEAD:
        return None
    found = _ACTION.match(plain(block.words.text))
    if found is None or not _has_rubrics(blocks, index):
        return None
    return Start(_number(block.words, found), block.words, block.words.cut(found.end()))


def _number(words: Passage, found: re.Match[str]) -> str:
    """Return the number as printed, mended of stray spaces."""
    printed = words.text[found.start("number") : found.end("number")]
    return clean(found["number"]) if found["number"][0].isdigit() else printed


def _has_rubrics(blocks: Sequence[Block], index: int) -> bool:
    """Whether two kinds of rubric follow the block at ``index`` before another block that could start a sheet."""
    body = blocks[index + 1 : index + _REACH]
    limit = next((other for other, block in enumerate(body) if _could_start(block)), len(body))
    return len(rubric_kinds(body[:limit])) > 1


def _could_start(block: Block) -> bool:
    if isinstance(block, Table):
        return False
    text = plain(block.words.text)
    return bool(_FICHE.match(text) or _ACTION.match(text))


def _rubrics(block: Block) -> set[str]:
    """Return the kinds of rubric that ``block`` opens; the table of a plan opens none."""
    if isinstance(block, Table):
        texts = [] if columns(block) else [cell.text for row in block.rows for cell in row.cells]
    else:
        texts = [block.words.text]
    found = {rubric(text) or (head.kind if (head := leading(text)) else "") for text in texts}
    return found - {"", "modalite", "titre", "numero"}


def _ends(block: Block) -> bool:
    """Whether ``block`` ends the sheets: an annexe, an article, the signatures."""
    if isinstance(block, Table):
        return False
    text = plain(block.words.text.strip(" *_#"))
    return len(text) < _LONGEST_HEAD and bool(_part_titles().match(text))


@cache
def _part_titles() -> re.Pattern[str]:
    return re.compile(alternatives(groups("fiches", "ends")["titles"]))
