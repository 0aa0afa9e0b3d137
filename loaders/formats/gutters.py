"""White stripes down a page: what they part is two columns of text, or the columns of a table without rules."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from loaders.formats.bullets import ARROWS, DASHES, SIGNS
from loaders.formats.continuation import begins_low, goes_on, hangs
from loaders.formats.geometry import Printed, Word
from loaders.formats.spelling import normalise

Stripe = tuple[float, float]

MIN_LINES = 3
"""Printed lines that must have text on both sides of a stripe."""

WIDE = 1.5
"""Width of a stripe, in sizes of the print, from which two lines are enough."""

FAR = 3.5
"""White, in sizes of the print, that ends a stretch."""

HANGING = 3.0
"""White, in sizes of the print, up to which what follows a bullet is its item."""

LOW = 0.3
"""Part of the lines of running text that begin with a small letter, at least."""

MIN_WIDTH = 0.85
"""Width of a stripe in sizes of the print, where what stands on its right begins at one place."""

CLEAR = 1.2
"""Width of a stripe, in sizes of the print, that parts columns however they are aligned."""

ALIGNED = 1.5
"""Points between beginnings that are one."""

_MARKER = re.compile(r"[^\w\s]{1,3}|\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-zA-Z])[.)°]{0,2}|o")
_FIGURE = re.compile(r"[→↑↓↗↘=]?\s?[+-]?\s?\d[\d\s.,]*\s?(?:%|€|k€)?|N\.?C\.?|-")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Printed lines that follow one another, and the stripes that part all of them (none for running text)."""

    lines: tuple[Printed, ...]
    stripes: tuple[Stripe, ...] = ()

    def segments(self, line: Printed) -> list[Printed | None]:
        """Return what ``line`` has in each column."""
        columns: list[list[Word]] = [[] for _ in range(len(self.stripes) + 1)]
        for word in line.words:
            columns[sum(1 for left, right in self.stripes if word.center > (left + right) / 2)].append(word)
        return [Printed(tuple(words)) if words else None for words in columns]

    @property
    def edges(self) -> list[float]:
        """How far to the right each column reaches."""
        rows = [self.segments(line) for line in self.lines]
        return [max((cell.right for cell in column if cell), default=0.0) for column in zip(*rows, strict=True)]


def stretches(lines: Sequence[Printed], left: float, right: float) -> list[Stretch]:
    """Cut ``lines`` (within ``left`` and ``right``) into running text and stretches parted by stripes."""
    found: list[Stretch] = []
    start = 0
    while start < len(lines):
        end, stripes = _longest(lines, start, left, right)
        if stripes:
            upper = _hung(found, stripes)
            found.append(Stretch((*upper, *lines[start:end]), stripes))
            start = end
        else:
            if found and not found[-1].stripes:
                found[-1] = Stretch((*found[-1].lines, lines[start]))
            else:
                found.append(Stretch((lines[start],)))
            start += 1
    return found


def _hung(found: list[Stretch], stripes: Sequence[Stripe]) -> tuple[Printed, ...]:
    """Take from the running text above a table the lines that stand in its columns but not in the first."""
    if not found or found[-1].stripes:
        return ()
    lines = found.pop().lines
    kept = len(lines)
    while kept and hangs_in(lines[kept - 1], stripes):
        kept -= 1
    if kept:
        found.append(Stretch(lines[:kept]))
    return lines[kept:]


def hangs_in(line: Printed, stripes: Sequence[Stripe]) -> bool:
    """Tell whether ``line`` stands in columns parted by ``stripes``, but not in the first one."""
    starts = any(abs(line.left - right) <= 2 * ALIGNED for _, right in stripes)
    return starts and not any(
        word.left < left + 1 < right - 1 < word.right for left, right in stripes for word in line.words
    )


