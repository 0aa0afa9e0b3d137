"""Bounds of columns: the lines above that stand in them already, and those below that do no more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from loaders.formats.laid.geometry import Printed, Stripe, Word
from loaders.formats.laid.opening_title import LARGER
from loaders.formats.laid.stretches import Stretch, apart
from loaders.formats.laid.stripes import ALIGNED, MIN_WIDTH
from loaders.formats.making.continuation import goes_on


def hung(found: list[Stretch], table: Sequence[Printed], stripes: Sequence[Stripe]) -> tuple[Printed, ...]:
    """Take from the running text above a ``table`` the lines that stand in its columns but not in the first."""
    if not found or found[-1].stripes:
        return ()
    lines = found.pop().lines
    kept = len(lines)
    while kept and _hangs_in(lines[kept - 1], stripes):
        kept -= 1
    if kept == len(lines) and _heads(lines[-1], table, stripes):
        kept -= 1
    if kept:
        found.append(Stretch(lines[:kept]))
    return lines[kept:]


def _hangs_in(line: Printed, stripes: Sequence[Stripe]) -> bool:
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


def ended(stretch: Stretch) -> Stretch:
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
