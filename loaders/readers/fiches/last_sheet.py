"""The last sheet of an act, where no title ends it: the act goes on where all sheets before it were at their end."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from loaders.document import Block, Heading, Item, Paragraph, Table
from loaders.readers.fiches.signs import OF_ACTION, lists_gifts, rubric_kinds
from loaders.readers.funding.column_roles import heads_budget
from loaders.resolve import fold
from loaders.words.rubrics import leading, rubric
from loaders.words.wording import plain

_FEWEST_WORDS = 6
_LONGEST_LABEL = 40


class _Close(NamedTuple):
    """How a sheet closes: the kinds of its last rubric, or none for a table, and whether a list stands below it."""

    kinds: frozenset[str]
    listed: bool
    tables: int


def end_of_last(bodies: Sequence[Sequence[Block]], last: Sequence[Block], number: str) -> int:
    """Return where the ``last`` sheet, of this ``number``, ends by what stands in the ``bodies`` of those before it.

    Where all of these end with one rubric and the list below it, or with their only table, sentences or a title behind
    that are the act's own; so is what says who pays for another fiche: ``Plan de financement de la fiche 2``.
    """
    closes = {_close(body) for body in bodies}
    close = closes.pop() if len(closes) == 1 else None
    own = _close_at(last, close) if close is not None else len(last)
    paid = (at for at in range(len(last)) if _pays_for_other(last[at : at + 2], number))
    return min(own, next(paid, len(last)))


def _close(body: Sequence[Block]) -> _Close | None:
    """Return how a sheet closes, None where neither a rubric nor a table is the last thing in it."""
    tables = [block for block in body if isinstance(block, Table)]
    if tables:
        return _Close(frozenset(), False, len(tables)) if len(tables) == len(body) else None
    opens = [at for at, block in enumerate(body) if rubric_kinds([block])]
    below = body[opens[-1] + 1 :] if opens else ()
    if not opens or not all(isinstance(block, Item) for block in below):
        return None
    return _Close(frozenset(rubric_kinds([body[opens[-1]]])), bool(below), 0)


def _close_at(body: Sequence[Block], close: _Close) -> int:
    """Return where a sheet that closes like those before it is at its end, if what follows is not its own."""
    if close.tables:
        at = len(list(takewhile(lambda block: isinstance(block, Table), body)))
        at = at if at == close.tables else len(body)
    else:
        opens = next((at for at, block in enumerate(body) if rubric_kinds([block]) == close.kinds), len(body))
        listed = takewhile(lambda block: isinstance(block, Item), body[opens + 1 :])
        at = opens + 1 + len(list(listed)) if close.listed else opens + 1
    return at if at < len(body) and _is_of_act(body[at]) else len(body)


def _is_of_act(block: Block) -> bool:
    """Whether ``block`` is a title or a sentence that no rubric opens, nor a label of any wording."""
    text = "" if isinstance(block, (Table, Item)) else block.words.text.rstrip()
    if not text or rubric(text) or leading(text) is not None or ":" in text[:_LONGEST_LABEL]:
        return False
    told = text[:1].isupper() and text.endswith((".", ":")) and len(text.split()) >= _FEWEST_WORDS
    return told or isinstance(block, Heading)


def _pays_for_other(blocks: Sequence[Block], number: str) -> bool:
    """Whether the first of ``blocks`` names another fiche than that of ``number``, and the table below it who pays."""
    title, *below = blocks
    if not below or not isinstance(title, (Heading, Paragraph)) or not isinstance(table := below[0], Table):
        return False
    named = {found["number"] for found in OF_ACTION.finditer(plain(title.words.text))}
    return bool(named) and fold(number) not in named and (lists_gifts(table) or any(map(heads_budget, table.rows[:1])))
