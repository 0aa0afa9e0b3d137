"""White stripes between the words of printed lines: which are common to all of them, which part columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial, reduce
from itertools import pairwise

from loaders.document import BULLETS
from loaders.formats.laid.geometry import Printed, Stripe, Word
from loaders.formats.laid.overlapping import Band, lines_of
from loaders.formats.laid.titles_aside import parts_title_from_figures
from loaders.formats.making.bullets import ARROWS, DASHES
from loaders.formats.making.spelling import normalise

MIN_LINES = 3
"""Printed lines that must have text on both sides of a stripe."""

WIDE = 1.5
"""Width of a stripe, in sizes of the print, from which two lines are enough (where they are aligned, CLEAR is)."""

CLEAR = 1.2
"""Width of a stripe, in sizes of the print, that parts columns however they are aligned."""

MIN_WIDTH = 0.85
"""Width of a stripe in sizes of the print, where what stands on its right begins at one place."""

NARROW = 0.45
"""Width of a stripe in sizes of the print from which many lines that begin exactly at its right edge show a column."""

CLOSE = 0.2
"""The same where lines stand beside one another: what parts these is no space of a text."""

EXACTLY, MANY = 0.75, 4
"""Points between beginnings that are the same place; lines that begin there, at least."""

TOUCHING = 1.0
"""Points of white between cells, at least."""

TOGETHER = 3
"""Stripes from which they part columns together, though of few lines, where all that stands right of each begins at one
place."""

FEW = 2
"""Spaces of a line up to which each may part columns."""

SPACES = 1.4
"""How many times wider than the narrowest space of a line a narrow stripe is: those of a justified line are alike."""

SPACE = 0.55
"""White in sizes of the print from which the narrowest of a line is no space: it has single words, far apart."""

HANGING = 3.0
"""White, in sizes of the print, up to which what follows a bullet is its item."""

ALIGNED = 1.5
"""Points between beginnings that are one."""

_MARKER = re.compile(r"[^\w\s]{1,3}|\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-zA-Z])[.)°]{0,2}|o")


def white(line: Printed, left: float, right: float, least: float | None = None) -> list[Stripe]:
    """Return the white stripes of one line, its margins among them; none after a bullet.

    Those of lines beside one another are the ones that all have, however narrow (``least``, in points).
    """
    if isinstance(line, Band):
        return reduce(partial(shared, width=TOUCHING), (white(part, left, right, TOUCHING) for part in line.lines))
    edges = [
        (left - 50.0, left - 50.0),
        *((word.left, _reach(word, after)) for word, after in zip(line.words, (*line.words[1:], None), strict=True)),
        (right + 50.0, right + 50.0),
    ]
    stripes: list[Stripe] = []
    reach = edges[0][1]
    least = _least_white(line) if least is None else least
    for begin, end in edges[1:]:
        if begin - reach > least:
            stripes.append((reach, begin))
        reach = max(reach, end)
    return stripes


def _least_white(line: Printed) -> float:
    """Return the white between two words of ``line`` that is more than a space."""
    spaces = sorted(after.left - before.right for before, after in pairwise(line.words) if after.left > before.right)
    wider = SPACES * spaces[0] if len(spaces) > FEW and spaces[0] < SPACE * line.size else 0.0
    return min(MIN_WIDTH * line.size, max(NARROW * line.size, wider))


def _reach(word: Word, after: Word | None) -> float:
    """Return how far a word reaches: a bullet as far as the words of its item."""
    if after is None or len(word.text) > 1:
        return word.right
    sign = normalise(word.text)
    if sign not in BULLETS + ARROWS and not (sign in DASHES and after.text[0].isalpha()):
        return word.right
    return after.left if after.left - word.right <= HANGING * after.size else word.right


def shared(stripes: Sequence[Stripe], others: Sequence[Stripe], width: float) -> list[Stripe]:
    """Return the stripes that both have."""
    both = ((max(a, c), min(b, d)) for a, b in stripes for c, d in others)
    return [(a, b) for a, b in both if b - a >= width]


def both_sides(lines: Sequence[Printed], stripes: Sequence[Stripe]) -> bool:
    """Tell whether a stripe has text on both its sides."""
    return any(
        any(line.left < left for line in lines) and any(line.right > right for line in lines) for left, right in stripes
    )


def columns(lines: Sequence[Printed], stripes: Sequence[Stripe]) -> tuple[Stripe, ...]:
    """Return those of ``stripes`` that part columns: each by itself, or several together."""
    stripes = [stripe for stripe in stripes if not parts_title_from_figures(lines, stripe, stripes)]
    alone = [stripe for stripe in stripes if parts(lines, stripe, stripes)]
    together = [stripe for stripe in stripes if stripe in alone or _is_exact(lines, stripe, stripes)]
    return tuple(together if len(together) >= TOGETHER else alone)


def _is_exact(lines: Sequence[Printed], stripe: Stripe, others: Sequence[Stripe]) -> bool:
    """Tell whether all that stands right of ``stripe`` in ``lines``, two at least, begins exactly there.

    What begins only right of one of the ``others`` says nothing of it.
    """
    says = [line for line in lines if not _skips(line, stripe, others)]
    both = [line for line in says if line.left < stripe[0] + 1 and line.right > stripe[1] - 1]
    beyond = [line for line in _beyond(says, stripe) if not _skips(line, stripe, others)]
    return len(both) > 1 and _begin_at(beyond, stripe) == len(beyond)


def _beyond(lines: Sequence[Printed], stripe: Stripe) -> list[Printed]:
    """Return those of ``lines`` that have text right of ``stripe``, each of lines beside one another by itself."""
    return [line for line in lines_of(lines) if line.right > stripe[1] - 1]


def _left_of(line: Printed, stripe: Stripe) -> int:
    """Return how many lines of ``line`` have text left of ``stripe``."""
    return sum(part.left < stripe[0] + 1 for part in lines_of([line]))


def parts(lines: Sequence[Printed], stripe: Stripe, others: Sequence[Stripe] = ()) -> bool:
    """Tell whether ``stripe`` parts columns: enough lines have text on both sides, not mere bullets on its left.

    A narrow one could be but wide spaces above one another: what stands on its right must begin at one place. A line
    that goes on right of one of the ``others`` has nothing in the column between: it does not say where that begins.
    """
    both = [line for line in lines if line.left < stripe[0] + 1 and line.right > stripe[1] - 1]
    width = (stripe[1] - stripe[0]) / both[0].size if both else 0.0
    if both and width < MIN_WIDTH:
        beyond = _beyond(both, stripe)
        return _begin_at(beyond, stripe) >= max(MANY, len(beyond) / 2)
    aligned = _aligned([line for line in both if not _skips(line, stripe, others)] or both, stripe)
    enough = MIN_LINES - 1 if width >= (CLEAR if aligned else WIDE) else MIN_LINES
    if min(len(_beyond(both, stripe)), sum(_left_of(line, stripe) for line in both)) < enough:
        return False
    if not (aligned or width >= CLEAR):
        return False
    lefts = [" ".join(word.text for word in line.words if word.right <= stripe[0] + 1) for line in both]
    return any(_MARKER.fullmatch(text) is None for text in lefts)


def _skips(line: Printed, stripe: Stripe, others: Sequence[Stripe]) -> bool:
    """Tell whether what ``line`` has right of ``stripe`` begins only right of one of the ``others``."""
    first = min((word.left for word in line.words if word.left > stripe[1] - 1), default=stripe[1])
    return any(left > stripe[1] and abs(first - right) <= ALIGNED for left, right in others)


def _begin_at(lines: Sequence[Printed], stripe: Stripe) -> int:
    """Return how many of ``lines`` have a word that begins exactly at the right edge of ``stripe``."""
    return sum(any(abs(word.left - stripe[1]) <= EXACTLY for word in line.words) for line in lines)


def _aligned(lines: Sequence[Printed], stripe: Stripe) -> bool:
    """Tell whether most of ``lines`` have a word that begins right at the right edge of ``stripe``."""
    begin = [line for line in lines if any(abs(word.left - stripe[1]) <= ALIGNED for word in line.words)]
    return 5 * len(begin) >= 4 * len(lines)
