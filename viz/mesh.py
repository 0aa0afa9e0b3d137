"""The mesh: a network in which all that one actor does in one role for one thing is one tie, ready to be walked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, pairwise

import networkx as nx

from maillage.queries import run
from maillage.store import Endpoint
from maillage.table import Cell
from viz.network import Link, Node, links, nodes, rank_of_role, read_network

Keeps = Callable[[Link], bool]
"""Whether a statement is of those that are looked at."""


@dataclass(frozen=True, slots=True)
class Tie:
    """What one actor (``source``) does in one role for one thing: all the statements that say so."""

    source: str
    target: str
    role: str
    statements: tuple[Link, ...]

    def other(self, end: str) -> str:
        """Return the end of the tie that is not ``end``."""
        return self.target if end == self.source else self.source


@dataclass(frozen=True, slots=True)
class Period:
    """The first and the last year of a convention (0 where it is not said) and the IRIs of its territories."""

    first: int = 0
    last: int = 0
    territories: tuple[str, ...] = ()

    def covers(self, year: int) -> bool:
        """Whether the convention may be in force in ``year``: what is not said excludes nothing."""
        return (not self.first or self.first <= year) and (not self.last or year <= self.last)


@dataclass(frozen=True)
class Mesh:
    """Nodes by IRI, the ties, those of each node, and the periods of the conventions by key."""

    nodes: Mapping[str, Node]
    ties: tuple[Tie, ...]
    of: Mapping[str, tuple[Tie, ...]]
    periods: Mapping[str, Period]

    @property
    def years(self) -> tuple[int, int]:
        """The first and the last year of any agreement; zeros where none is said."""
        said = [year for period in self.periods.values() for year in (period.first, period.last) if year]
        return min(said, default=0), max(said, default=0)

    def kept(self, keeps: Keeps) -> Mesh:
        """Return the mesh of the statements that ``keeps`` keeps; every node stays."""
        return mesh(self.nodes, (link for tie in self.ties for link in tie.statements if keeps(link)), self.periods)

    def reach(
        self, starts: Mapping[str, int], depth: int, *, opened: Collection[str], closed: Collection[str]
    ) -> list[str]:
        """Return ``starts``, each at the distance where it begins, and what is up to ``depth`` away, the closest first.

        What is ``opened`` shows its neighbours however far it is, what is ``closed`` shows none.
        """
        found = dict(sorted(starts.items(), key=lambda start: start[1]))
        queue = list(found)
        for node in queue:
            if node not in closed and (found[node] < depth or node in opened):
                for tie in self.of.get(node, ()):
                    other = tie.other(node)
                    if other not in found:
                        found[other] = found[node] + 1
                        queue.append(other)
        return queue

    def among(self, shown: Collection[str]) -> tuple[Tie, ...]:
        """Return the ties both ends of which are ``shown``, in the order of the mesh."""
        near = (tie for iri in shown for tie in self.of.get(iri, ()) if tie.source in shown and tie.target in shown)
        found = {(tie.source, tie.target, tie.role): tie for tie in near}
        return tuple(found[ends] for ends in sorted(found, key=_tie_key))

    def between(self, one: str, other: str, most: int) -> tuple[tuple[tuple[Tie, ...], ...], ...]:
        """Return up to ``most`` of the shortest paths: each is a hop after the other, each hop its ties."""
        graph = simple(self.ties)
        if one not in graph or other not in graph or not nx.has_path(graph, one, other):
            return ()
        paths = islice(nx.all_shortest_paths(graph, one, other), most)
        return tuple(tuple(self._hop(start, end) for start, end in pairwise(path)) for path in paths)

    def _hop(self, start: str, end: str) -> tuple[Tie, ...]:
        return tuple(tie for tie in self.of[start] if tie.other(start) == end)


def simple(ties: Iterable[Tie]) -> nx.Graph[str]:
    """Return the undirected graph of ``ties``, one edge for all that joins the same two nodes."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_edges_from((tie.source, tie.target) for tie in ties)
    return graph


def read_mesh(store: Endpoint) -> Mesh:
    """Read the mesh of all commitments of ``store``. Raises StoreError where it cannot be read."""
    graph = read_network(store)
    return mesh({node.iri: node for node in nodes(graph)}, links(graph), read_periods(store))


def mesh(known: Mapping[str, Node], statements: Iterable[Link], periods: Mapping[str, Period]) -> Mesh:
    """Gather ``statements`` into ties, by role and ends."""
    gathered: dict[tuple[str, str, str], list[Link]] = defaultdict(list)
    for link in statements:
        gathered[link.source, link.target, link.role].append(link)
    ties = tuple(Tie(*ends, tuple(gathered[ends])) for ends in sorted(gathered, key=_tie_key))
    of: dict[str, list[Tie]] = defaultdict(list)
    for tie in ties:
        for end in dict.fromkeys((tie.source, tie.target)):
            of[end].append(tie)
    return Mesh(known, ties, {iri: tuple(own) for iri, own in of.items()}, periods)


def read_periods(store: Endpoint) -> Mapping[str, Period]:
    """Read the period and the territories of each convention, by key; of several periods the widest."""
    stated: dict[str, list[Mapping[str, Cell]]] = defaultdict(list)
    for row in run(store, "pages/periodes"):
        stated[str(row["cle"])].append(row)
    return {key: _period(rows) for key, rows in stated.items()}


def _period(rows: Collection[Mapping[str, Cell]]) -> Period:
    territories = sorted({str(row["territoire"]) for row in rows if row["territoire"]})
    return Period(min(_years(rows, "debut"), default=0), max(_years(rows, "fin"), default=0), tuple(territories))


def _years(rows: Iterable[Mapping[str, Cell]], name: str) -> Iterator[int]:
    return (int(text[:4]) for row in rows if (text := str(row[name] or ""))[:4].isdigit())


def _tie_key(ends: tuple[str, str, str]) -> tuple[int, str, str]:
    source, target, role = ends
    return rank_of_role(role), source, target
