"""Endpoint: what a question needs of a store, wherever the graph is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Protocol

from maillage.store.terms import Value
from maillage.table import Table


class Endpoint(Protocol):
    """Something that answers SPARQL. Values are bound to variables, never written into the text."""

    def select(self, sparql: str, bindings: Mapping[str, Value] | None = None) -> Table:
        """Run a SELECT. Raises QueryError for bad SPARQL, StoreError where the store cannot be read."""
        ...

    def ask(self, sparql: str, bindings: Mapping[str, Value] | None = None) -> bool:
        """Run an ASK. Raises as ``select`` does."""
        ...

    def construct(self, sparql: str, bindings: Mapping[str, Value] | None = None) -> tuple[str, ...]:
        """Run a CONSTRUCT or DESCRIBE; its triples as sorted N-Triples lines. Raises as ``select`` does."""
        ...

    def kept(self, asked: str, ask: Callable[[], Table]) -> Table:
        """Return the answer that is kept under the words ``asked``, else what ``ask`` gives.

        ``asked`` holds all that the answer depends on, but for the graph.
        """
        ...


class Graph(Endpoint, Protocol):
    """An endpoint whose named graphs can be read whole, wherever it is."""

    def answer(self, sparql: str) -> Table | bool | tuple[str, ...]:
        """Run a query of any form and give what ``select``, ``ask`` or ``construct`` gives. Raises as they do."""
        ...

    def graphs(self) -> tuple[str, ...]:
        """The IRIs of the named graphs, sorted."""
        ...

    def lines(self, graph: str) -> Iterator[str]:
        """Give the triples of a named graph as sorted N-Triples lines."""
        ...

    def dump_nquads(self) -> Iterator[str]:
        """Give every quad as N-Quads lines, sorted by graph, then by line."""
        ...

    def dump_turtle(self) -> Iterator[str]:
        """Give the union of the graphs as Turtle, sorted by subject."""
        ...

    @property
    def verdicts(self) -> Path | None:
        """The folder for what the checks keep from one run to the next; None where there is none."""
        ...
