"""Tables of a plan: empty cells that carry the node above on, page breaks, numbers and labels in separate cells."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.document import Cell, Item, Paragraph, Passage, Row, Table
from loaders.readers.lost_breaks import split_lost
from loaders.readers.plan_cells import Stated, stated
from loaders.readers.plan_columns import Column, columns, heading
from loaders.readers.plan_nodes import Node, Plan
from loaders.resolve import fold

RULE = "plan.table"


class PlanTables:
    """Reads the tables of a plan in order; a table without headings goes on with the columns of the one before."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._columns: tuple[Column, ...] = ()
        self._current: dict[int, Node] = {}
        self._number = ""
        self._number_words = Passage(())
        self._listed = False
        self.outer: Node | None = None

    def read(self, table: Table, outer: Node | None, *, goes_on: bool) -> bool:
        """Read ``table`` below the node ``outer``; return whether it is one of a plan.

        ``goes_on`` where a table of the plan stands before it, so that headings may be missing.
        """
        found = columns(table)
        rows: Sequence[Row] = table.rows
        if found is not None:
            if found[0] != self._columns:
                self._current = {}
            self._columns, rows = found[0], table.rows[found[1] :]
        elif not goes_on or not table.rows or len(table.rows[0].cells) != len(self._columns):
            return False
        if outer is not self.outer:
            self._current = {}
        self.outer = outer
        for row in rows:
            if heading(row) is None:
                self._row(row)
        return True

    def _row(self, row: Row) -> None:
        filled = [index for index, cell in enumerate(row.cells) if cell]
        for index in filled:
            column, cell = self._columns[index], row.cells[index]
            if column.level == "number":
                self._number, self._number_words = cell.text.strip(" .°"), cell.words
            elif column.inner:
                self._mixed(index, cell, alone=len(filled) == 1)
            elif column.level:
                self._cell(index, cell)

    def _above(self, index: int) -> Node | None:
        """Return the node on which those of the column ``index`` hang: the nearest to the left, else the outer one."""
        for left in range(index - 1, -1, -1):
            if left in self._current:
                node = self._current[left]
                column = self._columns[left]
                while column.inner and node.kind == column.inner and node.above is not None:
                    node = node.above
                return node
        return self.outer

    def _cell(self, index: int, cell: Cell) -> None:
        """Read a cell whose nodes are all of its column's level."""
        entry = any(column.level == "number" for column in self._columns[:index])
        leaf = index > 0 and not any(column.level for column in self._columns[index + 1 :])
        first: Node | None = None
        for found in stated(cell, splits=leaf and not entry):
            node = self._entry(index, found) if entry else self._stated(index, found)
            first = first or node
        if first is not None and not leaf:
            self._current[index] = first

    def _stated(self, index: int, found: Stated) -> Node:
        """Add the node that a cell states, or go on with the one above it."""
        current = self._current.get(index)
        if current is not None and (found.goes_on or (current.number and not current.words and found.numbers == ("",))):
            return _extended(self._plan, current, found)
        nodes = [self._new(index, number, found) for number in found.numbers]
        self._drop_right(index)
        self._current[index] = nodes[-1] if len(nodes) == 1 else nodes[0]
        return nodes[0]

    def _new(self, index: int, number: str, found: Stated) -> Node:
        words = [found.words] if found.words else []
        kind = self._columns[index].level
        return self._plan.add(Node(kind, number, words, self._above(index), RULE, listed=found.listed))

    def _drop_right(self, index: int) -> None:
        """Forget the nodes to the right of a new one: they belong to the one before it."""
        self._current = {column: node for column, node in self._current.items() if column < index}

    def _entry(self, index: int, found: Stated) -> Node:
        """Add a fiche that the plan lists, with the number of its column (or of the row above, where it stands alone)."""
        number = self._number or (found.numbers[0] if found.numbers else "")
        self._number = ""
        node = Node("action", number, [found.words], self._above(index), RULE, entry=True, printed=number)
        if self._number_words and self._number_words.spans[0] != found.words.spans[0]:
            node.again.append(self._number_words)
        self._number_words = Passage(())
        self._plan.nodes.append(node)
        return node

    def _mixed(self, index: int, cell: Cell, *, alone: bool) -> None:
        """Read a cell of a column that has nodes and, below them, nodes of the inner level."""
        column = self._columns[index]
        text = cell.text
        if alone and len(cell.blocks) == 1 and isinstance(cell.blocks[0], Paragraph) and text[:1].isupper() and len(text) < 80:
            if not text.endswith(":"):
                self._current[index] = self._plan.add(Node(column.level, "", [cell.words], self.outer, RULE))
            return
        for block in cell.blocks:
            self._inner(index, block)

    def _inner(self, index: int, block: Paragraph | Item) -> None:
        """Add what a block of a mixed column states below its node, or go on with the block above, cut by a row."""
        column, current = self._columns[index], self._current.get(index)
        first, *others = split_lost(block.words)
        inner = current is not None and current.kind == column.inner
        if current is None and first.text[:1].islower() and self._plan.nodes:
            current, inner = self._plan.nodes[-1], self._plan.nodes[-1].kind == column.inner
        if current is not None and inner and self._continues(current, first, isinstance(block, Item)):
            if not fold(current.label).endswith(fold(first.text)):
                current.words.append(first)
        else:
            node = Node(column.inner, "", [first], self._parent(index, block), RULE, listed=isinstance(block, Item))
            self._current[index] = self._plan.add(node)
            self._listed = isinstance(block, Item)
        for other in others:
            self._listed = False
            self._current[index] = self._plan.add(Node(column.inner, "", [other], self._top(index), RULE))

    def _parent(self, index: int, block: Paragraph | Item) -> Node | None:
        """Return the node above a block: an item hangs on the paragraph that introduces its list."""
        current = self._current.get(index)
        if current is None or not isinstance(block, Item):
            return self._top(index)
        return current.above if self._listed else current

    def _continues(self, current: Node, words: Passage, item: bool) -> bool:
        """Whether ``words`` go on with the sentence of ``current``."""
        last = current.words[-1].text.rstrip() if current.words else ""
        opens = words.text.lstrip()[:1]
        if not opens.islower() or last.endswith((".", ":", ";")):
            return False
        return not (item and self._listed)

    def _top(self, index: int) -> Node | None:
        """Return the node of the column's own level above the current one."""
        node, level = self._current.get(index), self._columns[index].level
        while node is not None and node.kind != level:
            node = node.above
        return node or self.outer


def _extended(plan: Plan, current: Node, found: Stated) -> Node:
    """Go on with ``current``: more of its label, or the numbers that follow it."""
    if found.words:
        current.words.append(found.words)
    if found.numbers != ("",) and not current.number:
        current.number, *others = found.numbers
        for number in others:
            plan.add(Node(current.kind, number, list(current.words), current.above, current.rule))
    return current
