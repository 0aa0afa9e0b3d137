"""Where the fiches action of an act begin and end: ``Fiche action n° 3 bis``, ``Fiche n°7 – ...``, ``Action n° 4``."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from loaders.document import Block, Heading, Item, Paragraph, Passage, Table
from loaders.readers.fiches.bare_keys import keys_apart
from loaders.readers.fiches.described import described, heads_apart
from loaders.readers.fiches.ends import (
    Above,
    end_of,
    last_enjeu,
    level_of,
    number_alone,
    title_level,
    title_number,
    title_of_enjeu,
)
from loaders.readers.fiches.figures_above import figures_above
from loaders.readers.fiches.opening import opened
from loaders.readers.fiches.series_titles import series
from loaders.readers.fiches.sheet_runs import sheet_run
from loaders.readers.fiches.signs import ACTION, FICHE, has_rubrics, rubric_kinds, speaks_of_fiche
from loaders.readers.fiches.status_words import status_line
from loaders.readers.fiches.title_rows import titles_apart
from loaders.readers.fiches.titled import end_below, title_of, titled
from loaders.remembering import remembered
from loaders.words.numbering import clean, numbered
from loaders.words.wording import plain

_LONGEST_HEAD = 400
_PAIR = 2
_SEVERAL = 3
_LONGEST_SENTENCE = 100
_ONE = re.compile(r"[A-H]l")
_MORE = re.compile(r"\s*(?:,|et|a|&|ainsi que)\s*(?:les fiches? )?\d")


@dataclass(frozen=True, slots=True)
class Start:
    """Where a sheet begins: its number, the block that heads it, and what stands behind the number in that block.

    ``action`` where the head names an action rather than a fiche, so that it is a node of the plan as well. ``end`` is
    where the sheet ends that only its shape shows, 0 for any other.
    """

    number: str
    block: Heading | Paragraph | Item
    rest: Passage
    action: bool = False
    end: int = 0

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
    blocks = tuple(keys_apart([part for block in blocks for part in opened(block)]))
    starts = _named(blocks)
    if not any(start.number and has_rubrics(blocks, index, 1) for index, start in starts):
        blocks = tuple(part for block in titles_apart(tuple(heads_apart(blocks))) for part in described(block))
        starts = _named(blocks)
        starts = sorted([*starts, *_unnamed(blocks, {index for index, _ in starts})], key=lambda found: found[0])
    heads = range(starts[0][0] if starts else 0)
    numbers = [title_number(blocks[index]) or number_alone(blocks, index) for index in heads]
    following = 1 + next((number for number in reversed(numbers) if number), -1)
    over = _level_over(blocks[: starts[0][0] if starts else 0])
    outer = _outer_levels(blocks, [index for index, _ in starts])
    done = level = 0
    before, enjeu, title = "", None, ""
    for position, (index, start) in enumerate(starts):
        limit = starts[position + 1][0] if position + 1 < len(starts) else len(blocks)
        repeated = bool(start.number) and start.number == before  # a caption below the sheet ends where the sheet does
        level, before = level_of(blocks[index]) or (level if repeated else 0), start.number
        if not start.rest:
            level = title_level(blocks, index, level)
        enjeu = last_enjeu(blocks[done:index], enjeu)
        listed = _is_listed(blocks, starts[: position + 1])
        title = title_of_enjeu(blocks[done:index]) or title
        standing = Above(over, enjeu, outer if limit == len(blocks) else (), listed, title)
        end = end_of(blocks, index + 1, limit, following, level, standing)
        if start.action and isinstance(start.block, Item):
            end = min(end, end_below(blocks, index))
        end = index + 1 if listed and not rubric_kinds(blocks[index + 1 : end]) else end
        end = min(start.end, limit) if start.end else end
        body = blocks[index + 1 : end]
        figures = figures_above(body)
        yield None, (*blocks[done:index], *figures)
        yield start, tuple(block for block in body if not any(block is one for one in figures)) if figures else body
        done = end
    yield None, blocks[done:]


def _outer_levels(blocks: Sequence[Block], starts: Sequence[int]) -> frozenset[int]:
    """Return the levels of the titles before the first of several sheets that no title of any but the last has.

    The parts of an act can be printed smaller than the sheets' titles are.
    """
    if len(starts) < _SEVERAL:
        return frozenset()
    within = {level_of(block) for block in blocks[starts[0] : starts[-1] + 1]}
    return frozenset(map(level_of, blocks[: starts[0]])) - within


def _is_listed(blocks: Sequence[Block], starts: Sequence[tuple[int, Start]]) -> bool:
    """Whether the last of ``starts`` stands in a list of fiches: a line right below that of another, or its axe's."""
    if len(starts) < _PAIR:
        return False
    (above, before), (index, start) = starts[-_PAIR:]
    entries = not any(isinstance(one.block, Heading) or not one.rest for one in (before, start))
    return entries and all(map(_names_axe, blocks[above + 1 : index]))


