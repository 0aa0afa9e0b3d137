"""White stripes down a page: what they part is two columns of text, or the columns of a table without rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from loaders.formats.laid.column_bounds import ended, hung
from loaders.formats.laid.geometry import Printed, Stripe
from loaders.formats.laid.opening_title import opens_more
from loaders.formats.laid.over_columns import crosses, is_over_columns
from loaders.formats.laid.overlapping import Band, bands, lines_of
from loaders.formats.laid.stretches import Stretch
from loaders.formats.laid.stripes import CLEAR, CLOSE, MIN_LINES, NARROW, both_sides, columns, parts, shared, white
from loaders.formats.laid.titles_aside import parts_title_from_figures
from loaders.formats.making.continuation import goes_on

FAR = 3.5
"""White, in sizes of the print, that ends a stretch."""


def stretches(lines: Sequence[Printed], left: float, right: float) -> list[Stretch]:
    """Cut ``lines`` (within ``left`` and ``right``) into running text and stretches parted by stripes."""
    found = _stretches(bands(lines), left, right)
    return [replace(stretch, lines=lines_of(stretch.lines)) for stretch in found]


def _stretches(lines: Sequence[Printed], left: float, right: float) -> list[Stretch]:
    """Cut ``lines`` into stretches, those that stand beside one another taken together."""
    found: list[Stretch] = []
    start = 0
    while start < len(lines):
        longest = None if _goes_on(found, lines[start], left, right) else _longest(lines, start, left, right)
        if longest is not None:
            upper = hung(found, longest.lines, longest.stripes)
            found.append(replace(longest, lines=(*upper, *longest.lines)))
            start += len(longest.lines)
        else:
            if found and not found[-1].stripes:
                found[-1] = Stretch((*found[-1].lines, lines[start]))
            else:
                found.append(Stretch((lines[start],)))
            start += 1
    return found


def _goes_on(found: Sequence[Stretch], line: Printed, left: float, right: float) -> bool:
    """Tell whether ``line``, with no column in it, is the rest of a sentence of the running text ``found`` above."""
    if not found or found[-1].stripes or not goes_on(found[-1].lines[-1].text, line.text):
        return False
    inner = (end - begin for begin, end in white(line, left, right) if line.left < begin and end < line.right)
    return max(inner, default=0.0) < CLEAR * line.size


def _longest(lines: Sequence[Printed], start: int, left: float, right: float) -> Stretch | None:
    """Return the longest stretch from ``start`` that stripes part; None where none do."""
    common = white(lines[start], left, right)
    if not both_sides(lines[start : start + 1], common):
        return None
    end, rows, across = start + 1, [lines[start]], []
    while end < len(lines):
        line, below = lines[end], lines[min(end + 1, len(lines) - 1)]
        least = CLOSE if any(isinstance(one, Band) for one in (*rows, line)) else NARROW
        narrowed = shared(common, white(line, left, right), least * line.size)
        far = line.top - lines[end - 1].bottom > FAR * line.size
        if far or opens_more(lines[end : end + 1 + MIN_LINES], rows, common):
            break
        if crosses(line, common) and is_over_columns(rows, common, line, below):
            across.append(line)
        elif both_sides(rows, narrowed) and not _loses(rows, common, narrowed):
            common = narrowed
            rows.append(line)
        else:
            break
        end += 1
    stripes = columns(rows, common)
    if not stripes:
        return None
    return ended(Stretch(tuple(lines[start:end]), stripes, tuple(across)))


def _loses(lines: Sequence[Printed], stripes: Sequence[Stripe], narrowed: Sequence[Stripe]) -> bool:
    """Tell whether a stripe that parts ``lines`` is no longer among the ``narrowed`` ones."""
    return any(
        not any(a < right and left < b for a, b in narrowed)
        and parts(lines, (left, right), stripes)
        and not parts_title_from_figures(lines, (left, right), stripes)
        for left, right in stripes
    )
