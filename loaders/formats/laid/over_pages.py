"""Tables that go on over the end of a page: the same columns, or some of them, merged, where a cell is cut."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from loaders.document import Cell, Table
from loaders.formats.laid.geometry import Stripe
from loaders.formats.making.tables import broken, goes_over


@dataclass(frozen=True, slots=True)
class Edges:
    """Where the columns of a table are parted; of a ruled one the outer edges are among them."""

    stripes: tuple[Stripe, ...]
    ruled: bool = False


def joined(above: Table, before: Edges, table: Table, edges: Edges) -> tuple[Table, Edges] | None:
    """Return ``table``, the first of a page, joined to the one ``above``, the last of the page before, and its edges.

    None where their columns differ; where one has but some of the other's, a row that visibly goes on joins them.
    """
    if _same(before.stripes, edges.stripes):
        return goes_over(above, table), edges
    if not (before.ruled and edges.ruled):
        return None
    all_of = max(before, edges, key=lambda each: len(each.stripes))
    upper, lower = _spread(above, before, all_of), _spread(table, edges, all_of)
    if upper is None or lower is None or not broken(upper.rows[-1], lower.rows[0]):
        return None
    return goes_over(upper, lower), all_of


def _same(edges: Sequence[Stripe], others: Sequence[Stripe]) -> bool:
    """Tell whether two tables have their columns at the same places."""
    return len(edges) == len(others) and all(map(_overlap, edges, others))


def _overlap(one: Stripe, other: Stripe) -> bool:
    """Tell whether two edges are at the same place."""
    return one[0] < other[1] and other[0] < one[1]


def _spread(table: Table, edges: Edges, all_of: Edges) -> Table | None:
    """Return ``table`` with the columns of ``all_of``; None where it has others, or is less wide."""
    places = [
        next((index for index, other in enumerate(all_of.stripes) if _overlap(edge, other)), None)
        for edge in edges.stripes
    ]
    known = [place for place in places if place is not None]
    if len(known) < len(places) or known[0] != 0 or known[-1] != len(all_of.stripes) - 1:
        return None
    rows = []
    for row in table.rows:
        cells = [Cell()] * (len(all_of.stripes) - 1)
        for place, cell in zip(known, row.cells, strict=False):
            cells[place] = cell
        rows.append(replace(row, cells=tuple(cells)))
    return Table(tuple(rows), table.header)