def _names_axe(block: Block) -> bool:
    """Whether ``block`` is a line of the enjeu or the objectif below which a list of fiches goes on."""
    head = None if isinstance(block, Table) else numbered(block.words.text)
    return head is not None and head.level in ("socle", "enjeu", "objectif")


def _level_over(blocks: Sequence[Block]) -> int:
    """Return the level of the last title among ``blocks``, 0 where there is none."""
    return next((level for block in reversed(blocks) if (level := level_of(block))), 0)


def _named(blocks: Sequence[Block]) -> list[tuple[int, Start]]:
    """Return the starts of the sheets that are named fiches, each with its index."""
    return [(index, start) for index in range(len(blocks)) if (start := _start(blocks, index))]


def _unnamed(blocks: Sequence[Block], named: Collection[int]) -> list[tuple[int, Start]]:
    """Return the starts of the sheets that are headed as actions, or else by titles alone, each with its index.

    Where what all of them say is not known, their shape shows more of them, beside the ``named``.
    """
    known = {index: start for index in range(len(blocks)) if (start := _action(blocks, index))} or {
        index: _headed(block, _number_above(blocks, index))
        for index in titled(blocks)
        if not isinstance(block := blocks[index], Table)
    }
    run = {member.index: member.end for member in sheet_run(blocks) if member.index not in named}
    if known.keys() <= run.keys():
        for index, end in run.items():
            if index not in known and not isinstance(block := blocks[index], Table):
                known[index] = replace(_headed(block), end=end)
    return list(known.items())


def _start(blocks: Sequence[Block], index: int) -> Start | None:
    """Return the start of a sheet that the block at ``index`` is, None for any other block."""
    block = blocks[index]
    if isinstance(block, Table) or len(block.words.text) > _LONGEST_HEAD:
        return None
    text = block.words.text.rstrip()
    found = FICHE.match(plain(text))
    if found is None or speaks_of_fiche(text) or status_line(text):
        return None
    if text.endswith((".", ";")) and len(text) > _LONGEST_SENTENCE:
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


def _headed(block: Heading | Paragraph | Item, above: str = "") -> Start:
    """Return the start of a sheet that a title or an item heads: its number is its own, else that ``above``."""
    number, title = title_of(block)
    return Start(number or above, block, title, action=True)


def _number_above(blocks: Sequence[Block], index: int) -> str:
    """Return the number that stands with its noun, and alone, right above a title: ``CHANTIER A``; else empty."""
    above = blocks[index - 1] if index else None
    if above is None or isinstance(above, Table):
        return ""
    found = series(above.words.text)
    return found.number if found is not None and found.noun and not above.words.text[found.start :].strip() else ""


def _number(words: Passage, found: re.Match[str]) -> str:
    """Return the number as printed, mended of stray spaces, and of the letter that a scan made of a one (``Bl``)."""
    printed = words.text[found.start("number") : found.end("number")]
    if _ONE.fullmatch(printed):
        return f"{printed[:-1]}1"
    return clean(found["number"]) if found["number"][0].isdigit() else printed
