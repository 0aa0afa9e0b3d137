"""Answers that are kept: a generation of the store never changes, so the same question has the same answer."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping
from threading import Lock

from maillage.store import Store, Value
from maillage.table import Table

_MOST_CELLS = 1_000_000
"""What is kept in all: some 70 MB."""

_SHARE = 4  # one answer may be so much of it

Key = tuple[str, tuple[tuple[str, str, Value], ...] | None]


class Remembering:
    """One generation of a store as an Endpoint that keeps its last answers, but for those too large for that."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._answers: OrderedDict[Key, Table] = OrderedDict()
        self._cells = 0
        self._lock = Lock()

    def select(self, sparql: str, bindings: Mapping[str, Value] | None = None) -> Table:
        """Run a SELECT, or give the answer that it had. Raises as ``Store.select`` does."""
        return self._remembered(_key(sparql, bindings or {}), lambda: self._store.select(sparql, bindings))

    def ask(self, sparql: str, bindings: Mapping[str, Value] | None = None) -> bool:
        """Run an ASK. Raises as ``Store.ask`` does."""
        return self._store.ask(sparql, bindings)

    def construct(self, sparql: str, bindings: Mapping[str, Value] | None = None) -> tuple[str, ...]:
        """Run a CONSTRUCT or DESCRIBE. Raises as ``Store.construct`` does."""
        return self._store.construct(sparql, bindings)

    def kept(self, asked: str, ask: Callable[[], Table]) -> Table:
        """Return the answer known under the words ``asked``, here or beside the store, else what ``ask`` gives."""
        return self._remembered((asked, None), lambda: self._store.kept(asked, ask))

    def _remembered(self, key: Key, ask: Callable[[], Table]) -> Table:
        with self._lock:
            if key in self._answers:
                self._answers.move_to_end(key)
                return self._answers[key]
        table = ask()
        if _size(table) <= _MOST_CELLS // _SHARE:
            self._keep(key, table)
        return table

    def _keep(self, key: Key, table: Table) -> None:
        with self._lock:
            if key not in self._answers:
                self._answers[key] = table
                self._cells += _size(table)
            while self._cells > _MOST_CELLS:
                self._cells -= _size(self._answers.popitem(last=False)[1])


def _size(table: Table) -> int:
    """Return how many cells a table has, its head counted; an empty one takes room too."""
    return (len(table) + 1) * len(table.columns)


def _key(sparql: str, bindings: Mapping[str, Value]) -> Key:
    """Return what tells two questions apart; an IRI and a text of the same letters are two values."""
    return sparql, tuple((name, type(value).__name__, value) for name, value in sorted(bindings.items()))
