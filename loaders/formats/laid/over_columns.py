"""Titles between the rows of a table without rules, printed over all of its columns: ``Axe 2 – Grandir ensemble``."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.formats.laid.geometry import Printed, Stripe
from loaders.formats.laid.overlapping import Band
from loaders.formats.laid.stripes import ALIGNED, NARROW, SPACE, shared, white

COLUMNS = 3
"""Columns of a table that a title is known to stand over, at least: two may be those of a text."""

LABELLED = 4.0
"""How far left of the titles of the other columns, in sizes of the print, one of labels begins that has none."""

LARGER = 1.08
"""How many times larger than the rows a title is printed that heads what follows the table."""


def crosses(title: Printed, stripes: Sequence[Stripe]) -> bool:
    """Tell whether ``title`` stands over one of ``stripes``, as what stands in a column does not."""
    reach = title.right + NARROW * title.size
    return any(title.left < left and right < reach for left, right in stripes) and _is_run(title)


def is_over_columns(rows: Sequence[Printed], stripes: Sequence[Stripe], title: Printed, row: Printed) -> bool:
    """Tell whether ``title``, below ``rows`` of a table that ``stripes`` part, and above ``row``, stands in that table.

    It is one run of words, no larger than the rows, and announces nothing; below it the same columns go on, and not
    their titles once more.
    """
    if any(isinstance(line, Band) for line in (rows[-1], title, row)) or not _is_run(title):
        return False
    if title.text.endswith((":", ".", ";", ",")) or title.size >= LARGER * rows[-1].size:
        return False
    inner = [stripe for stripe in stripes if _parts(rows, stripe)]
    repeated = any(row.text == other.text for other in rows)
    return len(inner) >= COLUMNS - 1 and not repeated and _has_columns(row, rows, inner)


def _parts(rows: Sequence[Printed], stripe: Stripe) -> bool:
    """Tell whether rows have text on both sides of ``stripe``."""
    return any(row.left < stripe[0] for row in rows) and any(row.right > stripe[1] for row in rows)


def _is_run(line: Printed) -> bool:
    """Tell whether nothing but spaces stands between the words of ``line``."""
    return any(len(white(line, line.left, line.right, least)) == 2 for least in (None, SPACE * line.size))


def _has_columns(row: Printed, rows: Sequence[Printed], stripes: Sequence[Stripe]) -> bool:
    """Tell whether ``row`` has text in the columns of ``rows``, two at least, and begins each where they do.

    It can have a column more, of labels, left of the titles of the others: nothing stands over these.
    """
    left = min(other.left for other in rows)
    own = white(row, min(left, row.left), max(other.right for other in rows))
    if len(shared(stripes, own, NARROW * row.size)) < len(stripes):
        return False
    begins = [row.left, *(right for _, right in own[1:-1])]
    known = [left, *(right for _, right in stripes)]
    if len(rows) == 1 and row.left < left - LABELLED * row.size:
        begins = begins[1:]
    return len(begins) > 1 and all(any(abs(begin - at) <= ALIGNED for at in known) for begin in begins)
