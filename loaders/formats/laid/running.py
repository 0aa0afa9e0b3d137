"""Running headers and footers: what returns at the same height of page after page, page numbers, postmarks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from loaders.formats.laid.geometry import Printed, Sheet, Word
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

_FIGURES_OF_A_YEAR = 4
_NEAR, _ALIKE, _BESIDE = 6.0, 0.5, 1.5
"""Points within which two words stand at one place; between two sizes of print that are one; sizes of white beside."""
_OF_ALL = re.compile(r"(?<!\w)p(?:age|\.)\s?(\d{1,4})\s?(?:/|sur)\s?(\d{1,4})\W{0,10}$")


def running_lines(sheets: Sequence[Sheet], lines: Sequence[Sequence[Printed]], body: float) -> list[frozenset[int]]:
    """Return for each page the indices of its printed lines that do not belong to the text.

    A line that holds a word which heads a part of an act is dropped only where its figures are the same on every page
    and it is printed no larger than the body; the number that it calls the page's own may grow.
    """
    seen: dict[tuple[str, int], set[int]] = {}
    keys: list[dict[int, tuple[str, int]]] = []
    for sheet, printed in zip(sheets, lines, strict=True):
        found: dict[int, tuple[str, int]] = {}
        for i, line in enumerate(printed):
            if _in_zone(sheet, line):
                above = printed[i - 1] if found.get(i - 1, ("", 0))[1] < 0 else None
                found[i] = _key(sheet, line, body, goes_on=above is not None and _goes_on(above, line))
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


def folios(sheets: Sequence[Sheet]) -> frozenset[Word]:
    """Return the words that number the pages: bare figures at one place of page after page, that count with them.

    They stand alone, or over the last row of a table in print of their own.
    """
    figures = [
        (sheet, word, (int(word.text) - sheet.number, round(word.center / _NEAR), round(word.middle / _NEAR)))
        for sheet in sheets
        for word in sheet.words
        if word.text.isdecimal() and len(word.text) < _FIGURES_OF_A_YEAR and _in_zone(sheet, Printed((word,)))
    ]
    alone = Counter(place for sheet, word, place in figures if _stands_alone(sheet, word))
    return frozenset(word for _, word, place in figures if sum(alone[near] for near in _around(place)) >= MIN_RETURNS)


def _around(place: tuple[int, int, int]) -> Iterator[tuple[int, int, int]]:
    """Give ``place`` and those right beside, above and below it."""
    offset, across, down = place
    return ((offset, across + right, down + below) for right in (-1, 0, 1) for below in (-1, 0, 1))


def _stands_alone(sheet: Sheet, word: Word) -> bool:
    """Tell whether nothing is printed right beside ``word``."""
    near = _BESIDE * word.size
    level = (other for other in sheet.words if abs(other.middle - word.middle) < word.size and other is not word)
    return all(other.right < word.left - near or other.left > word.right + near for other in level)


def _goes_on(above: Printed, line: Printed) -> bool:
    """Tell whether ``line`` is the rest of the title that begins ``above``: in its print, right below it."""
    alike = above.bold == line.bold and abs(above.size - line.size) < _ALIKE
    return alike and line.top - above.bottom < line.size / 2 and normalise(line.text)[:1].islower()


def _key(sheet: Sheet, line: Printed, body: float, *, goes_on: bool = False) -> tuple[str, int]:
    """Return what is the same on every page: the text without its figures, and the height."""
    text = normalise(line.text).casefold()
    if goes_on:
        return text, -sheet.number
    heads = words_that_head().search(text) is not None
    if heads and (line.bold or line.size > LARGE * body):
        return text, -sheet.number
    return (_NUMBERS_PAGE.sub("#", text) if heads else _FIGURES.sub("#", text)), round(line.top / 8)
