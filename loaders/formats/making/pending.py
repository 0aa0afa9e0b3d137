"""What is pending while lines become blocks: a paragraph or an item, and which lines no longer belong to it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from loaders.document import BULLETS
from loaders.formats.making.bullets import (
    ARROWS,
    DASHES,
    Opening,
    is_placed,
    numbers_a_title,
    numbers_an_act,
    titles_a_point,
)
from loaders.formats.making.continuation import begins_low, ended, hangs
from loaders.formats.making.seams import Line

_SHORT = 0.85
"""A line that is no longer than so much of the widest of its paragraph was ended before the margin."""

_WIDTH_LINES = 8
"""The last lines of a paragraph, which tell how wide it is set."""

_ASIDES = {dash: re.compile(rf"\S\s{dash}\s\S") for dash in DASHES}
"""What opens an aside within a sentence, which the same dash closes, be it at the beginning of a line."""

_CLOSING = (".", ";", ":", "!", "?", ")", "»")
"""Signs with which an item's text can end."""


@dataclass
class Pending:
    """The lines of the paragraph or item that is not ended yet.

    An item has its ``bullet``, depth and marker; its words hang ``hung`` from the margin, the bullets of those that it
    stands within at ``indents``.
    """

    lines: list[Line] = field(default_factory=list)
    bullet: tuple[int, str] | None = None
    hung: int = 0
    indents: list[int] = field(default_factory=list)

    def begin(self, bullet: Opening) -> None:
        """Begin the item that ``bullet`` opens."""
        self.bullet, self.hung = (self._depth(bullet.indent), bullet.marker), bullet.hangs

    def taken(self) -> tuple[list[Line], tuple[int, str] | None]:
        """Return the lines and the bullet of what is pending, which is nothing from here on."""
        lines, bullet = self.lines, self.bullet
        self.lines, self.bullet = [], None
        return lines, bullet

    def opens(self, bullet: Opening) -> bool:
        """Tell whether a bullet at the beginning of a line opens an item, and does not stand within a sentence."""
        if not self.lines or bullet.marker in BULLETS:
            return True
        last = self.lines[-1].text
        if self.bullet or ended(last) or is_placed(self.lines[0].text) or self._closed_short(bullet):
            return True
        if bullet.marker in ARROWS:  # a sentence may have one, but hardly at the beginning of a line set in
            return bullet.indent > 0 and not hangs(last)
        return bullet.marker in _ASIDES and not _ASIDES[bullet.marker].search(last)

    def _closed_short(self, bullet: Opening) -> bool:
        """Tell whether a number stands below a line that the print did not fill: none of a sentence ends there."""
        if not bullet.marker[0].isdigit():
            return False
        widths = [len(" ".join(line.text.split())) for line in self.lines[-_WIDTH_LINES:]]
        return widths[-1] <= _SHORT * max(widths) and not hangs(self.lines[-1].text)

    def leaves(self, line: Line) -> bool:
        """Tell whether ``line`` no longer belongs to the item or the paragraph that is pending."""
        last = self.lines[-1]
        opens = is_placed(line.text) or numbers_an_act(line.text) or titles_a_point(line.text)
        if opens and not hangs(last.text):
            return True
        if numbers_a_title(line.text) and self._may_close(line):
            return True
        return self._closes_title(line) or (self.bullet is not None and self._leaves_item(line, last))

    def _may_close(self, line: Line) -> bool:
        """Tell whether a title may begin with ``line``: no sentence is open, nor a list that semicolons part."""
        first, last = self.lines[0], self.lines[-1]
        if last.text.rstrip().endswith(";"):
            return False
        return ended(last.text) or _has_room(last, line) or (numbers_a_title(first.text) and not hangs(last.text))

    def _leaves_item(self, line: Line, last: Line) -> bool:
        """Tell whether ``line`` no longer belongs to the item whose ``last`` line stands above it."""
        if line.bold and not last.bold:
            return True
        indent = len(line.text) - len(line.text.lstrip())
        if indent < self.hung and line.text[indent].isupper() and not hangs(last.text):
            return True
        if self.indents and indent < self.indents[-1] and not begins_low(line.text) and not hangs(last.text):
            return True
        indented = indent > (self.indents[-1] if self.indents else 0)
        return not indented and not begins_low(line.text) and last.text.rstrip().endswith(_CLOSING)

    def _closes_title(self, line: Line) -> bool:
        """Tell whether ``line`` stands below the number of an act, or below the title of a point.

        Such a title is in capitals, or its number shows it; its last line has room left for the next word.
        """
        first, last = self.lines[0].text, self.lines[-1].text
        if numbers_a_title(first) and self.bullet is None:
            return line.text.strip()[:1].isupper() and _has_room(self.lines[-1], line)
        if len(self.lines) == 1 and numbers_an_act(last):
            return not begins_low(line.text)
        capitals = titles_a_point(first) and all(not any(map(str.islower, above.text)) for above in self.lines)
        return capitals and not line.text.isupper() and any(map(str.isalpha, line.text)) and not hangs(last)

    def _depth(self, indent: int) -> int:
        """Return the depth of an item at ``indent``."""
        while self.indents and self.indents[-1] > indent:
            self.indents.pop()
        if not self.indents or self.indents[-1] < indent:
            self.indents.append(indent)
        return len(self.indents) - 1


def _has_room(above: Line, line: Line) -> bool:
    """Tell whether a line was ended though the next word had room on it, as wide as the one below it is printed."""
    words, below = " ".join(above.text.split()), " ".join(line.text.split())
    needed = len(words) + 1 + len(below.partition(" ")[0])
    return needed <= _SHORT * len(below) and not hangs(words)
