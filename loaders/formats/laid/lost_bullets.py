"""Bullets that were not recognised: a line that begins where the words of the item above do is an item as well."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.document import BULLETS
from loaders.formats.laid.geometry import Printed
from loaders.formats.making.bullets import opening
from loaders.formats.making.spelling import normalise

ALIGNED = 2.0
"""Points between two beginnings that are one."""


@dataclass(slots=True)
class Bullets:
    """Takes the lines of a text in their order, and gives back to items the bullet that they lost."""

    _last: Printed | None = None

    def begin(self, line: Printed, before: Printed | None, *, ends: bool) -> tuple[float, str]:
        """Return where ``line`` begins, and its text; ``ends`` tells that a paragraph ends ``before`` it."""
        text = normalise(line.text)
        if opening(text):
            self._last = line
        elif self._last and before and ends and self._goes_on(before, line):
            return self._last.left, f"{normalise(self._last.words[0].text)} {text}"
        elif ends:
            self._last = None
        return line.left, text

    def _goes_on(self, before: Printed, line: Printed) -> bool:
        """Tell whether the list goes on, as a semicolon says, with ``line`` below the words of its last item."""
        words = self._last.words if self._last else ()
        if len(words) < 2 or normalise(words[0].text) not in BULLETS:
            return False
        return before.text.rstrip().endswith(";") and abs(words[1].left - line.left) <= ALIGNED
