"""Same nodes: those that an act states more than once, each time otherwise, made one once all are known."""

from __future__ import annotations

from loaders.readers.plan.nodes import OUTER, Node
from loaders.resolve import fold

_LONG = 25
"""Characters from which a label may be one that a running title cuts short."""


def unite(nodes: list[Node]) -> None:
    """Make one node of those of ``nodes`` that are the same."""
    for unite_like in (_unite_named, _unite_headed, _unite_begun, _unite_described):
        unite_like(nodes)


def _unite_named(nodes: list[Node]) -> None:
    """Give outermost nodes without number and nodes of their own the place of the like that has a number.

    A sentence names them so, a title numbers them.
    """
    outer = [node for node in nodes if node.above is None and node.label]
    numbered = {(node.kind, fold(node.label)): node for node in reversed(outer) if node.number}
    above = {id(node.above) for node in nodes}
    for node in outer:
        known = numbered.get((node.kind, fold(node.label)))
        if known is not None and not node.number and id(node) not in above:
            nodes.remove(node)
            known.again.extend([*node.words, *node.again])


def _unite_headed(nodes: list[Node]) -> None:
    """Make one node of an action and the title of its sheet that calls it by an outer level: ``Chantier n° 2``.

    That has its number and its label, stands behind it, and has nothing below it.
    """
    above = {id(node.above) for node in nodes}
    known: dict[tuple[str, str], Node] = {}
    for node in [one for one in nodes if one.number and one.label]:
        key = (node.number, fold(node.label))
        if node.kind == "action":
            known.setdefault(key, node)
        elif node.kind == "enjeu" and key in known and id(node) not in above:
            _merge(nodes, node, known[key])


def _unite_begun(nodes: list[Node]) -> None:
    """Make one node of two outer ones with one number where the label of one is cut short in the other's."""
    outer = [node for node in nodes if node.kind in OUTER and node.number and len(node.label) >= _LONG]
    for node in outer:
        begun = f"{fold(node.label)} "
        whole = (other for other in outer if (other.kind, other.number) == (node.kind, node.number))
        known = next((other for other in whole if fold(other.label).startswith(begun) and other in nodes), None)
        if known is not None:
            _merge(nodes, node, known)
            for below in nodes:
                below.above = known if below.above is node else below.above


def _unite_described(nodes: list[Node]) -> None:
    """Make one node of an action in the plan and the row that describes it: they have one number and one label."""
    first: dict[tuple[str, str], Node] = {}
    for node in [one for one in nodes if one.kind == "action" and one.number and one.label]:
        known = first.setdefault((node.number, fold(node.label)), node)
        if known is not node:
            _merge(nodes, node, known)


def _merge(nodes: list[Node], node: Node, known: Node) -> None:
    """Take ``node`` out of ``nodes``, as what states ``known`` once more."""
    nodes.remove(node)
    known.again.extend([*node.words, *node.again])
    known.fields.extend(node.fields)
    known.fiche, known.told = known.fiche or node.fiche, known.told or node.told
