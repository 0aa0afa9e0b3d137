"""Actions that are sheets by what stands below their titles: ``1.2 — Former``, or the item of a list over labels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loaders.document import Block, Heading, Item
from loaders.readers.fiches.signs import LEADS, rubric_kinds
from loaders.words.numbering import numbered
from loaders.words.rubrics import leading, rubric

_LONGEST = 250
_ENOUGH = 3
_LEAST = 2


def titled(blocks: Sequence[Block]) -> tuple[int, ...]:
    """Return the indices of the titles and items below which an action is described; none where only one is.

    What stands below says three things that a fiche says, who leads it or takes part in it among them.
    """
    found = tuple(_titled(blocks))
    return found if len(found) >= _LEAST else ()


def _titled(blocks: Sequence[Block]) -> Iterator[int]:
    for index, block in enumerate(blocks):
        if isinstance(block, (Heading, Item)) and _could_name(block):
            kinds = rubric_kinds(blocks[index + 1 : end_below(blocks, index)])
            if len(kinds) >= _ENOUGH and kinds & LEADS:
                yield index


def end_below(blocks: Sequence[Block], index: int) -> int:
    """Return where what stands below the title or item at ``index`` ends: before a title of its rank, or an item."""
    block = blocks[index]
    for other in range(index + 1, len(blocks)):
        following = blocks[other]
        if isinstance(block, Item):
            if not isinstance(following, Item) or following.depth <= block.depth:
                return other
        elif isinstance(following, Heading) and not rubric(following.words.text):
            return other
    return len(blocks)


def _could_name(block: Heading | Item) -> bool:
    """Whether ``block`` may name an action: it is no rubric, no sentence, and names no other level of a plan.

    A title has a number, of its own or that of an action; an item needs none, as what is indented shows it, nor does a
    band over a table of keys (a title of no level).
    """
    text = block.words.text.strip()
    if len(text) > _LONGEST or text.endswith((":", ".", ";")) or rubric(text) or leading(text) is not None:
        return False
    head = numbered(text)
    if head is None:
        return isinstance(block, Item) or not block.level
    return head.level in ("", "action") and bool(text[head.start :].strip())
