"""Lines between rows that are drawn cell by cell, as browsers do: where the pieces of one meet, columns are parted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from loaders.formats.laid.geometry import Rule, Word, printed_lines

TOUCHING = 1.0
"""Points between two pieces that meet, or two heights that are one."""

MAX_HEIGHT = 400.0
"""Points of one row at most."""

FAR = 1.5
"""White, in sizes of the print, above or below what stands in the first column alone where it is no cell."""

EMPTY = 30.0
"""Points of a row in which nothing stands, at most: higher white parts tables."""

SPACE = 0.45
"""White, in sizes of the print, that is a space at most."""

MAX_RULES = 4_000
"""Ruling lines of one page; a drawing has more."""


def between_cells(drawn: Sequence[Rule], words: Sequence[Word]) -> Iterator[Rule]:
    """Give the standing lines that part the cells between lines of pieces; none where standing lines are drawn.

    A line that leaves out pieces goes on below merged cells, a whole one below a title over all columns, or ends the
    last row. Where words are printed over such a place, it parts nothing.
    """
    if len(drawn) > MAX_RULES:
        return
    standing = [rule for rule in drawn if not rule.horizontal]
    for lines in _tables(pieces_of(rule for rule in drawn if rule.horizontal)):
        full = max(lines, key=len)
        places = [full[0].left, *(piece.right for piece in full)]
        for above, below in pairwise(lines):
            top, bottom = above[0].bottom, below[0].top
            inside = [word for word in words if top < word.middle < bottom and places[0] < word.center < places[-1]]
            slack = TOUCHING if inside else -TOUCHING  # white between two tables that are drawn parts nothing
            drawn_within = any(_crosses(rule, places, top + slack, bottom - slack) for rule in standing)
            if drawn_within or bottom - top > MAX_HEIGHT or len(above) == len(below) == 1:
                continue
            free = _free(inside, places)
            closed = len(below) == 1 and _as_wide(full, below[0])
            if _is_row(inside, places, (top, bottom), over=len(free) < len(places), closed=closed):
                yield from (Rule(at, top, at, bottom) for at in free)


def _tables(lines: Iterable[list[Rule]]) -> Iterator[list[list[Rule]]]:
    """Give the lines that are drawn in the same pieces, or in some of them together; the first is in several."""
    run: list[list[Rule]] = []
    for line in lines:
        full = max(run, key=len, default=[])
        if run and (_fits(line, full) or _fits(full, line)):
            run.append(line)
            continue
        yield from [run] if run else []
        run = [line] if len(line) > 1 else []
    yield from [run] if run else []


def _fits(line: Sequence[Rule], full: Sequence[Rule]) -> bool:
    """Tell whether each piece of ``line`` covers whole pieces of the ``full`` one."""
    begins, ends = [piece.left for piece in full], [piece.right for piece in full]
    return all(
        any(abs(piece.left - at) <= TOUCHING for at in begins) and any(abs(piece.right - at) <= TOUCHING for at in ends)
        for piece in line
    )


def _free(words: Sequence[Word], places: Sequence[float]) -> list[float]:
    """Return those of ``places`` over which nothing is printed, words or the spaces between them."""
    covered = [at for at in places if any(left + TOUCHING < at < right - TOUCHING for left, right in runs(words))]
    over = any(word.left + TOUCHING < at < word.right - TOUCHING for word in words for at in covered)
    return [at for at in places if at not in covered] if over else list(places)


def runs(words: Iterable[Word]) -> list[tuple[float, float]]:
    """Return from where to where each of ``words`` reaches, the space behind it and the next one counted to it."""
    pairs = [pair for line in printed_lines(words) for pair in zip(line.words, (*line.words[1:], None), strict=True)]
    return [
        (word.left, after.right if after and after.left - word.right <= SPACE * word.size else word.right)
        for word, after in pairs
    ]


def pieces_of(lying: Iterable[Rule]) -> list[list[Rule]]:
    """Return the lines that pieces make, from top to bottom, each its pieces from left to right."""
    rows: list[list[Rule]] = []
    for rule in sorted(set(lying), key=lambda each: (round(each.top), each.left)):
        last = rows[-1][-1] if rows else None
        if last and abs(last.top - rule.top) <= TOUCHING and abs(last.right - rule.left) <= TOUCHING:
            rows[-1].append(rule)
        else:
            rows.append([rule])
    return rows


def _is_row(
    words: Sequence[Word], places: Sequence[float], row: tuple[float, float], *, over: bool, closed: bool
) -> bool:
    """Tell whether ``words`` are those of a ``row`` (its top and bottom) whose columns are parted at ``places``.

    What stands in the first column alone, or ``over`` several of them, far from the lines, is a title between two
    tables; the last row, which a whole line has ``closed``, has more than its first column.
    """
    top, bottom = row
    if not words:
        return not closed and bottom - top <= EMPTY
    further = any(word.right >= places[1] for word in words)
    if further and not over:
        return True
    above, below = min(word.top for word in words) - top, bottom - max(word.bottom for word in words)
    return (further or not closed) and max(above, below) <= FAR * words[0].size


def _as_wide(pieces: Sequence[Rule], line: Rule) -> bool:
    """Tell whether ``line`` is as wide as all ``pieces`` together."""
    return abs(pieces[0].left - line.left) <= TOUCHING and abs(pieces[-1].right - line.right) <= TOUCHING


def _crosses(rule: Rule, places: Sequence[float], top: float, bottom: float) -> bool:
    """Tell whether a standing line is drawn between ``top`` and ``bottom`` where columns are parted."""
    within = places[0] - TOUCHING < rule.left and rule.right < places[-1] + TOUCHING
    return within and rule.top < bottom and rule.bottom > top
