"""Minutes: of a session at which much was decided, only what is about a convention territoriale globale is an act here.

The minutes of a council (``procès-verbal``, ``compte rendu``) print one numbered item after the other, each with a vote
of its own. An item is read below the head of the session. Where act numbers step from one title to the next, each
entitles an act, however it is printed (``stepping``); else items are those that begin with one of the declared numbers,
or the points of the session's agenda (``agenda``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from loaders.acts.agenda import text_of, treated
from loaders.acts.closing import Closed, closings
from loaders.acts.convention_cues import MENTION
from loaders.acts.stepping import VOTED, Step, steps
from loaders.document import Block, Heading, Item, Passage, Table, passages
from loaders.vocabulary import groups
from loaders.words.wording import alternatives

_ITEM = re.compile(rf"^\W*{alternatives(groups('acts', 'item')['numbers'])}")
_CONCLUDED = re.compile(alternatives(groups("acts", "item")["concluded"]))
_NAMED = re.compile(r"^\W*deliberation\b")
_FEWEST = 2
_FOOT = 2
_NOTHING = Passage(())
Blocks = tuple[Block, ...]
IsTitle = Callable[[Block], bool]


@dataclass(frozen=True, slots=True)
class Decided:
    """The blocks of what a session decided, below the session's head, with its number and title where it has them."""

    blocks: Blocks
    number: Passage = _NOTHING
    title: Passage = _NOTHING


def decided(blocks: Blocks, is_title: IsTitle) -> list[Decided]:
    """Return the acts of a session that speak of a convention; ``blocks`` as one where it is not told apart."""
    if closed := closings(blocks, is_title):
        return _closed(blocks, closed)
    stepping = steps(blocks, is_title)
    if sum(1 for segment in _segments(blocks, stepping) if _is_concluded(segment)) < _FEWEST:
        return [Decided(item) for item in items(blocks, is_title)]
    head = tuple(block for block in blocks[: stepping[0].begin] if not MENTION.search(text_of(block)))
    told = []
    for step, segment in zip(stepping, _segments(blocks, stepping), strict=True):
        own = _without_tail(segment, is_title)
        if _speaks(own):
            foot = () if own[-1] is blocks[-1] else _foot(blocks)
            told.append(Decided((*head, *own, *foot), step.number, next(passages(own[:1]), _NOTHING)))
    return told or [Decided(blocks)]


def _closed(blocks: Blocks, closed: Sequence[Closed]) -> list[Decided]:
    """Return the acts about a convention whose numbers stand with their decisions."""
    ends = [*(act.begin for act in closed[1:]), len(blocks)]
    told = [(act, blocks[act.begin : end]) for act, end in zip(closed, ends, strict=True)]
    entitled = [(act, own) for act, own in told if MENTION.search(text_of(own[0]))]
    about = entitled or [(act, own) for act, own in told if _speaks(own)]
    head = tuple(block for block in blocks[: closed[0].begin] if not MENTION.search(text_of(block)))
    foot = _foot(blocks)
    return [
        Decided((*head, *own, *(() if own[-1] is blocks[-1] else foot)), act.number, next(passages(own[:1]), _NOTHING))
        for act, own in about
    ] or [Decided(blocks)]


def _segments(blocks: Blocks, stepping: Sequence[Step]) -> list[Blocks]:
    """Return what stands below each of the numbers, its title with it."""
    return [blocks[start:end] for start, end in pairwise([*(step.begin for step in stepping), len(blocks)])]


def _is_concluded(segment: Blocks) -> bool:
    """Whether something is decided in ``segment``, by a vote or not."""
    return any(map(_concludes, segment))


def _concludes(block: Block) -> bool:
    """Whether a block says that something was voted on or decided."""
    return bool(VOTED.search(text_of(block)) or _CONCLUDED.search(text_of(block)))


def _without_tail(segment: Blocks, is_title: IsTitle) -> Blocks:
    """Return an item without what follows its decision below another title of its kind, which bears no number."""
    title = next((block for block in segment if is_title(block)), segment[0])
    last = max((index for index, block in enumerate(segment) if _concludes(block)), default=len(segment))
    alike = (index for index in range(last + 1, len(segment)) if _is_alike(title, segment[index]))
    return segment[: next(alike, len(segment))]


