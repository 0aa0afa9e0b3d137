"""Rows of a plan's table: empty cells that carry the node above on, numbers and labels in separate cells."""

from __future__ import annotations

from loaders.document import Cell, Passage, Row
from loaders.readers.fiches.fields import Field
from loaders.readers.plan.cells import Stated, stated
from loaders.readers.plan.column_titles import Columns
from loaders.readers.plan.mixed import MixedColumn
from loaders.readers.plan.nodes import LEVELS, Node, Plan
from loaders.readers.plan.party_columns import said_of_party
from loaders.readers.plan.prose import says_what_to_do
from loaders.words.numbering import numbered

RULE = "plan.table"


class Rows:
    """Reads rows one by one into ``plan``, by their ``columns``, below the node ``outer``.

    ``refers`` where the actions only name fiches that stand elsewhere; ``getter`` says who gets what a party gives.
    """

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self.columns: Columns = ()
        self.outer: Node | None = None
        self.refers = False
        self.getter = Passage(())
        self._number: Cell | None = None
        self.close()

    def close(self) -> None:
        """Close the nodes that are open in the columns."""
        self._current: dict[int, Node] = {}
        self._mixed: dict[int, MixedColumn] = {}
        self._action: Node | None = None

    def read(self, row: Row) -> None:
        """Read one row: its numbers and nodes from left to right, then what its other columns say of its action."""
        filled = [index for index, cell in enumerate(row.cells) if cell]
        if len(filled) == 1 and self._spans(row.cells[filled[0]], filled[0]):
            return
        for index in filled:
            column, cell = self.columns[index], row.cells[index]
            if column.level == "number":
                self._number = cell
                self._titled(index, cell)
            elif column.inner:
                mixed = self._mixed.setdefault(index, MixedColumn(self._plan, column, self.outer, RULE))
                mixed.read(cell, alone=len(filled) == 1)
            elif column.level:
                self._cell(index, cell)
        for index in filled:
            column, cell = self.columns[index], row.cells[index]
            if column.party and self._action is not None:
                self._action.fields.extend(said_of_party(column, cell, self.getter))
            elif column.rubric and self._action is not None:
                self._action.fields.append(Field(column.rubric, list(cell.blocks), said=column.said))

    def over(self, level: str, number: str, words: Passage) -> None:
        """Open a node above those of all columns."""
        self.outer = self._plan.add(Node(level, number, [words], self.outer, RULE))
        self.close()
        self._number = None

    def _spans(self, cell: Cell, index: int) -> bool:
        """Open the node that a row states over the whole table (``Axe 1 : ...``), above those of all its columns."""
        levels = [LEVELS.index(column.level) for column in self.columns if column.level in LEVELS]
        head = numbered(cell.text)
        if head is None or head.level not in LEVELS or len(cell.blocks) > 1:
            return False
        if self.columns[index].level == head.level or not levels or LEVELS.index(head.level) >= min(levels):
            return False
        while self.outer is not None and LEVELS.index(self.outer.kind) >= LEVELS.index(head.level):
            self.outer = self.outer.above
        self.over(head.level, head.number, cell.words.cut(head.start))
        return True

    def _above(self, index: int) -> Node | None:
        """Return the node on which those of the column ``index`` hang: the nearest to the left, else the outer one."""
        for left in range(index - 1, -1, -1):
            if left in self._current:
                return self._current[left]
            if left in self._mixed:
                return self._mixed[left].beside
        return self.outer

    def _cell(self, index: int, cell: Cell) -> None:
        """Read a cell whose nodes are all of its column's level."""
        entered = self._is_numbered(index)
        leaf = index > 0 and not any(column.level for column in self.columns[index + 1 :])
        first: Node | None = None
        for found in stated(cell, splits=leaf and not entered, codes=self.columns[index].coded):
            node = self._entry(index, found) if entered else self._stated(index, found)
            first = first or node
        if first is not None and not leaf:
            self._current[index] = first

    def _is_numbered(self, index: int) -> bool:
        """Whether a column of numbers on the left numbers the nodes of column ``index``: the actions, if there are."""
        left = [at for at, column in enumerate(self.columns[:index]) if column.level == "number"]
        if not left or self.columns[index].level == "action":
            return bool(left)
        return not any(column.level == "action" for column in self.columns[left[-1] :])

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
        column = self.columns[index]
        words = [found.words] if found.words else []
        node = Node(column.level, number, words, self._above(index), RULE, listed=found.listed)
        sheet = found.sheet if column.level == "action" else ""
        node.fiche = column.fiche or found.fiche or sheet == number != ""
        added = self._plan.add(node)
        added.fiche = added.fiche or node.fiche
        other = self._sheet(sheet, added) if sheet and not node.fiche else None
        if node.kind != "activite":  # the other columns speak of the action that it is part of
            self._action = other or (added if node.fiche or node.kind == "action" else None)
        return added

    def _sheet(self, number: str, action: Node) -> Node:
        """Add the fiche of an ``action`` that has another number than its own in brackets behind it."""
        fiche = Node("action", number, list(action.words), action.above, RULE, fiche=True, told=False)
        self._plan.nodes.append(fiche)
        return fiche

    def _titled(self, index: int, cell: Cell) -> None:
        """Add the fiches that a cell numbers and names (``Fiche n° 2 : ...``), where no column lists the actions.

        One whose title says what is to be done (``Ouvrir un café``) is an action of the plan, one that names a thing
        a fiche of the objectif beside it.
        """
        if not self.columns[index].fiche or any(column.level == "action" for column in self.columns):
            return
        for found in stated(cell, splits=False):
            if found.numbers != ("",) and found.words:
                acts = says_what_to_do(found.words.text)
                node = Node("action", found.numbers[0], [found.words], self._above(index), RULE, fiche=True, told=acts)
                self._plan.nodes.append(node)
                self._action = node

    def _entry(self, index: int, found: Stated) -> Node:
        """Add an action numbered by its column (or by the row above, where the number stands alone)."""
        number = _bare(self._number.text) if self._number is not None else found.numbers[0]
        column = self.columns[index]
        node = Node(column.level, number, [found.words], self._above(index), RULE, entry=True, printed=number)
        node.fiche = column.fiche or any(other.level == "number" and other.fiche for other in self.columns[:index])
        if self._number is not None and self._number.words.spans[:1] != found.words.spans[:1]:
            node.again.append(self._number.words)
        self._number = None
        node.told = not (node.fiche and self.refers)
        self._plan.nodes.append(node)
        self._action = node if node.fiche or node.kind == "action" else None
        return node


def _bare(text: str) -> str:
    """Return the number that a cell prints, without the name of its level: ``Action II-1`` is ``II-1``."""
    head = numbered(f"{text} : x")
    named = head is not None and head.level and head.number and f"{text} : x"[head.start :] == "x"
    return head.number if head is not None and named else text.strip(" .°")


def _extended(plan: Plan, current: Node, found: Stated) -> Node:
    """Go on with ``current``: more of its label, or the numbers that follow it."""
    if found.words:
        current.words.append(found.words)
    if found.numbers != ("",) and not current.number:
        current.number, *others = found.numbers
        current.fiche = current.fiche or (bool(found.sheet) and current.kind == "action")
        for number in others:
            plan.add(Node(current.kind, number, list(current.words), current.above, current.rule))
    return current
