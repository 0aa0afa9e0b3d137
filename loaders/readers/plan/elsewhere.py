"""Elsewhere: where an act speaks of something else than its plan: another scheme, the past, what precedes the plan."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.acts.convention_cues import MENTION
from loaders.document import Heading, Item, Paragraph
from loaders.readers.plan.announcements import announced_level
from loaders.readers.plan.marks import mark_of
from loaders.readers.plan.other_subjects import is_foreword, looks_back, speaks_of_other
from loaders.readers.plan.own_subject import is_own, tells_of_it
from loaders.readers.plan.part_titles import is_part
from loaders.readers.plan.titles import rank_of
from loaders.words.turns import decides, gathers, resolves
from loaders.words.wording import plain, sentences

_ANNOUNCING = 2
"""The sentences of a paragraph that can say of what it announces a list: the last, and the one that this points to."""

_LONGEST_TITLE = 90
_GROUNDS = re.compile(r"\W*(?:vu|considerant)\b[^:]*+$")
"""What an act only rests on, with nothing listed behind it: ``Vu le schéma départemental ;``."""


@dataclass(slots=True)
class Elsewhere:
    """Whether the act ``speaks`` of something else at a block; ``_past`` is the level of the title of a diagnosis."""

    speaks: bool = False
    _past: int = 0

    def sees(self, block: Heading | Paragraph | Item, *, part: bool) -> None:
        """Keep what the act speaks of from the title ``block`` on; ``part`` where one of the plan is open.

        A paragraph that goes on to its own convention comes back to it.
        """
        other = speaks_of_other(block.words.text) and not _GROUNDS.match(plain(block.words.text))
        if self.speaks and not self._past and isinstance(block, Paragraph) and _comes_back(block, other=other):
            self.speaks = False
            return
        if isinstance(block, Heading) or is_part(block) or _is_capital(block) or _names_convention(block) or other:
            self.speaks = other or self._looks_back(block, part=part)

    def _looks_back(self, block: Heading | Paragraph | Item, *, part: bool) -> bool:
        """Whether ``block`` is the title of a diagnosis or an assessment, or stands below such a title."""
        level = block.level if isinstance(block, Heading) else 1 if _is_capital(block) else -1
        if level >= 0 and not (self._past and level > self._past):
            self._past = max(level, 1) if looks_back(block.words.text) and not part else 0
        return bool(self._past)


@dataclass(slots=True)
class Foreword:
    """Whether a foreword of the plan ``speaks`` at a block: why it was made, how; ``_rank`` is that of its title."""

    _rank: int = 0

    @property
    def speaks(self) -> bool:
        """Whether a foreword is open."""
        return bool(self._rank)

    def sees(self, heading: Heading, *, opens: bool) -> None:
        """Keep a foreword from its title, where one can open, to the next title that does not stand below it."""
        rank = rank_of(heading)
        if not 0 < self._rank < rank:
            self._rank = rank if opens and is_foreword(heading.words.text) else 0


def turns_away(block: Heading | Paragraph | Item) -> bool:
    """Whether a paragraph announces who meets in a body, or what an assembly decides: no node stands in that list.

    So does what it decides, in whatever list: ``- APPROUVE les termes de la convention ;``.
    """
    announces = block.words.text.rstrip().endswith(":")
    if not announces or not isinstance(block, Paragraph):
        return not announces and resolves(block.words.text)
    return any(gathers(one.text) or decides(one.text) for one in sentences(block.words)[-_ANNOUNCING:])


def _comes_back(paragraph: Paragraph, *, other: bool) -> bool:
    """Whether ``paragraph`` goes on to the convention; one that names another scheme, only by what it announces."""
    return tells_of_it(paragraph) if not other else is_own(paragraph) and bool(announced_level(paragraph))


def _names_convention(block: Heading | Paragraph | Item) -> bool:
    """Whether ``block`` is a line that names the convention as a title does: ``Renouvellement de la CTG du Val``."""
    text = block.words.text.rstrip()
    named = isinstance(block, Paragraph) and len(text) <= _LONGEST_TITLE and not text.endswith((".", ";", ",", ":"))
    return named and MENTION.search(plain(text)) is not None


def _is_capital(block: Heading | Paragraph | Item) -> bool:
    """Whether ``block`` is the title of a part that only its number and its capitals show: ``2) BILAN``."""
    return not isinstance(block, Heading) and block.words.text.isupper() and mark_of(block) is not None
