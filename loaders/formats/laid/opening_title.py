"""Titles right below two columns of text that open a table of more columns, which is no part of them."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.formats.laid.geometry import Printed, Stripe
from loaders.formats.laid.stripes import MIN_LINES, NARROW, columns, shared, white

LARGER = 1.08
"""How many times larger than what stands in columns a title below them is printed."""


def opens_more(lines: Sequence[Printed], rows: Sequence[Printed], stripes: Sequence[Stripe]) -> bool:
    """Tell whether the first of ``lines`` is a title that opens a table of more columns than ``rows`` above it have.

    It is set apart by its print, and nothing else stands beside it; the others are the first rows of the table.
    """
    title, below = lines[0], lines[1:]
    if len(below) < MIN_LINES or not _is_title(title, rows[-1]) or len(white(title, title.left, title.right)) > 2:
        return False
    left, right = min(line.left for line in below), max(line.right for line in below)
    own = white(below[0], left, right)
    for line in below[1:]:
        own = shared(own, white(line, left, right), NARROW * line.size)
    return len(columns(below, own)) > len(columns(rows, stripes))


def _is_title(line: Printed, above: Printed) -> bool:
    """Tell whether ``line`` is printed as the title of what follows it, not as the row ``above`` it."""
    return line.size >= LARGER * above.size or (line.bold and not above.bold)
