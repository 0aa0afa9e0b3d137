"""How the text of a document is set: the white between the lines of a paragraph, and how far they reach.

Both are measured where the words themselves show that a line goes on with the next, so that a page of short paragraphs
is not taken for one paragraph.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from loaders.formats.laid.geometry import Printed
from loaders.formats.making.continuation import goes_on

OVERLAP = -0.4
"""White, in sizes of the print: with less, two lines stand beside each other."""

ENOUGH = 3
"""Lines that visibly go on, from which a text is measured by itself."""


@dataclass(frozen=True, slots=True)
class Setting:
    """``white`` between lines in sizes of the print (None: unknown), how far they reach to the ``right``.

    ``exact`` where the words were not recognised in an image.
    """

    white: float | None = None
    exact: bool = False
    right: float = 0.0

    @classmethod
    def of(cls, texts: Iterable[Sequence[Printed]], *, exact: bool) -> Setting:
        """Measure ``texts``, each the lines of a page from top to bottom."""
        pairs = [pair for lines in texts for pair in wrapped(lines)]
        if not pairs:
            return cls()
        whites = sorted(white_between(*pair) for pair in pairs)
        rights = sorted(above.right for above, _ in pairs)
        return cls(whites[len(whites) // 3], exact, rights[(len(rights) - 1) * 19 // 20])

    def within(self, lines: Sequence[Printed]) -> Setting:
        """Return the setting of ``lines``, a part of the document: by themselves where they suffice."""
        pairs = wrapped(lines)
        longest = max(line.right for line in lines)
        right = longest if pairs else max(longest, self.right)
        whites = sorted(white_between(*pair) for pair in (pairs if len(pairs) >= ENOUGH else pairwise(lines)))
        if len(pairs) >= ENOUGH:
            return Setting(whites[0 if self.exact else len(whites) // 3], self.exact, right)
        if self.white is None:
            return Setting(median(whites) if whites else 0.0, False, right)
        return Setting(min(self.white, max(whites[0], 0.0)) if whites else self.white, self.exact, right)


def white_between(above: Printed, below: Printed) -> float:
    """Return the white between two lines in sizes of the print; a bullet or a raised figure does not count."""
    bottom = median(word.bottom for word in above.words)
    return (median(word.top for word in below.words) - bottom) / max(below.size, 1.0)


def lifted(line: Printed) -> float:
    """Return how far raised letters stand out above a line, in sizes of the print: ``1er`` pushes it down so far.

    What opens the line can be a bullet, which is none.
    """
    top = median(word.top for word in line.words)
    return (top - min((word.top for word in line.words[1:]), default=top)) / max(line.size, 1.0)


def wrapped(lines: Sequence[Printed]) -> list[tuple[Printed, Printed]]:
    """Return the pairs of neighbouring ``lines`` in one print of which the second visibly continues the first."""
    return [
        (above, below)
        for above, below in pairwise(lines)
        if abs(above.size - below.size) <= 0.05 * below.size
        and above.left < below.right
        and below.left < above.right
        and white_between(above, below) > OVERLAP
        and goes_on(above.text, below.text)
    ]
