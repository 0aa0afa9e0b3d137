"""The flow of a plan: titles, numbered lines and lists in the order of the act, with its tables among them."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.document import Block, Heading, Item, Paragraph, Passage, Table
from loaders.readers.lost_breaks import split_lost
from loaders.readers.numbering import Numbered, numbered
from loaders.readers.plan_announcements import announced_level, announces_plan, is_part, rubric_of, speaks_of_other, states_aims
from loaders.readers.plan_columns import columns
from loaders.readers.plan_nodes import LEVELS, Node, Plan
from loaders.readers.plan_tables import PlanTables
from loaders.resolve import fold

_CHILD = {"socle": "enjeu", "enjeu": "objectif", "objectif": "action", "action": "activite", "activite": "activite"}
_LONGEST_LINE = 400


class PlanFlow:
    """Reads an act block by block and adds to ``plan`` the nodes that it states.

    A *part* is open from a title that announces the plan to the next part of the act; a *list* from a sentence that
    announces it (``... se déclinent sur les axes suivants :``) to the next sentence.
    """

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._tables = PlanTables(plan)
        self._part = False
        self._list = ""
        self._open: list[Node] = []
        self._items: list[tuple[str, int, Node]] = []
        self._in_table = False
        self._elsewhere = False

    def read(self, blocks: Sequence[Block]) -> None:
        """Read the blocks of an act."""
        for index, block in enumerate(blocks):
            following = blocks[index + 1] if index + 1 < len(blocks) else None
            if isinstance(block, Table):
                self._table(block)
            elif block.words:
                self._block(block, following)

    def _table(self, table: Table) -> None:
        """Read a table of the plan below the socle or enjeu that is open."""
        outer = self._open[-1] if self._open else None
        found = columns(table)
        if found is not None and outer is not None:
            outermost = next(column.level for column in found[0] if column.level not in ("", "number"))
            outer = next((node for node in reversed(self._open) if _outside(node.kind, outermost)), None)
        if self._elsewhere and not self._part:
            return
        self._in_table = self._tables.read(table, outer, goes_on=self._in_table)
        self._items = []

    def _block(self, block: Heading | Paragraph | Item, following: Block | None) -> None:
        if self._opens(block):
            return
        words = block.words
        head = _numbered(block)
        rubric = rubric_of(words.text) if self._part or self._list or self._orders(words, following) else None
        if rubric is not None and not isinstance(following, Table):
            self._rubric(words, rubric.span("name"), rubric.span("label"), following)
        elif head is not None and (self._part or self._list or _heads_table(head, following)):
            self._numbered(block, head)
        elif not self._part and not self._list:
            return
        elif isinstance(block, Item):
            self._item(block)
        elif isinstance(block, Heading) and self._part:
            self._heading(block, following)
        elif self._part and self._open and self._open[-1].rule == "plan.heading":
            self._prose(words)
        elif not self._part:
            self._close()

    def _opens(self, block: Heading | Paragraph | Item) -> bool:
        """Open or close a part or a list, where ``block`` announces one."""
        if isinstance(block, Heading) or is_part(block) or speaks_of_other(block.words.text):
            self._elsewhere = speaks_of_other(block.words.text)
        if is_part(block) or (not self._part and announces_plan(block) and _numbered(block) is None):
            self._close()
            self._in_table = False
            self._part = announces_plan(block)
            return True
        if not self._elsewhere and (level := announced_level(block)):
            self._list, self._items = level, []
            self._open = [node for node in self._open if _outside(node.kind, level)] if self._part else []
            return not isinstance(block, Heading) or not self._part
        return False

    def _orders(self, words: Passage, following: Block | None) -> bool:
        """Whether a rubric outside the plan says by itself what it is (``Au titre de ..., il s'agira de :`` and a list)."""
        return not self._elsewhere and isinstance(following, Item) and states_aims(words.text)

    def _close(self) -> None:
        self._part, self._list, self._open, self._items = False, "", [], []

    def _add(self, node: Node) -> Node:
        """Add ``node`` and open it, closing those that it ends."""
        added = self._plan.add(node)
        self._open = [other for other in self._open if _holds(other, added)] + [added]
        self._items = []
        return added

    def _rubric(self, words: Passage, name: tuple[int, int], label: tuple[int, int], following: Block | None) -> None:
        """Open the enjeu that a rubric names; one that only groups enjeux is none itself, but may name a socle."""
        self._in_table = False
        self._list = self._list or "objectif"
        explicit = not isinstance(following, Table) and following is not None and _level(following) == "enjeu"
        named = words.cut(*label) if label[0] >= 0 else Passage(())
        socle = next((n for n in self._plan.nodes if n.kind == "socle" and named and fold(n.label) == fold(named.text)), None)
        if socle is not None:
            self._add(Node("socle", "", [named]))
        elif explicit:
            self._open = []
        else:
            above = next((node for node in self._open if node.kind == "socle"), None)
            self._add(Node("enjeu", "", [words.cut(*name)], above, "plan.rubric"))

    def _numbered(self, block: Heading | Paragraph | Item, head: Numbered) -> None:
        """Add the node that a numbered line states (``ENJEU 1 : ...``, ``1.2 ...``, ``1.`` as the mark of an item)."""
        words = block.words.cut(head.start) if not _by_marker(block) else block.words
        kind = head.level or self._level_by_number(head.number)
        if not words or len(words.text) > _LONGEST_LINE:
            return
        self._in_table = self._in_table and kind == "enjeu"
        above = next((node for node in reversed(self._open) if _holds(node, Node(kind, head.number, [], complement=head.complement))), None)
        self._add(Node(kind, head.number, [words], above, complement=head.complement, listed=isinstance(block, Item)))

    def _level_by_number(self, number: str) -> str:
        """Return the level of a line that only its number places."""
        prefix = number.rpartition(".")[0]
        above = next((node for node in reversed(self._open) if node.number == prefix), None) if prefix else None
        if above is not None:
            return _CHILD[above.kind]
        return self._list or "enjeu"

    def _item(self, block: Item) -> None:
        """Add an item of a list below the item that it is indented under, else below what is open."""
        while self._items and not _indented(self._items[-1], block):
            self._items.pop()
        above = self._items[-1][2] if self._items else (self._open[-1] if self._open else None)
        if self._items:
            kind = "objectif" if above is not None and above.kind == "objectif" else _CHILD[self._items[-1][2].kind]
        elif above is None:
            kind = self._list
        else:
            kind = self._list if self._list and _outside(above.kind, self._list) else _CHILD[above.kind]
        if not kind:
            return
        node = self._plan.add(Node(kind, "", [block.words], above, listed=True))
        self._items.append((block.marker, block.depth, node))

    def _heading(self, block: Heading, following: Block | None) -> None:
        """Open the enjeu that a title names, where a list, prose or table of the plan follows it."""
        if following is None or isinstance(following, Heading) or (isinstance(following, Table) and not self._in_table):
            return
        above = next((node for node in self._open if node.kind == "socle"), None)
        self._add(Node("enjeu", "", [block.words], above, "plan.heading"))

    def _prose(self, words: Passage) -> None:
        """Add the objectives that stand as sentences below a title."""
        if len(words.text) > _LONGEST_LINE * 2:
            return
        for piece in split_lost(words):
            self._plan.add(Node("objectif", "", [piece], self._open[-1]))


def _numbered(block: Heading | Paragraph | Item) -> Numbered | None:
    """Return the number of a line, from its words or (an item) from its mark."""
    if _by_marker(block):
        assert isinstance(block, Item)
        return Numbered("", block.marker.rstrip(".)°"), 0)
    return numbered(block.words.text)


def _by_marker(block: Heading | Paragraph | Item) -> bool:
    return isinstance(block, Item) and block.marker[:1].isdigit() and numbered(block.words.text) is None


def _level(block: Heading | Paragraph | Item) -> str:
    head = numbered(block.words.text)
    return head.level if head is not None else ""


def _heads_table(head: Numbered, following: Block | None) -> bool:
    """Whether a numbered line names the enjeu or socle of the table that follows it."""
    return head.level in ("socle", "enjeu") and (
        (isinstance(following, Table) and columns(following) is not None)
        or (isinstance(following, Heading) and _level(following) == "enjeu")
    )


def _outside(kind: str, level: str) -> bool:
    """Whether a node of ``kind`` can stand above one of ``level``."""
    return LEVELS.index(kind) < LEVELS.index(level)


def _holds(above: Node, node: Node) -> bool:
    """Whether ``node`` can hang on ``above``: an outer level, or an objectif général above an opérationnel."""
    if _outside(above.kind, node.kind):
        return True
    if above.kind != node.kind or above is node:
        return False
    if node.number.startswith(above.number + ".") and above.number:
        return True
    return above.kind == "objectif" and above.complement != node.complement and "operationnel" in node.complement


def _indented(held: tuple[str, int, Node], block: Item) -> bool:
    """Whether ``block`` stands below the item ``held``: deeper, or a bullet below a number."""
    marker, depth, _ = held
    return block.depth > depth or (marker[:1].isdigit() and not block.marker[:1].isdigit())
