"""The plan of a convention as a tree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from viz.explorer.addresses import page_of
from viz.explorer.facts import Record, source, theme_marks, told
from viz.explorer.views import Mark, Source
from viz.explorer.visit import Visit
from viz.labels import concept


@dataclass(frozen=True, slots=True)
class Branch:
    """An element of the plan and those below it."""

    kind: str
    number: str
    label: str
    href: str
    themes: tuple[Mark, ...]
    source: Source
    below: tuple[Branch, ...]


def outline(visit: Visit, records: Sequence[Record]) -> tuple[Branch, ...]:
    """Return the tree of ``records`` (rows of ``queries/pages/plan.rq``) in the order of the act, each element once."""
    nodes: dict[str, Record] = {}
    for record in records:
        nodes.setdefault(told(record, "noeud"), record)
    below: dict[str, list[str]] = defaultdict(list)
    for node, record in nodes.items():
        parent = next((one for one in told(record, "parent").split(";") if one in nodes and one != node), "")
        below[parent].append(node)
    return _branches(visit, nodes, below, "", frozenset())


def _branches(
    visit: Visit, nodes: Mapping[str, Record], below: Mapping[str, Sequence[str]], parent: str, above: frozenset[str]
) -> tuple[Branch, ...]:
    """Return the branches below ``parent``; one that is said to be below itself is cut."""
    return tuple(
        _branch(visit, nodes[node], node, _branches(visit, nodes, below, node, above | {node}))
        for node in below.get(parent, ())
        if node not in above
    )


def _branch(visit: Visit, record: Record, node: str, below: tuple[Branch, ...]) -> Branch:
    return Branch(
        concept("genres-noeud", told(record, "genre"), visit.language),
        told(record, "numero"),
        told(record, "intitule"),
        page_of(node),
        theme_marks(visit, told(record, "themes")),
        source(visit, record),
        below,
    )
