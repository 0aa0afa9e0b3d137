"""Elsewhere: where an act speaks of another scheme than its own plan, or of the past, as its titles say."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.document import Heading, Item, Paragraph
from loaders.readers.plan.announcements import is_part, looks_back, speaks_of_other
from loaders.readers.plan.marks import mark_of


@dataclass(slots=True)
class Elsewhere:
    """Whether the act ``speaks`` of something else at a block; ``_past`` is the level of the title of a diagnosis."""

    speaks: bool = False
    _past: int = 0

    def sees(self, block: Heading | Paragraph | Item, *, part: bool) -> None:
        """Keep what the act speaks of from the title ``block`` on; ``part`` where one of the plan is open."""
        other = speaks_of_other(block.words.text)
        if isinstance(block, Heading) or is_part(block) or _is_capital(block) or other:
            self.speaks = other or self._looks_back(block, part=part)

    def _looks_back(self, block: Heading | Paragraph | Item, *, part: bool) -> bool:
        """Whether ``block`` is the title of a diagnosis or an assessment, or stands below such a title."""
        level = block.level if isinstance(block, Heading) else 1 if _is_capital(block) else -1
        if level >= 0 and not (self._past and level > self._past):
            self._past = max(level, 1) if looks_back(block.words.text) and not part else 0
        return bool(self._past)


def _is_capital(block: Heading | Paragraph | Item) -> bool:
    """Whether ``block`` is the title of a part that only its number and its capitals show: ``2) BILAN``."""
    return not isinstance(block, Heading) and block.words.text.isupper() and mark_of(block) is not None
