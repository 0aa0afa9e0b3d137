"""Each question of the catalogue, asked of Maillage's store and of rdflib with the same graph."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

from rdflib import Dataset

from maillage import queries
from maillage.queries import Parameter, Question
from maillage.queries.kinds import CONCEPTS
from maillage.store import Store
from maillage.thesauri import SCHEMES

_RUNS = 5
_SOME = 5  # concepts of a scheme that are asked for
_THINGS = {
    "convention": "lookups/conventions",
    "territoire": "lookups/territoires-des-conventions",
    "acteur": "lookups/acteurs",
}
_WORDS = {"date": "2024", "nombre": "2", "texte": "1"}
_PATIENCE = 30.0  # seconds that the peer may take for one question


def measure_questions(root: Path) -> Iterator[str]:
    """Give a line a question: the first time, the median and, where no value is needed, the median of the peer.

    A question that needs a convention or a territory is asked for each one of the graph; the slowest is given. The
    first time is that of the engine where no answer is kept beside the store yet; the ratio is to it.
    """
    store = Store.open(root)
    peer = acts(store)
    for question in queries.catalogue():
        times = [_times(partial(queries.run, store, question.name, words)) for words in words_of(store, question)]
        own = max(first for first, *_ in times)
        line = f"{question.name:40} first {own * 1000:8.1f} ms   again {max(map(median, times)) * 1000:8.1f} ms"
        if not any(parameter.required for parameter in question.parameters):
            other = median(_times(partial(_exhaust, peer, question.sparql)))
            line += f"   rdflib {other * 1000:9.1f} ms   ratio {other / own:7.1f}"
        yield line


def words_of(store: Store, question: Question) -> Iterator[dict[str, str]]:
    """Give the words with which to ask ``question``, once for each thing of the graph that its first need may mean."""
    needed = [parameter for parameter in question.parameters if parameter.required]
    known = {parameter.name: _known(store, parameter) for parameter in needed}
    for at in range(max((len(words) for words in known.values()), default=1)):
        yield {name: words[(at + rank) % len(words)] for rank, (name, words) in enumerate(known.items())}


def _known(store: Store, parameter: Parameter) -> tuple[str, ...]:
    """Return words for a parameter: things of the graph, a concept, or a word of its kind."""
    if parameter.type in _THINGS:
        lookup = queries.question(_THINGS[parameter.type])
        return tuple(sorted({str(iri) for iri in store.select(lookup.sparql).column("iri")}))
    if parameter.type in CONCEPTS:
        return tuple(concept.id for concept in SCHEMES[CONCEPTS[parameter.type]][:_SOME])
    return (_WORDS.get(parameter.type, "1"),)


def acts(store: Store) -> Dataset:
    """Return an rdflib dataset of the acts (without the reference territories, to be fair to it)."""
    dataset = Dataset(default_union=True)
    kept = (line for line in store.dump_nquads() if "/graphe/reference>" not in line)
    dataset.parse(data="\n".join(kept) + "\n", format="nquads")
    return dataset


def _exhaust(peer: Dataset, sparql: str) -> int:
    return sum(1 for _ in peer.query(sparql))


def _times(ask: Callable[[], object]) -> list[float]:
    times: list[float] = []
    for _ in range(_RUNS):
        start = perf_counter()
        ask()
        times.append(perf_counter() - start)
        if sum(times) > _PATIENCE:
            break
    return times
