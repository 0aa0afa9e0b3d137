"""What Tesseract recognised on a page: its lines, its words with boxes."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import mean, median

from loaders.formats.laid.geometry import Word

SMALL = 0.6
"""Part of its line's height up to which a lone sign at the beginning is a bullet, whatever letter it was taken for."""

LARGER = 1.3
"""How many times higher than the body's a line is where it is printed larger, not only with taller letters."""

SEVERAL, SOUND = 4, 1.6
"""Words of a line that tell how high it is; how many times higher than they are one is at most that counts."""

LONG = 4
"""Letters from which a word is sure to be wider than high, and seldom recognised by chance."""

ENOUGH = 12
"""Long words from which a page tells how it lies."""

SURE = 50.0
"""Tesseract's confidence, of 100, that the long words of a page have at the middle where it stands upright."""

UNSURE = 0.7
"""Part of the confidence usual on its page up to which a line is no print: initials by hand, which have no letters."""

FOOT = 0.87
"""Part of a page's height from which initials stand."""

_BORDERS = frozenset("|_[]{}¦‖—–-=~'`.,\\/‘’°")
_DASHES = frozenset("-–—")
_BULLET = re.compile(r"^[«*°¢¤_](?=[^\W\d_])")
_WORD, _LINE = "5", "4"
_COLUMNS = 12


@dataclass(frozen=True, slots=True)
class Box:
    """A recognised word, in pixels."""

    text: str
    left: int
    top: int
    width: int
    height: int
    sure: float = 100.0

    @property
    def center(self) -> float:
        """Half its width."""
        return self.left + self.width / 2

    @property
    def middle(self) -> float:
        """Half its height."""
        return self.top + self.height / 2


def lines_in(tsv: str) -> list[list[Box]]:
    """Return the lines of Tesseract's table, each the boxes of its words; pieces of borders are no words."""
    lines: list[list[Box]] = [[]]
    for row in tsv.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) < _COLUMNS or not all(cell.isdecimal() for cell in cells[6:10]):
            continue
        if cells[0] == _LINE:
            lines.append([])
        elif cells[0] == _WORD and cells[11].strip():
            left, top, width, height = map(int, cells[6:10])
            text = cells[11].replace("£", "€")  # no act of a Caf is paid in pounds
            lines[-1].append(Box(text, left, top, width, height, float(cells[10])))
    return [words for words in map(_without_borders, lines) if words]


def _without_borders(line: Sequence[Box]) -> list[Box]:
    """Leave out the pieces of borders that were taken for signs; a dash between words stays."""
    kept = [box for box in line if not _BORDERS.issuperset(box.text) or box.text in _DASHES]
    while kept and kept[0].text in _DASHES and len(kept) == 1:
        kept.pop()
    while kept and kept[-1].text in _DASHES:
        kept.pop()
    return kept


def without_initials(lines: Sequence[Sequence[Box]], height: int) -> list[Sequence[Box]]:
    """Return ``lines`` without the initials of each party, written by hand at the foot of a page of ``height``.

    Tesseract takes them for capitals, of which it is not sure; small letters in a word of some length are print.
    """
    usual = median(box.sure for line in lines for box in line) if lines else 0.0
    return [line for line in lines if not (line[0].top >= FOOT * height and _is_written(line, usual))]


def _is_written(line: Sequence[Box], usual: float) -> bool:
    """Whether a line is short and has no word of which Tesseract is as sure as is ``usual`` on the page."""
    printed = any(len(box.text) >= LONG and not box.text.isupper() for box in line)
    figures = any(char.isdigit() for box in line for char in box.text)
    return not printed and not figures and mean(box.sure for box in line) <= UNSURE * usual


def quarters_of(lines: Sequence[Sequence[Box]]) -> int:
    """Return how many quarter turns, counter-clockwise, would set the page upright: by how its long words lie.

    Tesseract reads a page that lies on its side too, but knows one way only; what it reads askew it is not sure of.
    """
    words = [box for line in lines for box in line if len(box.text) >= LONG]
    if len(words) < ENOUGH:
        return 0
    sure = median(box.sure for box in words) >= SURE
    if median(box.height - box.width for box in words) > 0:
        return 1 if sure else 3
    return 0 if sure else 2


def set_straight(lines: Sequence[Sequence[Box]], slope: float, size: tuple[int, int]) -> list[list[Box]]:
    """Return the boxes of ``lines`` that fall by ``slope`` turned about the middle of a page of ``size`` pixels."""
    return [[_turned(box, math.atan(slope), size) for box in line] for line in lines]


def _turned(box: Box, angle: float, size: tuple[int, int]) -> Box:
    """Return ``box`` where it comes to lie when the page is set straight."""
    x, y = box.center - size[0] / 2, box.middle - size[1] / 2
    center = size[0] / 2 + x * math.cos(angle) + y * math.sin(angle)
    middle = size[1] / 2 + y * math.cos(angle) - x * math.sin(angle)
    return replace(box, left=round(center - box.width / 2), top=round(middle - box.height / 2))


def words_of(lines: Sequence[Sequence[Box]], scale: float) -> list[Word]:
    """Return the words of ``lines`` in points (``scale`` a pixel); all words of a line stand at one height."""
    words: list[Word] = []
    for line in lines:
        top, bottom = _reach(line)
        for index, box in enumerate(line):
            text = box.text if index else _without_false_letter(box, bottom - top)
            left, right = box.left * scale, (box.left + box.width) * scale
            words.append(Word(text, left, top * scale, right, bottom * scale, size=(bottom - top) * scale))
    return list(_evened(words))


def _reach(line: Sequence[Box]) -> tuple[int, int]:
    """Return the top and the bottom of a line; among several words one with a speck or an underline does not count."""
    usual = median(box.height for box in line)
    sound = [box for box in line if box.height <= SOUND * usual] if len(line) >= SEVERAL else line
    return min(box.top for box in sound), max(box.top + box.height for box in sound)


def _without_false_letter(box: Box, height: float) -> str:
    """Return the first word of a line, a bullet where it was taken for a letter."""
    if max(box.width, box.height) <= SMALL * height and len(box.text) <= 3:
        return "•"
    return _BULLET.sub("• ", box.text)


def _evened(words: Sequence[Word]) -> Iterator[Word]:
    """Give all words the body's size but those far from it: the height of a line depends on its letters."""
    body = median(word.size for word in words) if words else 0.0
    for word in words:
        size = round(word.size / 2) * 2.0 if word.size > LARGER * body else body
        yield Word(word.text, word.left, word.top, word.right, word.bottom, size=size)
