"""Stretches of the blocks of an act: each fiche action with its start and body, and what stands between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loaders.document import Block, Heading, Item, Table
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
from loaders.readers.fiches.figures_above import figures_apart
from loaders.readers.fiches.last_sheet import end_of_last
from loaders.readers.fiches.opening import opened
from loaders.readers.fiches.signs import has_rubrics, rubric_kinds
from loaders.readers.fiches.starts import Start, named_starts, unnamed_starts
from loaders.readers.fiches.title_rows import titles_apart
from loaders.readers.fiches.titled import end_below
from loaders.remembering import remembered
from loaders.words.numbering import numbered

_PAIR = 2
_SEVERAL = 3
Stretch = tuple[Start | None, tuple[Block, ...]]


@remembered(8)
def stretches(blocks: Sequence[Block]) -> tuple[Stretch, ...]:
    """Return the sheets of ``blocks``, each with its start and body, and what stands between them without a start."""
    return tuple(_stretches(*_with_starts(blocks)))


def _with_starts(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], Sequence[tuple[int, Start]]]:
    """Return ``blocks`` and the starts of the sheets among them, each with its index.

    Where no fiche is named, titles are set apart from what they are printed with, since these head the sheets.
    """
    blocks = tuple(keys_apart([part for block in blocks for part in opened(block)]))
    starts = named_starts(blocks)
    if any(start.number and has_rubrics(blocks, index, 1) for index, start in starts):
        return blocks, starts
    blocks = tuple(part for block in titles_apart(tuple(heads_apart(blocks))) for part in described(block))
    starts = named_starts(blocks)
    unnamed = unnamed_starts(blocks, {index for index, _ in starts})
    return blocks, sorted([*starts, *unnamed], key=lambda found: found[0])


def _stretches(blocks: tuple[Block, ...], starts: Sequence[tuple[int, Start]]) -> Iterator[Stretch]:
    """Give the stretches of ``blocks``, whose sheets begin at ``starts``."""
    first = starts[0][0] if starts else 0
    following, over = _following(blocks, first), _level_over(blocks[:first])
    outer = _outer_levels(blocks, [index for index, _ in starts])
    done = level = 0
    before, enjeu, title = "", None, ""
    bodies: list[tuple[Block, ...]] = []
    for position, (index, start) in enumerate(starts):
        limit = starts[position + 1][0] if position + 1 < len(starts) else len(blocks)
        repeated = bool(start.number) and start.number == before  # a caption below the sheet ends where the sheet does
        level, before = _level(blocks, index, start, level if repeated else 0), start.number
        between = blocks[done:index]
        enjeu, title = last_enjeu(between, enjeu), title_of_enjeu(between) or title
        listed = _is_listed(blocks, starts[: position + 1])
        standing = Above(over, enjeu, outer if limit == len(blocks) else (), listed, title)
        done = end_of(blocks, index + 1, limit, following, level, standing)
        done = min(start.end, limit) if start.end else _end_of_entry(blocks, index, start, done, listed)
        if limit == len(blocks):
            done = index + 1 + end_of_last(bodies, blocks[index + 1 : done], start.number)
        bodies.append(blocks[index + 1 : done])
        figures, body = figures_apart(bodies[-1])
        yield None, (*between, *figures)
        yield start, body
    yield None, blocks[done:]


def _level(blocks: Sequence[Block], index: int, start: Start, inherited: int) -> int:
    """Return the level of the title of a sheet, the one ``inherited`` where it has none."""
    level = level_of(blocks[index]) or inherited
    return level if start.rest else title_level(blocks, index, level)


def _end_of_entry(blocks: Sequence[Block], index: int, start: Start, end: int, listed: bool) -> int:
    """Return where a sheet ends that goes on to ``end`` at most: an item with its own, an entry of a list with itself.

    A fiche that is ``listed`` goes on where rubrics stand below it.
    """
    if start.action and isinstance(start.block, Item):
        end = min(end, end_below(blocks, index))
    return index + 1 if listed and not rubric_kinds(blocks[index + 1 : end]) else end


def _following(blocks: Sequence[Block], first: int) -> int:
    """Return the number that the act's own titles go on with behind those above the ``first`` sheet; 0 for none."""
    numbers = [title_number(blocks[index]) or number_alone(blocks, index) for index in range(first)]
    return 1 + next((number for number in reversed(numbers) if number), -1)


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
