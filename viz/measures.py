"""Measures of a network: how many ties, how much lies between, which communities, which territories are joined.

The same ties give the same measures: nodes are numbered in their order, and what chooses is seeded.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import networkx as nx

from maillage.queries import run
from maillage.store import Endpoint
from maillage.table import Cell, Table
from viz.mesh import Mesh, Tie, read_mesh, simple
from viz.network import RELATIONS, Node

_EXACT = 4_000_000
"""Up to how many steps (nodes times edges) betweenness is exact; beyond, as many steps are taken from some nodes."""
_FEWEST = 40
_SEED = 0


@dataclass(frozen=True, slots=True)
class Betweenness:
    """The share of all shortest paths that pass by each node, by IRI; ``exact`` or estimated from some nodes."""

    of: Mapping[str, float]
    exact: bool


@dataclass(frozen=True, slots=True)
class Spread:
    """The territories in whose agreements an actor commits, and how many pairs of them nobody else joins."""

    territories: tuple[str, ...] = ()
    alone: int = 0


def degrees(ties: Iterable[Tie]) -> Mapping[str, int]:
    """Return how many things or actors each node is tied to, in whatever roles."""
    graph = simple(ties)
    return {iri: int(number) for iri, number in graph.degree()}


def betweenness(ties: Iterable[Tie], steps: int = _EXACT) -> Betweenness:
    """Return how much each node lies between the others (Brandes 2001), of all pairs, normalised to 0..1.

    Where that takes more than ``steps`` (nodes times edges), it is estimated by as many.
    """
    graph, names = _numbered(ties)
    size, edges = graph.number_of_nodes(), graph.number_of_edges()
    pivots = size if size * edges <= steps else min(size, max(_FEWEST, steps // max(edges, 1)))
    found = nx.betweenness_centrality(graph, k=None if pivots == size else pivots, seed=_SEED)
    return Betweenness({names[at]: round(share, 6) for at, share in found.items()}, pivots == size)


def communities(ties: Iterable[Tie]) -> Mapping[str, int]:
    """Return the community of each node (Louvain, Blondel et al. 2008), numbered from 1, the largest first."""
    graph, names = _numbered(ties)
    if not names:
        return {}
    found = sorted(nx.community.louvain_communities(graph, seed=_SEED), key=lambda one: (-len(one), min(one)))
    return {names[at]: number for number, community in enumerate(found, 1) for at in sorted(map(int, community))}


def spreads(mesh: Mesh, ties: Iterable[Tie]) -> Mapping[str, Spread]:
    """Return the spread over territories of each actor that commits in ``ties``."""
    held: dict[str, set[str]] = defaultdict(set)
    for tie in ties:
        for link in tie.statements:
            period = mesh.periods.get(link.convention)
            held[tie.source].update(period.territories if period else ())
    joined = Counter(pair for territories in held.values() for pair in combinations(sorted(territories), 2))
    return {
        actor: Spread(
            tuple(sorted(territories)), sum(joined[pair] == 1 for pair in combinations(sorted(territories), 2))
        )
        for actor, territories in held.items()
    }


COLUMNS = (
    *("actor", "kind", "degree", *RELATIONS, "betweenness", "community", "territories", "sole_bridges"),
    *("territory_names", "iri"),
)


def read_measures(store: Endpoint, relations: Collection[str] = ()) -> tuple[Table, bool]:
    """Measure the actors of ``store`` in ``relations`` (all where empty); the second is whether they are exact."""
    areas = {str(row["code"]): str(row["label"]) for row in run(store, "pages/aires")}
    return table(read_mesh(store), relations, areas)


def table(mesh: Mesh, relations: Collection[str], areas: Mapping[str, str]) -> tuple[Table, bool]:
    """Return the measures of the actors of ``mesh`` in ``relations`` (all where empty), and whether they are exact.

    ``areas`` are the names of territories by code. The actors with the most ties come first.
    """
    kept = mesh.kept(lambda link: not relations or link.role in relations)
    between, groups, spread = betweenness(kept.ties), communities(kept.ties), spreads(kept, kept.ties)
    roles = _roles(kept.ties)
    ranked = sorted(roles, key=lambda iri: (-_total(roles[iri]), kept.nodes[iri].label, iri))
    rows = (_row(kept.nodes[iri], roles[iri], (between.of[iri], groups[iri]), spread[iri], areas) for iri in ranked)
    return Table(COLUMNS, tuple(rows)), between.exact


def _row(
    node: Node,
    roles: Mapping[str, set[str]],
    measured: tuple[float, int],
    spread: Spread,
    areas: Mapping[str, str],
) -> tuple[Cell, ...]:
    codes = (iri.rsplit("/", 1)[-1] for iri in spread.territories)
    names = ";".join(sorted(areas.get(code, code) for code in codes))
    counts = (len(roles.get(role, ())) for role in RELATIONS)
    over = (len(spread.territories), spread.alone, names)
    return (node.label, node.kind, _total(roles), *counts, *measured, *over, node.iri)


def _total(roles: Mapping[str, set[str]]) -> int:
    return len(set().union(*roles.values()))


def _roles(ties: Iterable[Tie]) -> Mapping[str, Mapping[str, set[str]]]:
    """Return what each actor is tied to, by role."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for tie in ties:
        found[tie.source][tie.role].add(tie.target)
    return found


def _numbered(ties: Iterable[Tie]) -> tuple[nx.Graph[int], Sequence[str]]:
    """Return the simple graph of ``ties`` with numbers for nodes, in the order of their IRIs, and those IRIs."""
    ends = sorted({(tie.source, tie.target) for tie in ties})
    names = sorted({end for pair in ends for end in pair})
    numbers = {name: at for at, name in enumerate(names)}
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(names)))
    graph.add_edges_from((numbers[source], numbers[target]) for source, target in ends)
    return graph, names