def _is_alike(title: Block, block: Block) -> bool:
    """Whether a block is printed as ``title`` is: a heading of its rank, or a line in capitals as well."""
    if isinstance(title, Heading) and title.level:
        return isinstance(block, Heading) and 0 < block.level <= title.level
    if isinstance(title, Table) or isinstance(block, Table):
        return False
    return title.words.text.isupper() and block.words.text.isupper()


def items(blocks: Blocks, is_title: IsTitle) -> list[Blocks]:
    """Return the items of minutes that speak of a convention, each below the session's head; else ``blocks`` alone."""
    cuts = [index for index, block in enumerate(blocks) if index and is_title(block) and _ITEM.match(text_of(block))]
    if len(cuts) < _FEWEST:
        return points(blocks)
    cuts = [_from_its_title(blocks, cut, is_title) for cut in cuts]
    segments = [blocks[start:end] for start, end in pairwise([*cuts, len(blocks)])]
    first = next((n for n, segment in enumerate(segments) if _is_voted(segment)), len(segments))
    voted = list(_voted(segments[first:]))
    spoken = [item for item in voted if _speaks(item)]
    named = all(any(_NAMED.match(text_of(block)) for block in item[:2]) for item in voted)
    if len(voted) < _FEWEST or not spoken or (len(spoken) == len(voted) and not named):
        return points(blocks)
    head = [block for block in chain(blocks[: cuts[0]], *segments[:first]) if not MENTION.search(text_of(block))]
    return [(*head, *item, *(() if item is voted[-1] else _foot(blocks))) for item in spoken]


def points(blocks: Blocks) -> list[Blocks]:
    """Return the points of an agenda that are about a convention, each below the session's head; else ``blocks`` alone.

    Where a point's title names a convention, one that only speaks of it is not about it.
    """
    head_end, *cuts = treated(blocks) or (0,)
    segments = [blocks[start:end] for start, end in pairwise([*cuts, len(blocks)])]
    entitled = [point for point in segments if MENTION.search(text_of(point[0]))]
    about = entitled or [point for point in segments if _speaks(point)]
    head = [block for block in blocks[:head_end] if not MENTION.search(text_of(block))]
    foot = tuple(block for block in blocks[-_FOOT:] if not text_of(block).endswith("."))
    return [(*head, *point, *(() if point[-1] is blocks[-1] else foot)) for point in about] or [blocks]


def _from_its_title(blocks: Blocks, cut: int, is_title: IsTitle) -> int:
    """Return where an item begins whose number stands alone below its numbered title, else ``cut`` itself."""
    above = blocks[cut - 1]
    titled = isinstance(above, Item) and above.marker[:1].isdigit() and is_title(above)
    return cut - 1 if titled and _NAMED.match(text_of(blocks[cut])) else cut


def _voted(segments: Sequence[Blocks]) -> Iterator[Blocks]:
    """Give the items that end with a vote, from the numbered title that names a convention where one does."""
    held: list[Blocks] = []
    for segment in segments:
        held.append(segment)
        if _is_voted(segment):
            naming = [n for n, part in enumerate(held) if MENTION.search(text_of(part[0]))]
            named = next((n for n in naming if len(held[n]) > 1), next(iter(naming), 0))  # an agenda has only titles
            yield tuple(chain.from_iterable(held[named:]))
            held = []


def _foot(blocks: Blocks) -> Blocks:
    """Return the signature below the last vote of the session, or at its end."""
    last = max((index for index, block in enumerate(blocks) if VOTED.search(text_of(block))), default=-1)
    return blocks[last + 1 :][-_FOOT:]


def _is_voted(segment: Blocks) -> bool:
    """Whether a vote stands in ``segment``."""
    return any(VOTED.search(text_of(block)) for block in segment)


def _speaks(item: Blocks) -> bool:
    """Whether ``item`` speaks of a convention."""
    return any(MENTION.search(text_of(block)) for block in item)
