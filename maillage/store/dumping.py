"""Dumping: every graph written out, in an order that depends on nothing but what it holds."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator

from maillage.store.content import turtle


class Dumping(ABC):
    """Something whose named graphs can be listed and read."""

    @abstractmethod
    def graphs(self) -> tuple[str, ...]:
        """The IRIs of the named graphs, sorted."""

    @abstractmethod
    def lines(self, graph: str) -> Iterator[str]:
        """Give the triples of a named graph as sorted N-Triples lines."""

    def dump_nquads(self) -> Iterator[str]:
        """Give every quad as N-Quads lines, sorted by graph, then by line: equal content gives equal bytes."""
        for graph in self.graphs():
            for line in self.lines(graph):
                yield f"{line[:-1]}<{graph}> ."

    def dump_turtle(self) -> Iterator[str]:
        """Give the union of the graphs as Turtle, sorted by subject: equal content gives equal bytes."""
        triples = {line for graph in self.graphs() for line in self.lines(graph)}
        yield turtle(sorted(triples))
