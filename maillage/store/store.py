"""Store: the graph, open for questions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox

from maillage.errors import QueryError, StoreError
from maillage.store import failures, generations, layout, manifest
from maillage.store.binding import bound
from maillage.store.content import graph_lines
from maillage.store.dumping import Dumping
from maillage.store.manifest import Manifest
from maillage.store.shelf import Shelf
from maillage.store.terms import Value, cell
from maillage.table import Table

Answer = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


class Store(Dumping):
    """A graph that answers SPARQL over the union of its named graphs: a generation on disk, or one in memory.

    What is open stays as it was when it was opened, even while a build puts another generation in its place;
    ``latest`` gives the newest one.
    """

    def __init__(self, graph: ox.Store, root: Path | None = None, content: Manifest | None = None) -> None:
        self._graph = graph
        self.root = root
        self.manifest = content or Manifest(generation=0)
        self._stamp = (0, 0, 0)
        self._shelf: Shelf | None = None

    @classmethod
    def open(cls, root: Path | str) -> Store:
        """Open the store at ``root`` for reading. Raises StoreError where there is none, or one that cannot be read."""
        root = Path(root)
        stamp = manifest.stamp(root)
        content = manifest.read(root)
        try:
            store = cls(generations.open_named(root, content), root, content)
            store._stamp = stamp
            store._shelf = Shelf(root / layout.ANSWERS / content.content) if content.graphs else None
            return store
        except StoreError:
            if manifest.read(root) != content:  # a build went by since it was read
                return cls.open(root)
            raise

    @classmethod
    def memory(cls, lines: Iterable[str] = ()) -> Store:
        """Return a store in memory that holds ``lines`` (N-Quads)."""
        store = cls(ox.Store())
        store.load(lines)
        return store

    def load(self, lines: Iterable[str]) -> None:
        """Add ``lines`` (N-Quads) to a store in memory."""
        self._graph.bulk_load(input="\n".join(lines), format=ox.RdfFormat.N_QUADS)

    @property
    def verdicts(self) -> Path | None:
        """The folder for what the checks keep from one run to the next; none for a store in memory."""
        return self.root / layout.VERDICTS if self.root else None

    @property
    def added(self) -> Path | None:
        """The folder of the documents that were added one by one; None for a store in memory."""
        return None if self.root is None else self.root / layout.ADDED

    @property
    def deposits(self) -> Path | None:
        """The folder of the documents that wait for a yes; None for a store in memory."""
        return None if self.root is None else self.root / layout.DEPOSITS

    @property
    def journal(self) -> Path | None:
        """The file that tells what was added, corrected and taken back; None for a store in memory."""
        return None if self.root is None else self.root / layout.JOURNAL

    @property
    def search_folder(self) -> Path | None:
        """Where the index of the search stands; None for a store in memory."""
        return None if self.root is None else self.root / layout.SEARCH

    def latest(self) -> Store:
        """Return this store, or the newest generation of it where a build has put another in its place."""
        if self.root is None or self.is_latest:
            return self
        stamp = manifest.stamp(self.root)
        if manifest.read(self.root) != self.manifest:
            return Store.open(self.root)
        self._stamp = stamp
        return self

    @property
    def is_latest(self) -> bool:
        """Whether no build has written at this place since it was opened, which is told in no time."""
        return self.root is None or manifest.stamp(self.root) == self._stamp

    def select(self, sparql: str, bindings: Mapping[str, Value] | None = None) -> Table:
        """Run a SELECT. Raises QueryError for bad SPARQL, StoreError for a damaged store."""
        with self._answering():
            answer = _read(self._run(sparql, bindings))
            if not isinstance(answer, Table):
                raise _wrong_form("SELECT")
            return answer

    def ask(self, sparql: str, bindings: Mapping[str, Value] | None = None) -> bool:
        """Run an ASK. Raises as ``select`` does."""
        with self._answering():
            answer = _read(self._run(sparql, bindings))
            if not isinstance(answer, bool):
                raise _wrong_form("ASK")
            return answer

    def construct(self, sparql: str, bindings: Mapping[str, Value] | None = None) -> tuple[str, ...]:
        """Run a CONSTRUCT or DESCRIBE; its triples as sorted N-Triples lines. Raises as ``select`` does."""
        with self._answering():
            answer = _read(self._run(sparql, bindings))
            if not isinstance(answer, tuple):
                raise _wrong_form("CONSTRUCT")
            return answer

    def answer(self, sparql: str) -> Table | bool | tuple[str, ...]:
        """Run a query of any form and give what ``select``, ``ask`` or ``construct`` gives. Raises as they do."""
        with self._answering():
            return _read(self._run(sparql, None))

    def kept(self, asked: str, ask: Callable[[], Table]) -> Table:
        """Return the answer kept beside the store under the words ``asked``, else what ``ask`` gives.

        A store in memory, or one that a build is making, keeps none.
        """
        return self._shelf.answer(asked, ask) if self._shelf else ask()

    def graphs(self) -> tuple[str, ...]:
        """The IRIs of the named graphs, sorted."""
        with self._answering():
            return tuple(sorted(graph.value for graph in self._graph.named_graphs()))

    def lines(self, graph: str) -> Iterator[str]:
        """Give the triples of a named graph as sorted N-Triples lines."""
        with self._answering():
            return iter(graph_lines(self._graph, graph))

    def __len__(self) -> int:
        return len(self._graph)

    def _run(self, sparql: str, bindings: Mapping[str, Value] | None) -> Answer:
        return self._graph.query(bound(sparql, bindings) if bindings else sparql, use_default_graph_as_union=True)

    @contextmanager
    def _answering(self) -> Iterator[None]:
        """Turn what the engine raises into QueryError and StoreError."""
        try:
            yield
        except SyntaxError as error:
            raise QueryError(f"SPARQL incorrect : {error.msg}.", f"bad SPARQL: {error.msg}.") from error
        except (RuntimeError, ValueError) as error:
            if str(error).startswith("Corruption"):
                raise failures.damaged(self.root or Path()) from error
            raise QueryError(f"requête sans réponse : {error}.", f"query without an answer: {error}.") from error
        except OSError as error:
            raise failures.damaged(self.root or Path()) from error


def _read(answer: Answer) -> Table | bool | tuple[str, ...]:
    """Read what the engine answers to the end, as plain values."""
    if isinstance(answer, ox.QueryBoolean):
        return bool(answer)
    if isinstance(answer, ox.QueryTriples):
        return tuple(sorted({f"{triple} ." for triple in answer}))
    names = tuple(variable.value for variable in answer.variables)
    return Table(names, tuple(tuple(map(cell, solution)) for solution in answer))


def _wrong_form(wanted: str) -> QueryError:
    return QueryError(f"il faut ici une requête {wanted}.", f"a {wanted} query is needed here.")
