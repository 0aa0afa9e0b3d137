"""Tables of a plan: their columns, those without headings that go on over pages, bands between their rows."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.document import Block, Cell, Paragraph, Passage, Row, Table
from loaders.readers.fiches.getters import getter_words
from loaders.readers.funding.column_roles import says_total
from loaders.readers.plan.abreast import set_apart
from loaders.readers.plan.axes import axes, upright
from loaders.readers.plan.bands import bands, level_of_band
from loaders.readers.plan.column_titles import Columns
from loaders.readers.plan.columns import columns
from loaders.readers.plan.heading_rows import heading, is_titled
from loaders.readers.plan.merged import merged
from loaders.readers.plan.nodes import Node, Plan
from loaders.readers.plan.order import Arrangement, arrangement, refers
from loaders.readers.plan.orientations import above_fiches
from loaders.readers.plan.rows import RowKind, list_fiches, of_fiches
from loaders.readers.plan.table_rows import Rows
from loaders.words.numbering import numbered


class PlanTables:
    """Reads the tables of a plan in order; a table without headings goes on with the columns of the one before."""

    def __init__(self, plan: Plan, *, rows: RowKind = RowKind.ACTIONS) -> None:
        """Read into ``plan``; ``rows`` says what the rows are that list actions."""
        self._kind = rows
        self._arrangement = Arrangement()
        self._rows = Rows(plan)
        self._above_all: Node | None = None
        self._banded = False

    def read(
        self, table: Table, outer: Node | None, *, goes_on: bool, inside: bool = False, before: Block | None = None
    ) -> bool:
        """Read ``table`` below the node ``outer``; return whether it is one of a plan.

        ``goes_on`` where a table of the plan stands before it, so that headings may be missing; so they may ``inside``
        the part of the act that is the plan, where axes are named with their numbers. What stands ``before`` it may say
        who gets what a party gives.
        """
        table, found = _headed(table, inside=inside)
        if found is None and not (goes_on and self._goes_on(table, before)):
            return False
        printed, skipped = found or (self._arrangement.printed, 0)
        if found is not None:
            printed = self._told(printed, table.rows, skipped, outer)
        self._arrange(printed, table.rows[skipped:], outer, goes_on=goes_on)
        above = [row for row in table.rows[: max(skipped - 1, 0)] if _is_band(row)]
        below = [row for row in table.rows[skipped:] if heading(row) is None and not _is_sum(row)]
        rows = [part for row in [*above, *below] for part in set_apart(row, printed)]
        over = bands(rows, printed, goes_on=goes_on and self._banded)
        self._banded = bool(over) or (goes_on and self._banded)
        arranged = self._arrangement.arranged(rows)
        self._rows.refers = refers(self._columns, arranged)
        self._rows.getter = getter_words(before.words) if isinstance(before, Paragraph) else Passage(())
        for printed_row, row in zip(rows, arranged, strict=True):
            if id(printed_row) not in over or not self._band(printed_row.cells[0]):
                self._rows.read(row)
        return True

    def _goes_on(self, table: Table, before: Block | None) -> bool:
        """Whether a table without the titles of a plan's may go on with the one before: as wide, without others.

        None does that a sentence announces.
        """
        wide = bool(table.rows) and len(table.rows[0].cells) == len(self._columns)
        return wide and not is_titled(table) and not _announces(before)

    def _told(self, printed: Columns, rows: Sequence[Row], heads: int, outer: Node | None) -> Columns:
        """Return the columns of a table of which so many ``rows`` are ``heads``: rows that are fiches, orientations."""
        if list_fiches(self._kind, printed, rows[heads:]):
            printed = of_fiches(printed)
        return above_fiches(printed, rows[heads - 1]) if heads and outer is None else printed

    def _arrange(self, printed: Columns, rows: Sequence[Row], outer: Node | None, *, goes_on: bool) -> None:
        """Take the columns of a table below ``outer``: what is open goes on only under the same node and columns."""
        anew = printed != self._arrangement.printed
        if outer is not self._above_all or anew:
            self._rows.close()
        if anew or not goes_on:
            self._arrangement = arrangement(printed, rows)
        if outer is not self._above_all or anew or not goes_on:
            self._rows.outer = outer
        self._rows.columns = self._columns
        self._above_all = outer

    @property
    def _columns(self) -> Columns:
        return self._arrangement.columns

    def _band(self, cell: Cell) -> bool:
        """Open the node that a row over the whole table names without its level; return whether it can be one."""
        above = self._above_all
        level = level_of_band(self._columns, above.kind if above is not None else "")
        head = numbered(cell.text)
        if not level or (head is not None and head.level):
            return False
        self._rows.outer = above
        self._rows.over(
            level, head.number if head is not None else "", cell.words.cut(head.start if head is not None else 0)
        )
        return True


def _is_band(row: Row) -> bool:
    """Whether a row above the titles of the columns names a level with its number, over the whole table."""
    filled = [cell for cell in row.cells if cell]
    head = numbered(filled[0].text) if len(filled) == 1 else None
    return head is not None and bool(head.number) and head.level in ("socle", "enjeu", "objectif")


def _announces(before: Block | None) -> bool:
    """Whether the block right above a table is a sentence that announces it, and no node of the plan."""
    said = before.words.text.rstrip() if isinstance(before, Paragraph) else ""
    return said.endswith(":") and numbered(said) is None


def _is_sum(row: Row) -> bool:
    """Whether a row is but the total of figures above it."""
    first, *others = [cell.text for cell in row.cells if cell] or [""]
    return says_total(first) and bool(others) and all(text[:1].isdigit() for text in others)


def _headed(table: Table, *, inside: bool) -> tuple[Table, tuple[Columns, int] | None]:
    """Return ``table`` and its columns with how many rows head it; one of axes without headings set upright."""
    found = columns(table)
    if found is not None or not inside:
        return table, found
    if (shared := merged(table)) is not None:
        return table, shared
    table = upright(table)
    named = axes(table)
    return table, (named, 0) if named is not None else None
