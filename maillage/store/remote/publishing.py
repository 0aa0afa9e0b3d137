"""Publishing: what has changed goes to a server, what is gone leaves it, and the server's own counts say that it is so.

A failure at any moment leaves a record (``record``) that says what arrived: the next run sends the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from maillage.errors import StoreError
from maillage.graph import PUBLICATION
from maillage.store.manifest import GraphEntry
from maillage.store.remote import record
from maillage.store.remote.graph_store import GraphStore
from maillage.store.remote.server import Server
from maillage.store.store import Store

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Published:
    """What publishing did: how many graphs were sent, left as they were and removed, and the triples of all."""

    sent: int
    kept: int
    removed: int
    triples: int


def publish(store: Store, graphs: GraphStore, server: Server, progress: Progress) -> Published:
    """Make ``graphs`` hold the named graphs of ``store``; ``server`` answers queries over the same graphs.

    Raises StoreError and QueryError as they do, and where the server ends up with other counts than the store has.
    """
    wanted = store.manifest.graphs
    known = record.read(graphs.read(PUBLICATION))
    held = server.counts() if known else {}
    whole = {graph for graph, entry in known.items() if wanted.get(graph) == entry and held.get(graph) == entry.quads}
    changed, gone = sorted(set(wanted) - whole), sorted(set(known) - set(wanted))
    if changed or gone:
        _announce(graphs, {graph: known[graph] for graph in whole}, {*changed, *gone})
        _send(store, graphs, changed, progress)
        for graph in gone:
            graphs.remove(graph)
        _verify(graphs, server, wanted, gone)
    return Published(len(changed), len(whole), len(gone), store.manifest.quads)


def _announce(graphs: GraphStore, stays: record.Record, moves: Collection[str]) -> None:
    """Put down what is about to change, before it does."""
    graphs.put(PUBLICATION, record.lines({**stays, **dict.fromkeys(moves, record.PENDING)}))


def _send(store: Store, graphs: GraphStore, changed: Collection[str], progress: Progress) -> None:
    for done, graph in enumerate(changed):
        progress(graph, done, len(changed))
        graphs.put(graph, list(store.lines(graph)))
        graphs.add(PUBLICATION, record.lines({graph: store.manifest.graphs[graph]}))


def _verify(graphs: GraphStore, server: Server, wanted: Mapping[str, GraphEntry], gone: Collection[str]) -> None:
    """Hold the counts of the server against those of the store, and record what is as it should be."""
    held = server.counts()
    wrong = {graph for graph, entry in wanted.items() if held.get(graph, 0) != entry.quads}
    wrong |= {graph for graph in gone if graph in held}
    right = {graph: entry for graph, entry in wanted.items() if graph not in wrong}
    graphs.put(PUBLICATION, record.lines({**right, **dict.fromkeys(wrong, record.PENDING)}))
    if wrong:
        first = min(wrong)
        there, here = held.get(first, 0), wanted[first].quads if first in wanted else 0
        raise StoreError(
            f"{len(wrong)} graphes n'ont pas le compte, dont {first} : {there} triplets là-bas, {here} ici. Relancez "
            "« maillage publish » ; si cela demeure, l'adresse des requêtes est-elle celle du même serveur ?",
            f"{len(wrong)} graphs have another count, among them {first}: {there} triples there, {here} here. Run "
            "“maillage publish” again; if that remains so, is the query address that of the same server?",
            file=graphs.url,
        )
