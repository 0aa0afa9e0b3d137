"""Endpoint: what a question needs of a store, wherever the graph is."""

from __future__ import annotations

from collections.abc import Mapping
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
