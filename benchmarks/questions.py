"""Each question of the catalogue, asked of Maillage's store and of rdflib with the same graph."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

from rdflib import Dataset

from maillage import queries
from maillage.store import Store

_RUNS = 5
_PATIENCE = 30.0  # seconds that the peer may take for one question


def measure_questions(root: Path) -> Iterator[str]:
    """Give a line a question: the medians of both and their ratio; questions that need a value are left out."""
    store = Store.open(root)
    peer = _peer(store)
    for question in queries.catalogue():
        if any(parameter.required for parameter in question.parameters):
            continue
        own = _median(partial(queries.run, store, question.name))
        other = _median(partial(_exhaust, peer, question.sparql))
        yield f"{question.name:40} {own * 1000:8.1f} ms   rdflib {other * 1000:9.1f} ms   ratio {other / own:7.1f}"


def _peer(store: Store) -> Dataset:
    """Return an rdflib dataset of the acts (without the reference territories, to be fair to it)."""
    dataset = Dataset(default_union=True)
    kept = (line for line in store.dump_nquads() if "/graphe/reference>" not in line)
    dataset.parse(data="\n".join(kept) + "\n", format="nquads")
    return dataset


def _exhaust(peer: Dataset, sparql: str) -> int:
    return sum(1 for _ in peer.query(sparql))


def _median(ask: Callable[[], object]) -> float:
    times: list[float] = []
    for _ in range(_RUNS):
        start = perf_counter()
        ask()
        times.append(perf_counter() - start)
        if sum(times) > _PATIENCE:
            break
    return median(times)
