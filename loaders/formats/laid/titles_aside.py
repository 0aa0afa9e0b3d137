"""Titles set off from the figures below them: left-aligned over right-aligned ones, they are one column with them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.formats.laid.geometry import Printed, Stripe
from loaders.formats.laid.overlapping import lines_of

FIGURE = re.compile(r"[→↑↓↗↘=]?\s?[+-]?\s?\d[\d\s.,]*\s?(?:%|€|k€)?|N\.?C\.?|-")
"""What stands in a cell of figures."""


def parts_title_from_figures(lines: Sequence[Printed], stripe: Stripe, others: Sequence[Stripe]) -> bool:
    """Tell whether ``stripe`` merely parts a title from the figures of its own column, set off to the other side.

    Of the two cells beside it (``others`` part them from the next), one is filled only above all that fill the other,
    and these are figures. Where a line fills both, or the titles of both stand side by side, they are two columns.
    """
    left = max((right for _, right in others if right <= stripe[0]), default=float("-inf"))
    right = min((left for left, _ in others if left >= stripe[1]), default=float("inf"))
    parted = lines_of(lines)
    cells = [_within(parted, left, stripe[0]), _within(parted, stripe[1], right)]
    above, below = sorted(cells, key=lambda cell: min(cell, default=len(parted)))
    if not above or not below or max(above) >= min(below):
        return False
    return not any(map(FIGURE.fullmatch, above.values())) and all(map(FIGURE.fullmatch, below.values()))


def _within(lines: Sequence[Printed], left: float, right: float) -> dict[int, str]:
    """Return what stands between two places, by the number of its line."""
    found = {
        index: " ".join(word.text for word in line.words if left - 1 < word.left and word.right < right + 1)
        for index, line in enumerate(lines)
    }
    return {index: text for index, text in found.items() if text}
