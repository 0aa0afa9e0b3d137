"""Paragraphs that tabs set in columns, as a word processor's signatures and small tables often are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.formats.making.bullets import opening
from loaders.formats.making.pipes import Line as Row
from loaders.formats.making.seams import Line

MANY = 3
"""Columns of the first row from which another may end early; with fewer, all have as many."""

_TABS = re.compile(r"\t+")
_PAGE = re.compile(r"\t {0,9}\d{1,3}$")


def is_tabbed(line: Line) -> bool:
    """Tell whether a tab parts two texts of ``line``: after a bullet, a number or a label it parts nothing."""
    text = line.text.strip()
    bullet = opening(text)
    first, _, rest = text[bullet.start if bullet else 0 :].partition("\t")
    return bool(rest) and not first.rstrip().endswith(":") and not rest.lstrip().startswith(":")


def rows_of(lines: Sequence[Line]) -> list[Row]:
    """Return the rows of the table that ``lines``, each with a tab, are; none where they are text.

    Titles before the number of their page are text. Several tabs together part but two columns where only so all rows
    have as many.
    """
    texts = [line.text.strip() for line in lines]
    if len(lines) < 2 or all(map(_PAGE.search, texts)):
        return []
    closed = [_TABS.sub("\t", text) for text in texts]
    taken = next((each for each in (texts, closed) if len(set(_widths(each))) == 1), [])
    if not taken and MANY <= _widths(texts)[0] == max(_widths(texts)):
        taken = texts
    return [(line.number, text) for line, text in zip(lines, taken, strict=False)]


def _widths(texts: Sequence[str]) -> list[int]:
    """Return how many columns the tabs of each text part."""
    return [text.count("\t") + 1 for text in texts]
