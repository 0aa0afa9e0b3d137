"""White stripes down a page: what they part is two columns of text, or the columns of a table without rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from loaders.formats.laid.geometry import Printed, Stripe, Word
from loaders.formats.laid.opening_title import LARGER, opens_more
from loaders.formats.laid.over_columns import crosses, is_over_columns
from loaders.formats.laid.overlapping import Band, bands, lines_of
from loaders.formats.laid.stripes import (
    ALIGNED,
    CLOSE,
    MIN_LINES,
    MIN_WIDTH,
    NARROW,
    both_sides,
    columns,
    parts,
    shared,
    white,
)
from loaders.formats.laid.titles_aside import parts_title_from_figures
from loaders.formats.making.continuation import goes_on

FAR = 3.5
"""White, in sizes of the print, that ends a stretch."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Printed lines that follow one another, and the stripes that part them (none for running text).

    Those ``across`` are titles between the rows of a table, which stand over all of its columns.
    """

    lines: tuple[Printed, ...]
    stripes: tuple[Stripe, ...] = ()
    across: tuple[Printed, ...] = ()

    def is_across(self, line: Printed) -> bool:
        """Tell whether ``line`` stands over all columns."""
        return any(line is title for title in self.across)

    def segments(self, line: Printed) -> list[Printed | None]:
        """Return what ``line`` has in each column; a title over all of them stands in the first."""
        if self.is_across(line):
            return [line, *[None] * len(self.stripes)]
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
    found = _stretches(bands(lines), left, right)
    return [replace(stretch, lines=lines_of(stretch.lines)) for stretch in found]


def _stretches(lines: Sequence[Printed], left: float, right: float) -> list[Stretch]:
    """Cut ``lines`` into stretches, those that stand beside one another taken together."""
    found: list[Stretch] = []
    start = 0
    while start < len(lines):
        longest = _longest(lines, start, left, right)
        if longest is not None:
            upper = _hung(found, longest.lines, longest.stripes)
            found.append(replace(longest, lines=(*upper, *longest.lines)))
            start += len(longest.lines)
        else:
            if found and not found[-1].stripes:
                found[-1] = Stretch((*found[-1].lines, lines[start]))
            else:
                found.append(Stretch((lines[start],)))
            start += 1
    return found


def _hung(found: list[Stretch], table: Sequence[Printed], stripes: Sequence[Stripe]) -> tuple[Printed, ...]:
    """Take from the running text above a ``table`` the lines that stand in its columns but not in the first."""
    if not found or found[-1].stripes:
        return ()
    lines = found.pop().lines
    kept = len(lines)
    while kept and hangs_in(lines[kept - 1], stripes):
        kept -= 1
    if kept == len(lines) and _heads(lines[-1], table, stripes):
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


def _heads(line: Printed, table: Sequence[Printed], stripes: Sequence[Stripe]) -> bool:
    """Tell whether ``line`` has a title over each column of a ``table`` but the first, wider than what stands there."""
    begins = [0, *(index for index, word in enumerate(line.words) if index and _set_apart(line.words[index - 1], word))]
    titles = [line.words[first:end] for first, end in pairwise([*begins, len(line.words)])]
    if len(titles) != len(stripes) or len(titles) < 2 or titles[0][0].left < stripes[0][0]:
        return False
    edges = [*(left for left, _ in stripes[1:]), max(row.right for row in table)]
    below = zip(titles, stripes, edges, strict=True)
    return all(title[0].left <= edge and title[-1].right >= right for title, (_, right), edge in below)


def _set_apart(before: Word, after: Word) -> bool:
    """Tell whether more than a space stands between two words of a line."""
    return after.left - before.right > MIN_WIDTH * after.size


def _longest(lines: Sequence[Printed], start: int, left: float, right: float) -> Stretch | None:
    """Return the longest stretch from ``start`` that stripes part; None where none do."""
    common = white(lines[start], left, right)
    if not both_sides(lines[start : start + 1], common):
        return None
    end, rows, across = start + 1, [lines[start]], []
    while end < len(lines):
        least = CLOSE if any(isinstance(line, Band) for line in (*rows, lines[end])) else NARROW
        narrowed = shared(common, white(lines[end], left, right), least * lines[end].size)
        far = lines[end].top - lines[end - 1].bottom > FAR * lines[end].size
        if far or opens_more(lines[end : end + 1 + MIN_LINES], rows, common):
            break
        if crosses(lines[end], common) and is_over_columns(
            rows, common, lines[end], lines[min(end + 1, len(lines) - 1)]
        ):
            across.append(lines[end])
        elif both_sides(rows, narrowed) and not _loses(rows, common, narrowed):
            common = narrowed
            rows.append(lines[end])
        else:
            break
        end += 1
    stripes = columns(rows, common)
    if not stripes:
        return None
    return _ended(Stretch(tuple(lines[start:end]), stripes, tuple(across)))


def _ended(stretch: Stretch) -> Stretch:
    """Return ``stretch`` without what stands below its columns."""
    if above := _before_title(stretch.lines, stretch.stripes[0]):
        stretch = replace(stretch, lines=stretch.lines[:above])
    return replace(stretch, lines=stretch.lines[: _without_tail(stretch.lines, stretch.stripes)])


def _before_title(lines: Sequence[Printed], stripe: Stripe) -> int:
    """Return how many of ``lines`` stand above a title that ends their columns, 0 where none does.

    It is printed larger than all above it, and nothing stands right of ``stripe`` from there on.
    """
    first = len(lines)
    while first and lines[first - 1].right < stripe[0] + 1:
        first -= 1
    largest = max((line.size for line in lines[:first]), default=0.0)
    for index in range(first, len(lines)):
        if lines[index].size >= LARGER * largest:
            return index
        largest = max(largest, lines[index].size)
    return 0


def _without_tail(lines: Sequence[Printed], stripes: Sequence[Stripe]) -> int:
    """Return how many of ``lines`` stay when those go that stand below a table in its first column alone."""
    last = len(lines) - 1
    set_apart = apart(lines)
    if lines[last].right >= stripes[0][0] + 1 or _is_close(lines):
        return len(lines)
    return last if set_apart[last] or not (any(set_apart) or _goes_on(lines, stripes[0])) else len(lines)


def _is_close(lines: Sequence[Printed]) -> bool:
    """Tell whether the last of ``lines`` stands closer to the one above than most do: it is the rest of a cell."""
    gaps = sorted(below.top - above.bottom for above, below in pairwise(lines))
    last = lines[-1].top - lines[-2].bottom
    return gaps[len(gaps) // 4] > max(last, 0.0) + lines[-1].size


def _goes_on(lines: Sequence[Printed], stripe: Stripe) -> bool:
    """Tell whether the last of ``lines`` continues what stands left of ``stripe`` above it."""
    above = [word.text for word in lines[-2].words if word.right < stripe[0] + 1]
    return not above or goes_on(" ".join(above), lines[-1].text)


def _loses(lines: Sequence[Printed], stripes: Sequence[Stripe], narrowed: Sequence[Stripe]) -> bool:
    """Tell whether a stripe that parts ``lines`` is no longer among the ``narrowed`` ones."""
    return any(
        not any(a < right and left < b for a, b in narrowed)
        and parts(lines, (left, right), stripes)
        and not parts_title_from_figures(lines, (left, right), stripes)
        for left, right in stripes
    )


def apart(lines: Sequence[Printed], across: Sequence[Printed] = ()) -> list[bool]:
    """Tell of each line whether more white than usual stands above it; what is usual, titles ``across`` do not say."""
    pairs = list(pairwise(lines))
    gaps = [max(below.top - above.bottom, 0.0) for above, below in pairs]
    said = [
        gap for gap, pair in zip(gaps, pairs, strict=True) if not any(line is one for line in across for one in pair)
    ]
    usual = sorted(said)[len(said) // 4] if said else 0.0
    return [False, *(gap > usual + 0.45 * line.size for gap, line in zip(gaps, lines[1:], strict=True))]
