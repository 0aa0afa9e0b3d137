"""Minutes: of a session at which much was decided, only what is about a convention territoriale globale is an act here.

The minutes of a council (``procès-verbal``, ``compte rendu``) print one numbered item after the other, each with a vote
of its own. An item is read below the head of the session.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, pairwise

from loaders.acts.convention_cues import MENTION
from loaders.document import Block, Item, Table
from loaders.vocabulary import groups
from loaders.words.wording import alternatives, plain

_ITEM = re.compile(rf"^\W*{alternatives(groups('acts', 'item')['numbers'])}")
_VOTED = re.compile(alternatives(groups("acts", "item")["voted"]))
_NAMED = re.compile(r"^\W*deliberation\b")
_FEWEST = 2
_FOOT = 2
Blocks = tuple[Block, ...]


def items(blocks: Blocks, is_title: Callable[[Block], bool]) -> list[Blocks]:
    """Return the items of minutes that speak of a convention, each below the session's head; else ``blocks`` alone."""
    cuts = [index for index, block in enumerate(blocks) if index and is_title(block) and _ITEM.match(_text(block))]
    if len(cuts) < _FEWEST:
        return [blocks]
    cuts = [_from_its_title(blocks, cut, is_title) for cut in cuts]
    segments = [blocks[start:end] for start, end in pairwise([*cuts, len(blocks)])]
    first = next((n for n, segment in enumerate(segments) if _is_voted(segment)), len(segments))
    decided = list(_decided(segments[first:]))
    spoken = [item for item in decided if _speaks(item)]
    named = all(any(_NAMED.match(_text(block)) for block in item[:2]) for item in decided)
    if len(decided) < _FEWEST or not spoken or (len(spoken) == len(decided) and not named):
        return [blocks]
    head = [block for block in chain(blocks[: cuts[0]], *segments[:first]) if not MENTION.search(_text(block))]
    return [(*head, *item, *(() if item is decided[-1] else _foot(blocks))) for item in spoken]


def _from_its_title(blocks: Blocks, cut: int, is_title: Callable[[Block], bool]) -> int:
    """Return where an item begins whose number stands alone below its numbered title, else ``cut`` itself."""
    above = blocks[cut - 1]
    titled = isinstance(above, Item) and above.marker[:1].isdigit() and is_title(above)
    return cut - 1 if titled and _NAMED.match(_text(blocks[cut])) else cut


def _decided(segments: Sequence[Blocks]) -> Iterator[Blocks]:
    """Give the items that end with a vote, from the numbered title that names a convention where one does."""
    held: list[Blocks] = []
    for segment in segments:
        held.append(segment)
        if _is_voted(segment):
            naming = [n for n, part in enumerate(held) if MENTION.search(_text(part[0]))]
            named = next((n for n in naming if len(held[n]) > 1), next(iter(naming), 0))  # an agenda has only titles
            yield tuple(chain.from_iterable(held[named:]))
            held = []


def _foot(blocks: Blocks) -> Blocks:
    """Return the signature below the last vote of the session."""
    last = max(index for index, block in enumerate(blocks) if _VOTED.search(_text(block)))
    return blocks[last + 1 :][-_FOOT:]


def _is_voted(segment: Blocks) -> bool:
    """Whether a vote stands in ``segment``."""
    return any(_VOTED.search(_text(block)) for block in segment)


def _speaks(item: Blocks) -> bool:
    """Whether ``item`` speaks of a convention."""
    return any(MENTION.search(_text(block)) for block in item)


def _text(block: Block) -> str:
    """Return the plain text of a block; of a table none."""
    return "" if isinstance(block, Table) else plain(block.words.text)
