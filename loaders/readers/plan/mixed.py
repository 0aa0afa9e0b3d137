"""A column that holds two levels of the plan: a node alone in its row, and below it what runs on over the next rows."""

from __future__ import annotations

from loaders.document import Cell, Item, Paragraph, Passage
from loaders.readers.plan.column_titles import Column
from loaders.readers.plan.nodes import Node, Plan
from loaders.resolve import fold
from loaders.words.lost_breaks import split_lost
from loaders.words.numbering import numbered

_LONGEST_NODE = 80


class MixedColumn:
    """Reads the cells of such a column (``Enjeux et objectifs``) in order; the print cuts its sentences at any row."""

    def __init__(self, plan: Plan, column: Column, outer: Node | None, rule: str) -> None:
        self._plan = plan
        self._column = column
        self._rule = rule
        self._top = outer
        self._inner: Node | None = None
        self._listed = False

    @property
    def beside(self) -> Node | None:
        """The node on which what stands beside the column hangs: the inner one if numbered, else the outer one.

        One without number goes on over rows, and is no row's alone.
        """
        return self._inner if self._inner is not None and self._inner.number else self._top

    def read(self, cell: Cell, *, alone: bool) -> None:
        """Read a cell; ``alone`` where nothing else stands in its row."""
        if alone and _is_node(cell):
            if not cell.text.endswith(":"):
                self._open(cell.words)
            return
        for block in cell.blocks:
            self._block(block)

    def _block(self, block: Paragraph | Item) -> None:
        """Add what a block states below the node, or go on with the block above that the row has cut."""
        first, *others = split_lost(block.words)
        open_node = self._open_node(first)
        if open_node is not None and self._continues(open_node, first, item=isinstance(block, Item)):
            if not fold(open_node.label).endswith(fold(first.text)):
                open_node.words.append(first)
        else:
            self._add(first, item=isinstance(block, Item))
        for other in others:
            self._add(other, item=False)

    def _open_node(self, words: Passage) -> Node | None:
        """Return the node that ``words`` may go on with: the last of the column, or what stands before the table."""
        if self._inner is not None or not words.text[:1].islower() or not self._plan.nodes:
            return self._inner
        last = self._plan.nodes[-1]
        return last if last.kind == self._column.inner else None

    def _continues(self, node: Node, words: Passage, *, item: bool) -> bool:
        """Whether ``words`` go on with the sentence of ``node``."""
        last = node.words[-1].text.rstrip() if node.words else ""
        if not words.text.lstrip()[:1].islower() or last.endswith((".", ":", ";")):
            return False
        return not (item and self._listed)

    def _add(self, words: Passage, *, item: bool) -> None:
        """Add a node of the inner level, or of the outer one where it says so (``Enjeu 2``).

        An item hangs on the paragraph that introduces its list.
        """
        if (head := numbered(words.text)) is not None and head.number and head.level == self._column.level:
            self._open(words)
            return
        above = self._top
        if item and self._inner is not None:
            above = self._inner.above if self._listed else self._inner
        self._inner = self._node(self._column.inner, words, above, listed=item)
        self._listed = item

    def _open(self, words: Passage) -> None:
        """Open the outer node that ``words`` state."""
        self._top = self._node(self._column.level, words, None)
        self._inner = None

    def _node(self, level: str, words: Passage, above: Node | None, *, listed: bool = False) -> Node:
        """Add the node that ``words`` state, with the number that they begin with: ``Orientation 1.1``."""
        head = numbered(words.text)
        known = head is not None and head.number and head.level in ("", level)
        number, label = (head.number, words.cut(head.start)) if head is not None and known else ("", words)
        return self._plan.add(Node(level, number, [label] if label else [], above, self._rule, listed=listed))


def _is_node(cell: Cell) -> bool:
    """Whether a cell holds the name of a node and no more: one short paragraph with a capital."""
    text = cell.text
    one = len(cell.blocks) == 1 and isinstance(cell.blocks[0], Paragraph)
    return one and text[:1].isupper() and len(text) < _LONGEST_NODE