def _longest(lines: Sequence[Printed], start: int, left: float, right: float) -> tuple[int, tuple[Stripe, ...]]:
    """Return the end of the longest stretch from ``start`` that stripes part, and these; no stripes where none do."""
    common = _white(lines[start], left, right)
    if not _both_sides(lines[start : start + 1], common):
        return start + 1, ()
    end = start + 1
    while end < len(lines):
        narrowed = _common(common, _white(lines[end], left, right), MIN_WIDTH * lines[end].size)
        if not _both_sides(lines[start:end], narrowed) or _loses(lines[start:end], common, narrowed):
            break
        if lines[end].top - lines[end - 1].bottom > FAR * lines[end].size:
            break
        common, end = narrowed, end + 1
    stripes = tuple(stripe for stripe in common if _parts(lines[start:end], stripe))
    return (start + _without_tail(lines[start:end], stripes) if stripes else end), stripes


def _without_tail(lines: Sequence[Printed], stripes: Sequence[Stripe]) -> int:
    """Return how many of ``lines`` stay when those go that stand below a table, set apart, in its first column alone."""
    last = len(lines) - 1
    apart = _apart(lines)
    if lines[last].right < stripes[0][0] + 1 and (apart[last] or not (any(apart) or _goes_on(lines, stripes[0]))):
        return last
    return len(lines)


def _goes_on(lines: Sequence[Printed], stripe: Stripe) -> bool:
    """Tell whether the last of ``lines`` continues what stands left of ``stripe`` above it."""
    above = [word.text for word in lines[-2].words if word.right < stripe[0] + 1]
    return not above or goes_on(" ".join(above), lines[-1].text)


def _loses(lines: Sequence[Printed], stripes: Sequence[Stripe], narrowed: Sequence[Stripe]) -> bool:
    """Tell whether a stripe that parts ``lines`` is no longer among the ``narrowed`` ones."""
    return any(
        _parts(lines, (left, right)) and not any(a < right and left < b for a, b in narrowed) for left, right in stripes
    )


def _white(line: Printed, left: float, right: float) -> list[Stripe]:
    """Return the white stripes of one line, its margins among them; none after a bullet."""
    edges = [
        (left - 50.0, left - 50.0),
        *((word.left, _reach(word, after)) for word, after in zip(line.words, (*line.words[1:], None), strict=True)),
        (right + 50.0, right + 50.0),
    ]
    stripes: list[Stripe] = []
    reach = edges[0][1]
    for begin, end in edges[1:]:
        if begin - reach > MIN_WIDTH * line.size:
            stripes.append((reach, begin))
        reach = max(reach, end)
    return stripes


def _reach(word: Word, after: Word | None) -> float:
    """Return how far a word reaches: a bullet as far as the words of its item."""
    if after is None or len(word.text) > 1:
        return word.right
    sign = normalise(word.text)
    if sign not in SIGNS + ARROWS and not (sign in DASHES and after.text[0].isalpha()):
        return word.right
    return after.left if after.left - word.right <= HANGING * after.size else word.right


def _common(stripes: Sequence[Stripe], others: Sequence[Stripe], width: float) -> list[Stripe]:
    """Return the stripes that both have."""
    shared = [(max(a, c), min(b, d)) for a, b in stripes for c, d in others]
    return [(a, b) for a, b in shared if b - a >= width]


def _both_sides(lines: Sequence[Printed], stripes: Sequence[Stripe]) -> bool:
    """Tell whether a stripe has text on both its sides."""
    return any(
        any(line.left < left for line in lines) and any(line.right > right for line in lines) for left, right in stripes
    )


def _parts(lines: Sequence[Printed], stripe: Stripe) -> bool:
    """Tell whether ``stripe`` parts columns: enough lines have text on both sides, not mere bullets on its left.

    A narrow one could be but wide spaces above one another: what stands on its right must begin at one place.
    """
    both = [line for line in lines if line.left < stripe[0] + 1 and line.right > stripe[1] - 1]
    enough = MIN_LINES - 1 if both and stripe[1] - stripe[0] >= WIDE * both[0].size else MIN_LINES
    if len(both) < enough or (stripe[1] - stripe[0] < CLEAR * both[0].size and not _aligned(both, stripe)):
        return False
    lefts = [" ".join(word.text for word in line.words if word.right <= stripe[0] + 1) for line in both]
    return any(_MARKER.fullmatch(text) is None for text in lefts)


