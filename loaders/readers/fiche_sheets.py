"""Sheets: where each fiche action begins and ends in an act, its number, title and status."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from loaders.document import Block, Heading, Item, Paragraph, Passage, Row, Table
from loaders.readers.numbering import NUMBER, clean, numbered
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
_LONGEST_TITLE = 250
_REACH = 40


@dataclass(frozen=True, slots=True)
class Sheet:
    """A fiche action: its number (empty where it has none), its title, its status, where they stand, and its body."""

    number: str
    title: Passage
    status: str
    head: tuple[Passage, ...]
    body: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class _Start:
    """Where a sheet begins: its number, and what stands behind the number in the same block."""

    number: str
    words: Passage
    rest: Passage


def sheets(blocks: Sequence[Block]) -> Iterator[Sheet]:
    """Give the sheets that stand in ``blocks``; one that is only a title has no rubrics in its body."""
    for start, body in _stretches(blocks):
        if start is not None:
            yield _sheet(start, body)


def outside(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks that belong to no sheet; a title without rubrics below it makes none."""
    return tuple(
        block for start, body in _stretches(blocks) if start is None or not _rubric_kinds(body) for block in body
    )


def _stretches(blocks: Sequence[Block]) -> Iterator[tuple[_Start | None, tuple[Block, ...]]]:
    """Give the sheets of ``blocks``, each with its start and body, and what stands between them without a start."""
    blocks = tuple(part for block in blocks for part in _opened(block))
    starts = [(index, start) for index, block in enumerate(blocks) if (start := _start(blocks, index))]
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


def _opened(block: Block) -> Iterator[Block]:
    """Give ``block``, the rows of a table that name the fiche as paragraphs before what is left of it."""
    if not isinstance(block, Table):
        yield block
        return
    kept: list[Row] = []
    for row in block.rows:
        filled = [cell for cell in row.cells if cell]
        if filled and (found := _FICHE.match(plain(filled[0].text))) and found["number"] and len(row.cells) - 1 <= 3:
            if kept:
                yield Table(tuple(kept), block.header)
            kept = []
            yield from (part for cell in filled for part in cell.blocks)
        else:
            kept.append(row)
    if kept:
        yield Table(tuple(kept), block.header)


def _start(blocks: Sequence[Block], index: int) -> _Start | None:
    """Return the start of a sheet that the block at ``index`` is, None for any other block."""
    block = blocks[index]
    if isinstance(block, Table) or len(block.words.text) > _LONGEST_HEAD:
        return None
    words = block.words
    found = _FICHE.match(plain(words.text))
    if found is None or _is_sentence(words.text):
        return None
    if found["number"]:
        return _Start(_number(words, found), words, words.cut(found.end()))
    titled = isinstance(block, Heading) and found["sign"] is None and _has_rubrics(blocks, index)
    return _Start("", words, words.cut(found.end())) if titled else None


def _action(blocks: Sequence[Block], index: int) -> _Start | None:
    """Return the start of a sheet that is headed ``Action n° 4``, in an act that names no fiches."""
    block = blocks[index]
    if not isinstance(block, (Heading, Paragraph)) or len(block.words.text) > _LONGEST_HEAD:
        return None
    found = _ACTION.match(plain(block.words.text))
    if found is None or not _has_rubrics(blocks, index):
        return None
    return _Start(_number(block.words, found), block.words, block.words.cut(found.end()))


def _number(words: Passage, found: re.Match[str]) -> str:
    """Return the number as printed, mended of stray spaces."""
    printed = words.text[found.start("number") : found.end("number")]
    return clean(found["number"]) if found["number"][0].isdigit() else printed


def _is_sentence(text: str) -> bool:
    """Whether ``text`` speaks of a fiche rather than heads one."""
    return text.rstrip().endswith((".", ";")) and len(text) > 100


def _has_rubrics(blocks: Sequence[Block], index: int) -> bool:
    """Whether two kinds of rubric follow the block at ``index`` before another block that could start a sheet."""
    body = blocks[index + 1 : index + _REACH]
    limit = next((other for other, block in enumerate(body) if _could_start(block)), len(body))
    return len(_rubric_kinds(body[:limit])) > 1


def _could_start(block: Block) -> bool:
    if isinstance(block, Table):
        return False
    text = plain(block.words.text)
    return bool(_FICHE.match(text) or _ACTION.match(text))


def _rubric_kinds(blocks: Sequence[Block]) -> set[str]:
    """Return the kinds of rubric that ``blocks`` open."""
    return {kind for block in blocks for kind in _rubrics(block)}


def _rubrics(block: Block) -> set[str]:
    """Return the kinds of rubric that ``block`` opens."""
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
    return len(text) < _LONGEST_TITLE and bool(_part_titles().match(text))


@cache
def _part_titles() -> re.Pattern[str]:
    return re.compile(alternatives(groups("fiches", "ends")["titles"]))


def _sheet(start: _Start, body: tuple[Block, ...]) -> Sheet:
    """Return the sheet that begins with ``start``; its title stands behind the number or in the next blocks."""
    rest, status = _status(start.rest)
    head = [start.words]
    count = 0
    glued = leading(rest.text)
    title = rest if not glued and not rubric(rest.text) else Passage(())
    if not title and not rest:
        for block in body[:3]:
            if not _is_title(block, bool(title)):
                break
            title += block.words if not isinstance(block, Table) else Passage(())
            count += 1
        head.extend([title] if title else [])
    title, late = _status(title)
    opened = (Paragraph(rest),) if glued or rubric(rest.text) else ()
    return Sheet(start.number, _bared(title), status or late, tuple(head), (*opened, *body[count:]))


def _is_title(block: Block, more: bool) -> bool:
    """Whether ``block`` is the title of the sheet above it, or (``more``) goes on with it."""
    if isinstance(block, (Table, Item)) or len(block.words.text) > _LONGEST_TITLE:
        return False
    text = block.words.text.strip()
    if rubric(text) or leading(text) or (text.startswith("(") and not more):
        return False
    head = numbered(text)
    if head is not None and head.level == "objectif":
        return False
    return not more or text[:1].islower() or text.startswith("(")


def _status(words: Passage) -> tuple[Passage, str]:
    """Return ``words`` without the status that they state, and the status."""
    for status, pattern in _statuses():
        found = pattern.search(plain(words.text))
        if found:
            left = words.cut(0, found.start())
            return (left + words.cut(found.end()) if left else words.cut(found.end())), status
    return words, ""


@cache
def _statuses() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return each status with the pattern of its mention: in brackets, or all there is."""
    return tuple(
        (status, re.compile(rf"\(\s*{alternatives(cues)}\s*\)|^\W*{alternatives(cues)}\W*$"))
        for status, cues in groups("fiches", "statuses").items()
    )


def status_of(text: str) -> str:
    """Return the status that the cell ``text`` states, empty for none."""
    return _status(Passage(()))[1] if not text else next(
        (status for status, cues in groups("fiches", "statuses").items() if re.search(alternatives(cues), plain(text))), ""
    )


def _bared(words: Passage) -> Passage:
    """Return a title without punctuation around it."""
    text = words.text
    start = len(text) - len(text.lstrip(" \t\n:.–—-_*"))
    return words.cut(start, len(text.rstrip(" \t\n:–—-_*")))
