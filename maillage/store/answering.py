"""A query of any form, answered as bytes in the format that is accepted, within a size."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import TYPE_CHECKING

import pyoxigraph as ox

from maillage.errors import QueryError
from maillage.store import guarding
from maillage.store.content import triples_as
from maillage.store.wire import Answered, Asked, Outcome

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

Result = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples

SOLUTIONS: Mapping[str, ox.QueryResultsFormat] = {
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
}
_WORTH_GZIP = 1000
_GZIP_LEVEL = 4


class TooLargeError(Exception):
    """The result is larger than it may be."""


class _Bounded(BytesIO):
    """Bytes in memory, of which there may be ``most``."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def write(self, data: ReadableBuffer, /) -> int:
        """Write, or raise TooLargeError."""
        written = super().write(data)
        if self.tell() > self._most:
            raise TooLargeError
        return written


def answer(store: ox.Store, asked: Asked, most: int) -> Answered:
    """Answer ``asked``, with a result of ``most`` bytes; whatever is wrong with it is an answer too."""
    try:
        return _answer(store, asked, most)
    except QueryError as error:
        return Answered(Outcome.REFUSED, fr=error.text("fr"), en=error.text("en"))
    except SyntaxError as error:
        return Answered(Outcome.REFUSED, fr=f"SPARQL incorrect : {error.msg}", en=f"bad SPARQL: {error.msg}")
    except TooLargeError:
        size = f"{most / 1e6:g}"
        return Answered(
            Outcome.LARGE,
            fr=f"le résultat dépasse {size} Mo : ajoutez LIMIT, ou demandez moins de colonnes.",
            en=f"the result is larger than {size} MB: add LIMIT, or ask for fewer columns.",
        )
    except MemoryError:
        return out_of_memory()
    except (RuntimeError, ValueError, OSError) as error:
        return Answered(Outcome.FAILED, fr=f"requête sans réponse : {error}", en=f"query without an answer: {error}")


def out_of_memory() -> Answered:
    """Return the answer of a query that needs more memory than it may have."""
    return Answered(
        Outcome.MEMORY,
        fr="la requête demande plus de mémoire qu'elle ne peut en avoir : filtrez avant de trier ou de regrouper.",
        en="the query needs more memory than it may have: filter before sorting or grouping.",
    )


def _answer(store: ox.Store, asked: Asked, most: int) -> Answered:
    guarding.refuse(asked.query)
    result = _run(store, asked)
    wanted = asked.triples if isinstance(result, ox.QueryTriples) else asked.solutions
    if not wanted:
        return _unacceptable(isinstance(result, ox.QueryTriples))
    if isinstance(result, ox.QueryTriples):
        body = _triples(result, wanted, most)
    else:
        written = _Bounded(most)
        result.serialize(written, format=SOLUTIONS[wanted])
        body = written.getvalue()
    if asked.gzip and len(body) > _WORTH_GZIP:
        return Answered(Outcome.ANSWERED, gzip.compress(body, _GZIP_LEVEL, mtime=0), wanted, gzip=True)
    return Answered(Outcome.ANSWERED, body, wanted)


def _run(store: ox.Store, asked: Asked) -> Result:
    """Run the query over the graphs that the protocol names, else those that the query names, else all in one."""
    says_from, graphs = guarding.named_graphs(asked.query)
    _check(store, {*asked.default, *asked.named, *(graph for graph in graphs if ":" in graph)})
    if asked.default or asked.named:
        default: list[ox.NamedNode | ox.BlankNode | ox.DefaultGraph] = [ox.NamedNode(iri) for iri in asked.default]
        named: list[ox.NamedNode | ox.BlankNode] = [ox.NamedNode(iri) for iri in asked.named]
        return store.query(asked.query, default_graph=default, named_graphs=named)
    return store.query(asked.query, use_default_graph_as_union=not says_from)


def _check(store: ox.Store, graphs: Iterable[str]) -> None:
    """Raise QueryError for a graph that the store does not have: none is fetched from elsewhere."""
    for graph in sorted(graphs):
        try:
            known = store.contains_named_graph(ox.NamedNode(graph))
        except ValueError:
            known = False
        if not known:
            raise QueryError(
                f"pas de graphe « {graph} » ici : aucun n'est lu ailleurs.",
                f"no graph “{graph}” here: none is read from elsewhere.",
            )


def _triples(result: ox.QueryTriples, wanted: str, most: int) -> bytes:
    """Write triples, each once and in order."""
    size, lines = 0, set[str]()
    for triple in result:
        line = f"{triple} ."
        if line not in lines:
            lines.add(line)
            size += len(line)
        if size > most:
            raise TooLargeError
    return triples_as(wanted, sorted(lines)).encode()


def _unacceptable(graph: bool) -> Answered:
    offered = (
        "text/turtle, application/n-triples, application/ld+json"
        if graph
        else "application/sparql-results+json, application/sparql-results+xml, text/csv, text/tab-separated-values"
    )
    return Answered(
        Outcome.UNACCEPTABLE,
        fr=f"cette requête se répond en {offered} : demandez l'un d'eux dans Accept.",
        en=f"this query is answered as {offered}: ask for one of them in Accept.",
    )
