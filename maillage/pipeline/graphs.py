"""From statements to the named graphs of a store."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from itertools import chain

from maillage import graph, reference
from maillage.classification import classify
from maillage.pipeline.reading import Statements

_TERRITORY = re.compile(rf"<{graph.BASE}(?:commune|epci)/(\w+)>")


def standing() -> Mapping[str, Iterator[str]]:
    """Return the graphs that do not depend on what documents state, each by its name, as N-Quads."""
    return {
        graph.REFERENCE: graph.reference_quads(reference.load()),
        graph.ONTOLOGY: graph.ontology_quads(),
        graph.DATASET: graph.dataset_quads(),
    }


def by_graph(lines: Iterable[str]) -> dict[str, list[str]]:
    """Return N-Quads ``lines`` by the IRI of their named graph."""
    grouped: dict[str, list[str]] = {}
    for line in lines:
        name = line[line.rindex("<") + 1 : line.rindex(">")]
        grouped.setdefault(name, []).append(line)
    return grouped


def quads(statements: Iterable[Statements]) -> Iterator[str]:
    """Give what ``statements`` say as N-Quads: a graph an act, and the graph of the actors."""
    everything = tuple(statements)
    for stated in everything:
        yield from act_quads(stated)
    yield from actor_quads(everything)


def act_quads(stated: Statements) -> Iterator[str]:
    """Give what a document states as N-Quads, a graph an act, whatever else is known."""
    facts = (*stated.facts, *classify(stated.facts))
    return graph.act_quads(stated.source, facts, stated.quote if stated.quotes else None)


def actor_quads(statements: Iterable[Statements]) -> Iterator[str]:
    """Give the actors that ``statements`` name as N-Quads: the one graph that takes all documents to write."""
    return graph.actor_quads(chain.from_iterable(stated.facts for stated in statements))


def territories(quads: str) -> set[str]:
    """Return the codes of the communes and EPCI that ``quads`` (N-Quads) name."""
    return set(_TERRITORY.findall(quads))


def nearby(named: Set[str]) -> Iterator[str]:
    """Give, as N-Quads, the part of the reference that judging acts takes where they name the territories ``named``.

    That is these communes and EPCI, given by their codes, the members of these EPCI and the EPCI of these communes, and
    the names of the thesauri: the whole of France takes longer to load than most acts to read.
    """
    known = reference.load()
    epcis = named | {stay.siren for code in named for stay in known.stays_of(code)}
    members = {stay.commune for code in epcis for stay in known.stays_in(code)}
    yield from graph.reference_quads(known, named | epcis | members)
    yield from graph.name_quads()