def _aligned(lines: Sequence[Printed], stripe: Stripe) -> bool:
    """Tell whether most of ``lines`` have a word that begins right at the right edge of ``stripe``."""
    begin = [line for line in lines if any(abs(word.left - stripe[1]) <= ALIGNED for word in line.words)]
    return 5 * len(begin) >= 4 * len(lines)


def is_table(stretch: Stretch) -> bool:
    """Tell whether the columns of ``stretch`` are those of a table rather than of running text.

    A table has figures, or several columns, or short cells; columns of text are two, and filled to their edge.
    """
    rows = [stretch.segments(line) for line in stretch.lines]
    right = [cell.text for row in rows for cell in row[1:] if cell]
    if sum(1 for text in right if _FIGURE.fullmatch(text)) >= 0.4 * len(right):
        return True
    if len(stretch.stripes) > 1:
        return True
    return not all(_filled([row[index] for row in rows]) for index in range(2))


def _filled(cells: Sequence[Printed | None]) -> bool:
    """Tell whether a column is running text: many lines, most as long as the column, many going on in a sentence."""
    lines = [cell for cell in cells if cell]
    if len(lines) < 6:
        return False
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    full = sum(1 for line in lines if line.right - left >= 0.75 * (right - left))
    low = sum(1 for line in lines if begins_low(line.text))
    return full >= 0.5 * len(lines) and low >= LOW * len(lines)


def rows_of(stretch: Stretch, cuts: Sequence[float] = ()) -> list[list[list[Printed]]]:
    """Return the rows of a table without rules, each the lines of its cells.

    A row begins below a ruling line (``cuts`` are their heights) or, where none parts the lines, after a wider white
    line and with every line that has text in its first column and another, below cells none of which is unfinished.
    """
    rows: list[list[list[Printed]]] = []
    apart = _apart(stretch.lines)
    ruled = [False, *(_between(above, below, cuts) for above, below in pairwise(stretch.lines))]
    for index, line in enumerate(stretch.lines):
        segments = stretch.segments(line)
        if not rows or (ruled[index] if any(ruled) else apart[index] or _begins(rows[-1], segments, not any(apart))):
            rows.append([[] for _ in segments])
        for cell, segment in zip(rows[-1], segments, strict=True):
            if segment:
                cell.append(segment)
    return rows


def _apart(lines: Sequence[Printed]) -> list[bool]:
    """Tell of each line whether more white than usual stands above it."""
    gaps = [max(below.top - above.bottom, 0.0) for above, below in pairwise(lines)]
    usual = sorted(gaps)[len(gaps) // 4] if gaps else 0.0
    return [False, *(gap > usual + 0.45 * line.size for gap, line in zip(gaps, lines[1:], strict=True))]


def _between(above: Printed, below: Printed, cuts: Sequence[float]) -> bool:
    """Tell whether a ruling line parts two printed lines."""
    middle = (above.top + above.bottom) / 2, (below.top + below.bottom) / 2
    return any(middle[0] < cut < middle[1] for cut in cuts)


def _begins(row: Sequence[Sequence[Printed]], segments: Sequence[Printed | None], even: bool) -> bool:
    """Tell whether ``segments`` begin a row: the first column has text, another too, and no cell above is unfinished.

    Where the lines stand ``even``, text in the first column alone begins one as well.
    """
    pairs = [(cell[-1].text, part.text) for cell, part in zip(row, segments, strict=True) if cell and part]
    if segments[0] is None or any(hangs(above) for above, _ in pairs) or (row[0] and goes_on(*pairs[0])):
        return False
    return any(segments[1:]) or (even and (any(row[1:]) or not row[0]))
