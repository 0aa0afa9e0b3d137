"""Running headers and footers: what returns at the same height of page after page, page numbers, postmarks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.formats.laid.geometry import Printed, Sheet
from loaders.formats.making.noise import is_postmark
from loaders.formats.making.page_numbers import MIN_RETURNS, words_that_head
from loaders.formats.making.spelling import normalise

ZONE = 0.13
"""The part of a page's height, at its top and at its bottom, in which running lines stand."""

LARGE = 1.05
"""How many times larger than the body a line is printed that is no running one."""

_FIGURES = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"\W{0,10}\d{1,4}\W{0,10}")
_NUMBERS_PAGE = re.compile(r"(?<!\w)p(?:age|\.)\s?\d{1,4}(?:\s?(?:/|sur)\s?\d{1,4})?\W{0,10}$")

_OF_ALL = re.compile(r"(?<!\w)p(?:age|\.)\s?(\d{1,4})\s?(?:/|sur)\s?(\d{1,4})\W{0,10}$")


def running_lines(sheets: Sequence[Sheet], lines: Sequence[Sequence[Printed]], body: float) -> list[frozenset[int]]:
    """Return for each page the indices of its printed lines that do not belong to the text.

    A line that holds a word which heads a part of an act is dropped only where its figures are the same on every page
    and it is printed no larger than the body; the number that it calls the page's own may grow.
    """
    seen: dict[tuple[str, int], set[int]] = {}
    keys: list[dict[int, tuple[str, int]]] = []
    for sheet, printed in zip(sheets, lines, strict=True):
        found = {i: _key(sheet, line, body) for i, line in enumerate(printed) if _in_zone(sheet, line)}
        keys.append(found)
        for key in found.values():
            seen.setdefault(key, set()).add(sheet.number)
    least = min(MIN_RETURNS, max(len(sheets), 2))
    returning = {key for key, pages in seen.items() if len(pages) >= least}
    return [
        frozenset(
            i
            for i, line in enumerate(printed)
            if is_postmark(normalise(line.text))
            or (i in found and (found[i] in returning or _numbers_page(line, (sheet.number, len(sheets)), body)))
        )
        for sheet, printed, found in zip(sheets, lines, keys, strict=True)
    ]


def _numbers_page(line: Printed, page: tuple[int, int], body: float) -> bool:
    """Tell whether ``line`` is the number of a page, or ends with it and how many there are (``page`` has both).

    In large print a figure is the end of a title.
    """
    of_all = _OF_ALL.search(line.text)
    numbered = of_all is not None and (int(of_all[1]), int(of_all[2])) == page
    return line.size <= LARGE * body and (numbered or _PAGE_NUMBER.fullmatch(line.text) is not None)


def _in_zone(sheet: Sheet, line: Printed) -> bool:
    """Tell whether ``line`` stands at the top or at the bottom of its page."""
    return line.bottom <= ZONE * sheet.height or line.top >= (1 - ZONE) * sheet.height


def _key(sheet: Sheet, line: Printed, body: float) -> tuple[str, int]:
    """Return what is the same on every page: the text without its figures, and the height."""
    text = normalise(line.text).casefold()
    heads = words_that_head().search(text) is not None
    if heads and (line.bold or line.size > LARGE * body):
        return text, -sheet.number
    return (_NUMBERS_PAGE.sub("#", text) if heads else _FIGURES.sub("#", text)), round(line.top / 8)
