"""Sheets: the fiches action that stand in an act, each with number, title, status and body."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from loaders.document import Block, Heading, Item, Paragraph, Passage, Table
from loaders.readers.fiches.sheet_titles import bared, is_title, opens_rubric, title_apart, title_in, without_axe
from loaders.readers.fiches.signs import rubric_kinds
from loaders.readers.fiches.starts import Start
from loaders.readers.fiches.status_words import behind_titles, status_line, without_status
from loaders.readers.fiches.stretches import stretches
from loaders.readers.plan.prose import says_what_to_do
from loaders.words.numbering import numbered

_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Sheet:
    """A fiche action: its number (empty where it has none), its title, its status, where they stand, and its body."""

    number: str
    title: Passage
    status: str
    head: tuple[Passage, ...]
    body: tuple[Block, ...] = ()


def sheets(blocks: Sequence[Block]) -> Iterator[Sheet]:
    """Give the sheets that stand in ``blocks``; one that is only a title has no rubrics in its body."""
    before: Block | None = None
    found: list[tuple[Sheet, Heading | None]] = []
    for start, body in stretches(blocks):
        if start is None:
            before = body[-1] if body else None
            continue
        found.append((_sheet(start, () if _listed(start, body) else body), _title_above(before)))
        before = None
    whole = tuple(_titled(found))
    for sheet, (title, status) in zip(whole, behind_titles([sheet.title for sheet in whole], blocks), strict=True):
        yield replace(sheet, title=title, status=status) if status and not sheet.status else sheet


def outside(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks that belong to no sheet, and the heads of those that are actions of the plan.

    A title without rubrics below it makes no sheet; an item that is one, and says what is to be done, lists an action
    below the enjeu or the objectif that stands above the list.
    """
    left: list[Block] = []
    below = False
    for start, body in stretches(blocks):
        listed = start is not None and _listed(start, body)
        entry = listed or (start is not None and _is_line(start) and not rubric_kinds(body))
        if start is not None and (start.action or (entry and below and _is_action(start))):
            left.append(start.block)
        if start is None or listed or not (start.end or rubric_kinds(body)):
            left.extend(body)
        below = _names_level(body[-1]) if body else below and (start is None or entry)
    return tuple(left)


def _titled(found: Sequence[tuple[Sheet, Heading | None]]) -> Iterator[Sheet]:
    """Give the sheets, each with the title above its number where all that have rubrics are so, two at least.

    A single one stands below the title of a part of the act.
    """
    bare = [above for sheet, above in found if not sheet.title and rubric_kinds(sheet.body)]
    each = len(bare) >= _FEWEST and all(bare)
    for sheet, above in found:
        titles = each and not sheet.title and above is not None
        yield replace(sheet, title=bared(above.words), head=(above.words, *sheet.head)) if titles and above else sheet


def _title_above(block: Block | None) -> Heading | None:
    """Return ``block`` where it may be the title of the fiche whose number stands below it."""
    if not isinstance(block, Heading) or numbered(block.words.text) is not None:
        return None
    return block if is_title(block.words.text.strip(), more=False) else None


def _is_action(start: Start) -> bool:
    """Whether a fiche listed below a level of the plan is an action of it: it says what to do, or is an inner item."""
    return (isinstance(start.block, Item) and start.block.depth > 0) or says_what_to_do(start.rest.text)


def _listed(start: Start, body: Sequence[Block]) -> bool:
    """Whether ``start`` is an entry of a plan that lists its fiches: at most further objectifs stand below it.

    An item is; a line where all that stands below it is numbered as a plan is: ``Axe 2 : ...``, ``Objectif 2.1 : ...``.
    """
    if start.end or not rubric_kinds(body) <= {"objectif"}:
        return False
    return isinstance(start.block, Item) or (_is_line(start) and bool(body) and all(map(_is_numbered_level, body)))


def _is_line(start: Start) -> bool:
    """Whether ``start`` is a line that is nothing but a fiche's number and title, and no sentence."""
    title = start.rest.text.strip()
    return isinstance(start.block, Paragraph) and title[:1].isupper() and not title.endswith((".", ";", ","))


def _names_level(block: Block) -> bool:
    """Whether ``block`` is an enjeu or an objectif of a plan: ``Axe 2 : ...``, ``Objectif : ...``, ``II.1 – ...``."""
    head = None if isinstance(block, Table) else numbered(block.words.text)
    dotted = head is not None and not head.level and "." in head.number
    return dotted or (head is not None and head.level in ("socle", "enjeu", "objectif"))


def _is_numbered_level(block: Block) -> bool:
    """Whether ``block`` is an enjeu or an objectif with its number."""
    head = None if isinstance(block, Table) else numbered(block.words.text)
    return head is not None and bool(head.number) and _names_level(block)


def _sheet(start: Start, body: tuple[Block, ...]) -> Sheet:
    """Return the sheet that begins with ``start``; its title stands behind the number or in the next blocks."""
    rest, status = without_status(without_axe(start.rest), start.words.text)
    head = numbered(rest.text)
    if head is not None and head.level in ("socle", "enjeu", "objectif"):
        rest = Passage(())
    if rest and opens_rubric(rest.text):
        return Sheet(start.number, Passage(()), status, (start.words,), (Paragraph(rest), *body))
    if rest:
        below, body = ("", body) if status else _status_alone(body)
        return Sheet(start.number, bared(rest), status or below, (start.words,), body)
    early, body = _status_alone(body)
    body = title_apart(body)
    title, count = title_in(body)
    stated, late = without_status(title)
    below, body = _status_alone(body[count:])
    places = (start.words, title) if title else (start.words,)
    return Sheet(start.number, bared(stated), status or late or early or below, places, body)


def _status_alone(body: tuple[Block, ...]) -> tuple[str, tuple[Block, ...]]:
    """Return the status that the first block of ``body`` is, and what is left; empty for none."""
    first = body[0] if body else None
    status = status_line(first.words.text) if isinstance(first, (Heading, Paragraph)) else ""
    return (status, body[1:]) if status else ("", body)
