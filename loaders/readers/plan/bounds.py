"""Bounds of a part: by its mark and its level, whether a title ends the part of the plan that one before it opened."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.document import Heading, Item, Paragraph
from loaders.readers.plan.announcements import announces_plan
from loaders.readers.plan.lines import number_of
from loaders.readers.plan.marks import Mark, closes_plan, mark_of
from loaders.readers.plan.open import OpenNodes
from loaders.readers.plan.other_subjects import looks_back


@dataclass(slots=True)
class Bounds:
    """The marks and levels of the titles that bound a part.

    ``own`` is the mark of the title that opened the part, ``roman`` whether a Roman number made it one, ``_level`` its
    level; ``_seen`` and ``_title`` the mark and the level of the last title before the plan; ``_over`` the level of the
    title over the last table.
    """

    own: Mark | None = None
    roman: bool = False
    _level: int = 0
    _seen: Mark | None = None
    _title: int = 0
    _over: int = 0

    def keep_title(self, block: Heading | Paragraph | Item) -> None:
        """Keep the mark and the level of a title before the plan."""
        self._seen = mark_of(block) or self._seen
        self._title = block.level if isinstance(block, Heading) else self._title

    def keep_table(self) -> None:
        """Keep the level of the title below which a table stands."""
        self._over = self._title

    def begin_below(self) -> None:
        """Say that a part without a title of its own begins below the last title."""
        self._level, self.own = self._title, self._seen

    def begin_at(self, title: Heading | Paragraph | Item, *, roman: bool) -> None:
        """Say that a part begins at its title."""
        self.own = mark_of(title) or self._seen
        self.roman = roman
        self._level = title.level if isinstance(title, Heading) else 0

    def reach(self, heading: Heading) -> bool:
        """Whether ``heading`` is as high as the title that opened the part."""
        return 0 < heading.level <= self._level

    def end_at(self, block: Heading | Paragraph | Item, nodes: OpenNodes) -> bool:
        """Whether ``block`` is the title of what stands after the plan: numbered after its title, or named so."""
        mark = mark_of(block)
        if mark is not None and mark.follows(self.own) and not nodes.counts(mark.style):
            return True
        head = number_of(block)
        sentence = block.words.text.rstrip().endswith((".", ";", ","))
        if isinstance(block, Paragraph) and head and head.level == "action" and head.number and not sentence:
            return False
        if isinstance(block, Heading) and self.reach(block) and looks_back(block.words.text):
            return True
        titled = isinstance(block, Heading) or mark is not None
        return closes_plan(block) and (titled or not isinstance(block, Item))

    def pass_table(self, heading: Heading) -> bool:
        """Whether ``heading`` is as high as the title over a table of a plan that no part is: nothing of it goes on."""
        head = number_of(heading)
        named = (head is not None and bool(head.level)) or announces_plan(heading)
        return 0 < heading.level <= self._over and not named
