"""Printed lines that overlap in height, beside one another, as those of cells that are centred in height do.

Such lines make one band, the white of which is looked through as that of one line.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from loaders.formats.laid.geometry import Printed

OVERLAP = 0.3
"""Part of the size of the print by which two lines that stand beside one another overlap, at least."""

MOST = 14
"""Lines of one band at most: a table's row has no more that overlap, two columns of text have."""


@dataclass(frozen=True)
class Band(Printed):
    """The words of ``lines`` that overlap in height, from left to right, as one printed line."""

    lines: tuple[Printed, ...] = ()


def bands(lines: Sequence[Printed]) -> list[Printed]:
    """Return ``lines`` (from top to bottom), those that overlap in height, and stand beside one another, as bands."""
    found: list[list[Printed]] = []
    for line in lines:
        if found and len(found[-1]) < MOST and _beside(found[-1], line):
            found[-1].append(line)
        else:
            found.append([line])
    return [group[0] if len(group) == 1 else _band(group) for group in found]


def lines_of(bands: Iterable[Printed]) -> tuple[Printed, ...]:
    """Return the printed lines of ``bands``."""
    return tuple(line for band in bands for line in (band.lines if isinstance(band, Band) else (band,)))


def _beside(group: Sequence[Printed], line: Printed) -> bool:
    """Tell whether ``line`` overlaps in height the last of ``group``, and no word of theirs stands over one of its."""
    last = group[-1]
    if last.bottom - line.top < OVERLAP * min(last.size, line.size):
        return False
    return not any(word.left < other.right and other.left < word.right for word in last.words for other in line.words)


def _band(group: Sequence[Printed]) -> Band:
    words = sorted((word for line in group for word in line.words), key=lambda each: (each.left, each.right))
    return Band(tuple(words), tuple(group))
