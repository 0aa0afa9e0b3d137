"""Actions that are sheets by what stands below their titles: ``1.2 — Former``, or the item of a list over labels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.document import Block, Heading, Item, Paragraph, Passage, Table
from loaders.readers.fiches.keys import keys
from loaders.readers.fiches.series_titles import lead, series
from loaders.readers.fiches.signs import CODE, GOALS, LEADS, describes_action, rubric_kinds
from loaders.readers.fiches.status_words import status_line
from loaders.words.numbering import Numbered, numbered
from loaders.words.rhythms import says_how_often
from loaders.words.rubrics import leading, rubric
from loaders.words.wording import plain

_LONGEST = 250
_ENOUGH = 3
_LEAST = 2
"""Kinds of rubric that say what an action is for: a title without a number needs one below it."""
_LABEL = re.compile(r"\W*(?:action|projet)\s*:\s*(?=\S)")


def titled(blocks: Sequence[Block]) -> tuple[int, ...]:
    """Return the indices of the titles and items below which an action is described; none where only one is.

    What stands below says three things that a fiche says, who leads it or takes part in it among them. One alone has a
    noun and a number before its title, or a code, and says what the action is for.
    """
    found = tuple(_titled(blocks))
    marked = tuple(index for index, is_marked in found if is_marked)
    titles = marked if len(marked) >= _LEAST else tuple(index for index, _ in found)
    return titles if len(titles) >= _LEAST else tuple(index for index in titles if _is_alone(blocks, index))


def _is_alone(blocks: Sequence[Block], index: int) -> bool:
    """Whether the one title at ``index`` heads a sheet: ``Chantier 3 – ...``, ``C3 – ...``, over keys and values.

    A rank in Roman letters before a title is a chapter's, and a table of several rows below it lists what it is about.
    """
    block = blocks[index]
    found = None if isinstance(block, Table) else series(block.words.text)
    if found is None or not (found.noun or found.number[0].isalpha()) or found.number[0] in "IVX":
        return False
    said = {rubric(key.name) for below in blocks[index + 1 : end_below(blocks, index)] for key in keys(below)} - {""}
    return len(said) >= _ENOUGH and bool(said & LEADS) and bool(said & GOALS)


def title_of(block: Heading | Paragraph | Item) -> tuple[str, Passage]:
    """Return the number of an action that ``block`` heads, empty for none, and its title."""
    head = numbered(block.words.text)
    start = _label(block) or (head.start if head is not None else 0)
    mark = _mark(block) if head is None else head
    if mark is None and isinstance(block, Heading) and (code := CODE.match(block.words.text)) and not start:
        return code[0].strip(), block.words.cut(code.end())
    if mark is None and not start and (found := lead(block.words.text)) is not None:
        return found.number, block.words.cut(found.start)  # what stands below shows an action, whatever the noun is
    return (mark.number if mark is not None and not _label(block) else ""), block.words.cut(start)


def end_below(blocks: Sequence[Block], index: int) -> int:
    """Return where what stands below the title or item at ``index`` ends: before a title of its rank, or an item.

    Below an item it is the deeper ones; where none is and it bears a number, all up to the next of its rank that does.
    """
    block = blocks[index]
    deeper = _mark(block) is None or any(isinstance(following, Item) for following in blocks[index + 1 : index + 2])
    for other in range(index + 1, len(blocks)):
        following = blocks[other]
        if isinstance(following, Heading) and not rubric(following.words.text):
            return other
        if isinstance(block, Item) and _ends_item(block, following, deeper=deeper):
            return other
        if _label(block) and _label(following):
            return other
    return len(blocks)


def _ends_item(block: Item, following: Block, *, deeper: bool) -> bool:
    """Whether ``following`` no longer stands below the item ``block``."""
    if not isinstance(following, Item):
        return deeper
    return following.depth <= block.depth and (deeper or _mark(following) is not None)


def _titled(blocks: Sequence[Block]) -> Iterator[tuple[int, bool]]:
    """Give the index of each such title, and whether more than being one shows it."""
    for index, block in enumerate(blocks):
        following = blocks[index + 1 : index + 2]
        if isinstance(block, Table) or not _could_name(block, following):
            continue
        below = blocks[index + 1 : end_below(blocks, index)]
        kinds, marked = rubric_kinds(below), _is_marked(block, following)
        if len(kinds) >= _ENOUGH and kinds & LEADS and (kinds & GOALS or (marked and not _meets(below))):
            yield index, marked


def _meets(blocks: Sequence[Block]) -> bool:
    """Whether a key of ``blocks`` says how often: what meets again and again is a body, no action."""
    return any(says_how_often(key.value) for block in blocks for key in keys(block))


def _could_name(block: Heading | Paragraph | Item, following: Sequence[Block]) -> bool:
    """Whether ``block`` may name an action: it is no rubric, no sentence, and names no other level of a plan.

    A paragraph has a number, of its own or that of an action; an item needs none, as what is indented shows it, nor
    does what stands right over a table of keys, or behind a label (``Action : Former``).
    """
    text = block.words.text.strip()
    if not text or len(text) > _LONGEST or text.endswith((":", ".", ";")):
        return False
    if _label(block):
        return True
    if rubric(text) or leading(text) is not None or status_line(text):
        return False
    over = any(map(describes_action, following))
    head = numbered(text)
    if head is None:
        return over or not isinstance(block, Paragraph)
    return (
        (over or not isinstance(block, Paragraph)) and head.level in ("", "action") and bool(text[head.start :].strip())
    )


def _is_marked(block: Heading | Paragraph | Item, following: Sequence[Block]) -> bool:
    """Whether more than being a title shows that ``block`` names an action: its number, its place, a table of keys."""
    return (
        not isinstance(block, Heading)
        or numbered(block.words.text) is not None
        or series(block.words.text) is not None
        or any(map(describes_action, following))
    )


def _label(block: Block) -> int:
    """Return where the title begins that a paragraph labels as such (``Action : ...``, ``Intitulé : ...``), else 0."""
    if not isinstance(block, Paragraph):
        return 0
    if found := _LABEL.match(plain(block.words.text)):
        return found.end()
    head = leading(block.words.text)
    return head.value if head is not None and head.kind == "titre" else 0


def _mark(block: Block) -> Numbered | None:
    """Return the number that is the mark of an item, None for any other block."""
    return numbered(f"{block.marker} {block.words.text}") if isinstance(block, Item) else None
