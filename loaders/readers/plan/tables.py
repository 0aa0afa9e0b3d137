"""Tables of a plan: empty cells that carry the node above on, page breaks, numbers and labels in separate cells."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.document import Cell, Passage, Row, Table
from loaders.readers.fiches.fields import Field
from loaders.readers.plan.axes import axes, upright
from loaders.readers.plan.bands import bands, level_of_band
from loaders.readers.plan.cells import Stated, stated
from loaders.readers.plan.columns import Columns, columns, heading
from loaders.readers.plan.mixed import MixedColumn
from loaders.readers.plan.nodes import LEVELS, Node, Plan
from loaders.readers.plan.order import Arrangement, arrangement, refers
from loaders.readers.plan.prose import says_what_to_do
from loaders.readers.plan.rows import of_fiches, tell_fiches
from loaders.words.numbering import numbered

RULE = "plan.table"


class PlanTables:
    """Reads the tables of a plan in order; a table without headings goes on with the columns of the one before."""

    def __init__(self, plan: Plan, *, of_fiches: bool | None = False) -> None:
        """Read into ``plan``; ``of_fiches`` where each row is a fiche action, None where its columns show it."""
        self._plan = plan
        self._of_fiches = of_fiches
        self._arrangement = Arrangement()
        self._current: dict[int, Node] = {}
        self._mixed: dict[int, MixedColumn] = {}
        self._number: Cell | None = None
        self._fiche: Node | None = None
        self._outer: Node | None = None
        self._above_all: Node | None = None
        self._banded = self._refers = False

    def read(self, table: Table, outer: Node | None, *, goes_on: bool, inside: bool = False) -> bool:
        """Read ``table`` below the node ``outer``; return whether it is one of a plan.

        ``goes_on`` where a table of the plan stands before it, so that headings may be missing; so they may ``inside``
        the part of the act that is the plan, where axes are named with their numbers.
        """
        table, found = _headed(table, inside=inside)
        if found is None and (not goes_on or not table.rows or len(table.rows[0].cells) != len(self._columns)):
            return False
        printed, skipped = found or (self._arrangement.printed, 0)
        if found is not None and (tell_fiches(printed) if self._of_fiches is None else self._of_fiches):
            printed = of_fiches(printed)
        self._arrange(printed, table.rows[skipped:], outer, goes_on=goes_on)
        rows = [row for row in table.rows[skipped:] if heading(row) is None]
        over = bands(rows, printed, goes_on=goes_on and self._banded)
        self._refers = refers(self._columns, self._arrangement.arranged(rows))
        self._banded = bool(over) or (goes_on and self._banded)
        for printed_row, row in zip(rows, self._arrangement.arranged(rows), strict=True):
            if id(printed_row) not in over or not self._band(printed_row.cells[0]):
                self._row(row)
        return True

    def _arrange(self, printed: Columns, rows: Sequence[Row], outer: Node | None, *, goes_on: bool) -> None:
        """Take the columns of a table below ``outer``: what is open goes on only under the same node and columns."""
        anew = printed != self._arrangement.printed
        if outer is not self._above_all or anew:
            self._current, self._mixed, self._fiche = {}, {}, None
        if anew or not goes_on:
            self._arrangement = arrangement(printed, rows)
        if outer is not self._above_all or anew or not goes_on:
            self._outer = outer
        self._above_all = outer

    @property
    def _columns(self) -> Columns:
        return self._arrangement.columns

    def _row(self, row: Row) -> None:
        filled = [index for index, cell in enumerate(row.cells) if cell]
        if len(filled) == 1 and self._spans(row.cells[filled[0]], filled[0]):
            return
        for index in filled:
            column, cell = self._columns[index], row.cells[index]
            if column.level == "number":
                self._number = cell
                self._titled(index, cell)
            elif column.inner:
                mixed = self._mixed.setdefault(index, MixedColumn(self._plan, column, self._outer, RULE))
                mixed.read(cell, alone=len(filled) == 1)
            elif column.level:
                self._cell(index, cell)
        for index in filled:
            column, cell = self._columns[index], row.cells[index]
            if column.rubric and self._fiche is not None:
                self._fiche.fields.append(Field(column.rubric, list(cell.blocks), said=column.said))

    def _spans(self, cell: Cell, index: int) -> bool:
        """Open the node that a row states over the whole table (``Axe 1 : ...``), above those of all its columns."""
        levels = [LEVELS.index(column.level) for column in self._columns if column.level in LEVELS]
        head = numbered(cell.text)
        if head is None or not head.number or head.level not in LEVELS or len(cell.blocks) > 1:
            return False
        if self._columns[index].level == head.level or not levels or LEVELS.index(head.level) >= min(levels):
            return False
        while self._outer is not None and LEVELS.index(self._outer.kind) >= LEVELS.index(head.level):
            self._outer = self._outer.above
        self._over(head.level, head.number, cell.words.cut(head.start))
        return True

    def _band(self, cell: Cell) -> bool:
        """Open the node that a row over the whole table names without its level; return whether it can be one."""
        above = self._above_all
        level = level_of_band(self._columns, above.kind if above is not None else "")
        head = numbered(cell.text)
        if not level or (head is not None and head.level):
            return False
        self._outer = above
        self._over(
            level, head.number if head is not None else "", cell.words.cut(head.start if head is not None else 0)
        )
        return True

    def _over(self, level: str, number: str, words: Passage) -> None:
        """Open a node above those of all columns."""
        self._outer = self._plan.add(Node(level, number, [words], self._outer, RULE))
        self._current, self._mixed, self._number, self._fiche = {}, {}, None, None

    def _above(self, index: int) -> Node | None:
        """Return the node on which those of the column ``index`` hang: the nearest to the left, else the outer one."""
        for left in range(index - 1, -1, -1):
            if left in self._current:
                return self._current[left]
            if left in self._mixed:
                return self._mixed[left].top
        return self._outer

    def _cell(self, index: int, cell: Cell) -> None:
        """Read a cell whose nodes are all of its column's level."""
        entered = self._is_numbered(index)
        leaf = index > 0 and not any(column.level for column in self._columns[index + 1 :])
        first: Node | None = None
        for found in stated(cell, splits=leaf and not entered):
            node = self._entry(index, found) if entered else self._stated(index, found)
            first = first or node
        if first is not None and not leaf:
            self._current[index] = first

    def _is_numbered(self, index: int) -> bool:
        """Whether a column of numbers on the left numbers the nodes of column ``index``: the actions, if there are."""
        left = [at for at, column in enumerate(self._columns[:index]) if column.level == "number"]
        if not left or self._columns[index].level == "action":
            return bool(left)
        return not any(column.level == "action" for column in self._columns[left[-1] :])

    def _stated(self, index: int, found: Stated) -> Node:
        """Add the node that a cell states, or go on with the one above it."""
        current = self._current.get(index)
        if current is not None and (found.goes_on or (current.number and not current.words and found.numbers == ("",))):
            return _extended(self._plan, current, found)
        nodes = [self._new(index, number, found) for number in found.numbers]
        self._current = {column: node for column, node in self._current.items() if column < index}
        self._current[index] = nodes[0]
        return nodes[0]

    def _new(self, index: int, number: str, found: Stated) -> Node:
        """Add a node of the column's level; the nodes to its right belong to the one before it."""
        column = self._columns[index]
        words = [found.words] if found.words else []
        node = Node(column.level, number, words, self._above(index), RULE, listed=found.listed)
        node.fiche = column.fiche or found.fiche
        added = self._plan.add(node)
        self._fiche = added if node.fiche else None
        return added

    def _titled(self, index: int, cell: Cell) -> None:
        """Add the fiches that a cell numbers and names (``Fiche n° 2 : ...``), where no column lists the actions.

        One whose title says what is to be done (``Ouvrir un café``) is an action of the plan, one that names a thing
        a fiche of the objectif beside it.
        """
        if not self._columns[index].fiche or any(column.level == "action" for column in self._columns):
            return
        for found in stated(cell, splits=False):
            if found.numbers != ("",) and found.words:
                acts = says_what_to_do(found.words.text)
                node = Node("action", found.numbers[0], [found.words], self._above(index), RULE, fiche=True, told=acts)
                self._plan.nodes.append(node)
                self._fiche = node

    def _entry(self, index: int, found: Stated) -> Node:
        """Add an action numbered by its column (or by the row above, where the number stands alone)."""
        number = self._number.text.strip(" .°") if self._number is not None else found.numbers[0]
        column = self._columns[index]
        node = Node(column.level, number, [found.words], self._above(index), RULE, entry=True, printed=number)
        node.fiche = column.fiche or any(other.level == "number" and other.fiche for other in self._columns[:index])
        if self._number is not None and self._number.words.spans[:1] != found.words.spans[:1]:
            node.again.append(self._number.words)
        self._number = None
        node.told = not (node.fiche and self._refers)
        self._plan.nodes.append(node)
        self._fiche = node if node.fiche else None
        return node


def _headed(table: Table, *, inside: bool) -> tuple[Table, tuple[Columns, int] | None]:
    """Return ``table`` and its columns with how many rows head it; one of axes without headings set upright."""
    found = columns(table)
    if found is not None or not inside:
        return table, found
    table = upright(table)
    named = axes(table)
    return table, (named, 0) if named is not None else None


def _extended(plan: Plan, current: Node, found: Stated) -> Node:
    """Go on with ``current``: more of its label, or the numbers that follow it."""
    if found.words:
        current.words.append(found.words)
    if found.numbers != ("",) and not current.number:
        current.number, *others = found.numbers
        for number in others:
            plan.add(Node(current.kind, number, list(current.words), current.above, current.rule))
    return current
