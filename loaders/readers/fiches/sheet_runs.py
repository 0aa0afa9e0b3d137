"""Sheets by their shape: titles of one series, or of one rank, with the same keys below each, whatever their names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from loaders.document import Block, Heading, Item, Paragraph, Table
from loaders.readers.fiches.ends import level_of
from loaders.readers.fiches.keys import Key, keys
from loaders.readers.fiches.rubric_sets import shows_fiches
from loaders.readers.fiches.series_titles import lead, names_other, series
from loaders.remembering import remembered
from loaders.words.codes import Coded
from loaders.words.wording import plain

_LONGEST = 250
_LEAST = 2
_REACH = 80
_FIRST = 4
_HALF = 0.5
_ONCE = 0.8
_FIGURES, _LETTER = re.compile(r"\d+"), re.compile(r"[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Member:
    """A title of a run of sheets: its index, and that of the block after its last key and what stands below this."""

    index: int
    end: int


@dataclass(frozen=True, slots=True)
class _Body:
    """What stands below a title up to the next of its class: the keys that are printed twice in the act, by place."""

    index: int
    end: int
    found: Sequence[tuple[int, Key]]


@remembered(4)
def sheet_run(blocks: Sequence[Block]) -> tuple[Member, ...]:
    """Return the titles that head sheets of one shape, of the largest run of them; none where there is no such run."""
    printed = [keys(block) for block in blocks]
    counts = Counter(name for found in printed for name in {key.name for key in found})
    if sum(count > 1 for count in counts.values()) < _LEAST:
        return ()
    again = [tuple(key for key in found if counts[key.name] > 1) for found in printed]
    runs = [run for heads in _classes(blocks, counts).values() if (run := _run(blocks, again, heads))]
    return max(runs, key=len, default=())


def _classes(blocks: Sequence[Block], counts: Mapping[str, int]) -> dict[str, list[int]]:
    """Return the indices of the blocks that may be titles of sheets, those of a series or of a rank together."""
    found: dict[str, list[int]] = {}
    for index, block in enumerate(blocks):
        for name in _class(block, counts):
            found.setdefault(name, []).append(index)
    return {name: heads for name, heads in found.items() if len(heads) >= _LEAST}


def _class(block: Block, counts: Mapping[str, int]) -> Iterator[str]:
    """Give the names of the classes in which ``block`` may be a title: its series, and its rank where it is printed."""
    if isinstance(block, Table) or len(block.words.text) > _LONGEST or block.words.text.endswith((";", ",")):
        return
    title = series_of(block)
    if title is not None:
        yield f"series {title.noun or _shape(title.number)}"
    again = any(counts[key.name] > 1 for key in keys(block))
    if isinstance(block, Heading) and not again and not names_other(plain(block.words.text)):
        yield f"level {block.level}"


def _run(blocks: Sequence[Block], again: Sequence[Sequence[Key]], heads: Sequence[int]) -> tuple[Member, ...]:
    """Return the ``heads`` below which the same keys stand, once each; none where they do not describe actions."""
    bodies = [_body(blocks, again, head, limit) for head, limit in pairwise([*heads, len(blocks)])]
    shared = _shared(bodies)
    alike_ = [body for body in bodies if _is_sheet(body, shared)]
    core = {name for name, count in _shared(alike_).items() if count >= _HALF * len(alike_)}
    alike_ = [body for body in alike_ if len({key.name for _, key in body.found} & core) >= _LEAST]
    told = [Counter(key.name for _, key in body.found if key.name in core) for body in alike_]
    if len(alike_) < _LEAST or len(core) < _LEAST or not _once(told):
        return ()
    printed = [(at, key) for body in alike_ for at, key in body.found if key.name in core]
    said = [(key.name, key.value or _below(blocks, at)) for at, key in printed]
    shows = shows_fiches(said, in_series=all(_in_series(blocks[body.index]) for body in alike_))
    return tuple(_member(blocks, body, core) for body in alike_) if shows else ()


def _body(blocks: Sequence[Block], again: Sequence[Sequence[Key]], head: int, limit: int) -> _Body:
    """Return what stands below the title at ``head``: up to ``limit``, or a title above its own."""
    level = level_of(blocks[head])
    end = min(limit, head + _REACH)
    end = next((at for at in range(head + 1, end) if 0 < level_of(blocks[at]) < level and not again[at]), end)
    return _Body(head, end, [(at, key) for at in range(head + 1, end) for key in again[at]])


def _shared(bodies: Sequence[_Body]) -> Counter[str]:
    """Return how many of ``bodies`` each key stands in that stands in two of them."""
    found = Counter(name for body in bodies for name in {key.name for _, key in body.found})
    return Counter({name: count for name, count in found.items() if count >= _LEAST})


def _is_sheet(body: _Body, shared: Mapping[str, int]) -> bool:
    """Whether two shared keys stand in ``body``, the first of them near its title."""
    places = [at for at, key in body.found if key.name in shared]
    names = {key.name for _, key in body.found} & set(shared)
    return len(names) >= _LEAST and places[0] <= body.index + _FIRST


def _once(told: Sequence[Counter[str]]) -> bool:
    """Whether keys stand once in a sheet: a chapter that holds several sheets has them several times."""
    once = sum(count == 1 for one in told for count in one.values())
    return once >= _ONCE * sum(map(len, told))


def _below(blocks: Sequence[Block], at: int) -> str:
    """Return the words that stand below a key at ``at``."""
    following = blocks[at + 1] if at + 1 < len(blocks) else None
    if isinstance(following, Table):
        return " ".join(cell.text for row in following.rows[:1] for cell in row.cells)
    return following.words.text if following is not None else ""


def _member(blocks: Sequence[Block], body: _Body, core: set[str]) -> Member:
    """Return the title of ``body`` with where its sheet ends: behind its last key and what this says."""
    last, key = [(at, key) for at, key in body.found if key.name in core][-1]
    end = last + 1
    opened = not key.value
    while end < body.end and _goes_on(blocks, end, last, opened=opened):
        end += 1
    return Member(body.index, end)


def _goes_on(blocks: Sequence[Block], at: int, last: int, *, opened: bool) -> bool:
    """Whether the block at ``at`` still says what the key at ``last`` opened: below a title all but titles do."""
    block = blocks[at]
    if isinstance(block, Item):
        return True
    if isinstance(block, Heading) or (isinstance(block, Paragraph) and lead(block.words.text) is not None):
        return False
    return opened and (at == last + 1 or isinstance(blocks[last], Heading))


def series_of(block: Block) -> Coded | None:
    """Return the lead of a title of a series, that of an item its mark's: ``2.`` before a title."""
    if isinstance(block, Table):
        return None
    found = series(block.words.text)
    return series(f"{block.marker} {block.words.text}") if found is None and isinstance(block, Item) else found


def _in_series(block: Block) -> bool:
    """Whether a title shows by itself that it is one of a series: by a noun or a letter, chapters have figures too."""
    found = series_of(block)
    return found is not None and bool(found.noun or found.number[0].isalpha())


def _shape(number: str) -> str:
    """Return how a number is printed: ``A9`` for ``C1`` and ``B12``."""
    return _LETTER.sub("A", _FIGURES.sub("9", number))
