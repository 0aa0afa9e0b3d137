"""The nodes of a plan that are open at a point of the act, on one of which the next one hangs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from loaders.document import Item
from loaders.readers.plan.nodes import LEVELS, Node, Plan

_CHILD = {"socle": "enjeu", "enjeu": "objectif", "objectif": "action", "action": "activite", "activite": "activite"}

_FIRST = ("1", "I", "A", "a")


class _Held(NamedTuple):
    """An item of a list and the node that it is."""

    marker: str
    depth: int
    node: Node


@dataclass(slots=True)
class OpenNodes:
    """The open nodes, outermost first, and the items of the list that is being read."""

    plan: Plan
    nodes: list[Node] = field(default_factory=list)
    items: list[_Held] = field(default_factory=list)
    styles: dict[int, str] = field(default_factory=dict)

    @property
    def last(self) -> Node | None:
        """The innermost open node."""
        return self.nodes[-1] if self.nodes else None

    @property
    def holds(self) -> bool:
        """Whether anything is open: a node, or an item of a list."""
        return bool(self.nodes or self.items)

    def clear(self) -> None:
        """Close all."""
        self.nodes, self.items = [], []

    def close_from(self, level: str) -> None:
        """Close the nodes of ``level`` and those below it."""
        self.nodes = [node for node in self.nodes if outside(node.kind, level)]
        self.items = []

    def above(self, level: str) -> Node | None:
        """Return the innermost open node of an outer level than ``level``."""
        return next((node for node in reversed(self.nodes) if outside(node.kind, level)), None)

    def add(self, node: Node) -> Node:
        """Add ``node`` below the open one that can hold it, and open it.

        An enjeu whose number goes on with that of another (``Défi 1``, ``Cap 1.1``) is called otherwise than objectif.
        """
        if node.kind == "enjeu" and any(_goes_on(other, node) for other in self.nodes):
            node.kind = _CHILD["enjeu"]
        node.above = next((other for other in reversed(self.nodes) if _holds(other, node)), None)
        added = self.plan.add(node)
        self.nodes = [*(other for other in self.nodes if _holds(other, added)), added]
        self.items = []
        return added

    def level_of_number(self, number: str, announced: str) -> str:
        """Return the level of a line that only its number places.

        It stands below the open node whose number it begins with, beside one that is numbered like it, else below the
        innermost open one; ``announced`` is the level that a sentence announced for its list, where one did.
        """
        prefix = number.rpartition(".")[0]
        above = next((node for node in reversed(self.nodes) if prefix and node.number == prefix), None)
        if above is not None:
            return _CHILD[above.kind]
        beside = next((node for node in self.nodes if self.styles.get(id(node)) == style_of(number)), None)
        if beside is not None:
            return beside.kind
        if announced and (self.last is None or outside(self.last.kind, announced)):
            return announced
        return _CHILD[self.last.kind] if self.last is not None else announced or "enjeu"

    def ends_at(self, number: str) -> bool:
        """Whether a line that only its ``number`` places belongs to no open node.

        None is numbered like it or is its beginning, and it is not the first of a new count below the last one.
        """
        if self.last is None or number in _FIRST:
            return False
        prefix = number.rpartition(".")[0]
        known = any(self.styles.get(id(node)) == style_of(number) or node.number == prefix for node in self.nodes)
        return not known and bool(prefix or self.last.kind in ("action", "activite"))

    def counts(self, style: str) -> bool:
        """Whether an open node is numbered in the manner ``style`` (``1``, ``i``, ``a``)."""
        return any(style_of(node.number).lower() == style for node in self.nodes if id(node) in self.styles)

    def add_numbered(self, node: Node) -> Node:
        """Add a node that nothing but its number places."""
        added = self.add(node)
        self.styles[id(added)] = style_of(node.number)
        return added

    def add_item(self, item: Item, level: str) -> None:
        """Add an item of a list below the one that it is indented under, else below the innermost open node.

        ``level`` is that of the list, where a sentence announced it (empty where none did).
        """
        while self.items and not _indented(self.items[-1], item):
            self.items.pop()
        above = self.items[-1].node if self.items else self.last
        if self.items and above is not None:
            parts = above.kind == "objectif" and not _counts(self.items[-1].marker)
            kind = "objectif" if parts else _CHILD[above.kind]
        elif above is None or (level and outside(above.kind, level)):
            kind = level
        else:
            kind = _CHILD[above.kind]
        if kind:
            node = self.plan.add(Node(kind, "", [item.words], above, listed=True))
            self.items.append(_Held(item.marker, item.depth, node))


def within_of(outer: str, level: str) -> str:
    """Return ``level`` where it stands within the level ``outer``, else the level below ``outer``."""
    return level if outside(outer, level) else _CHILD[outer]


def child_of(level: str) -> str:
    """Return the level right below ``level``."""
    return _CHILD[level]


def style_of(number: str) -> str:
    """Return how ``number`` is written: its shape with digits, Roman numerals and letters each as one sign."""
    if re.fullmatch(r"[IVX]+", number):
        return "I"
    return re.sub(r"[A-Z]", "A", re.sub(r"[a-z]", "a", re.sub(r"\d+", "1", number)))


def outside(kind: str, level: str) -> bool:
    """Whether a node of ``kind`` can stand above one of ``level``."""
    return LEVELS.index(kind) < LEVELS.index(level)


def _holds(above: Node, node: Node) -> bool:
    """Whether ``node`` can hang on ``above``: an outer level, or an objectif général above an opérationnel."""
    if outside(above.kind, node.kind):
        return True
    if above.kind != node.kind or above is node:
        return False
    if above.number and node.number.startswith(above.number + "."):
        return True
    return above.kind == "objectif" and above.complement != node.complement and "operationnel" in node.complement


def _goes_on(above: Node, node: Node) -> bool:
    """Whether ``node`` has the number of the enjeu ``above`` and a further one: ``1`` and ``1.1``."""
    return above.kind == "enjeu" and bool(above.number) and node.number.startswith(f"{above.number}.")


def _indented(held: _Held, item: Item) -> bool:
    """Whether ``item`` stands below the item ``held``: deeper, or a bullet below a number or a letter."""
    return item.depth > held.depth or (_counts(held.marker) and not _counts(item.marker))


def _counts(marker: str) -> bool:
    """Whether the mark of an item is a number or a letter."""
    return bool(re.match(r"\d|[A-Za-z]\)", marker))
