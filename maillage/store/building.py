"""Building: the only way to write a store. A new generation is made aside, then named by the manifest in one go.

A build that fails, or is killed at any moment, leaves the former generation named and whole: what it had begun is
swept away by the next one. The former generation stays for those who still read it; older ones go.
"""

from __future__ import annotations

import errno
import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from hashlib import sha256
from pathlib import Path

import pyoxigraph as ox

from maillage.errors import StoreError
from maillage.store import failures, generations, manifest
from maillage.store.dumping import graph_lines
from maillage.store.manifest import GraphEntry, Manifest

_CLONE_BELOW = 0.25
"""Taking a quad out costs about three times what bulk loading it does: above this share a fresh start is faster."""


class Building:
    """A build under way at ``root``; nobody else can build there. Made by ``Building.at``.

    ``put`` and ``drop`` say what the graphs shall be; ``commit`` makes it so, or does nothing where it is so already.
    """

    def __init__(self, root: Path, former: Manifest | None) -> None:
        self.root = root
        self.former = former
        self._changes: dict[str, tuple[GraphEntry, bytes] | None] = {}

    @classmethod
    @contextmanager
    def at(cls, root: Path) -> Iterator[Building]:
        """Begin a build at ``root``, which need not exist yet, and hold its lock.

        Raises StoreError where nothing can be written there, where something that is no store stands there, where
        the store is damaged or of another version, or where another build is under way.
        """
        _former(root)
        _prepare(root)
        with _lock(root):
            former = _former(root)
            generations.sweep(root, former)
            yield cls(root, former)

    def put(self, graph: str, lines: Iterable[str]) -> None:
        """Make the named ``graph`` hold ``lines`` (N-Quads of that graph) and nothing else."""
        ordered = sorted(set(lines))
        content = "".join(f"{line}\n" for line in ordered).encode("utf-8")
        entry = GraphEntry(sha256(content).hexdigest(), len(ordered))
        if self._graphs().get(graph) == entry:
            self._changes.pop(graph, None)
        else:
            self._changes[graph] = (entry, content)

    def drop(self, graph: str) -> None:
        """Take the named ``graph`` out."""
        self._changes[graph] = None

    def keep_only(self, graphs: Iterable[str]) -> None:
        """Take out every former graph that is neither in ``graphs`` nor put."""
        for graph in set(self._graphs()) - set(graphs) - set(self._changes):
            self.drop(graph)

    def commit(self, inputs: Mapping[str, str]) -> Manifest:
        """Write the changes as a new generation and name it; ``inputs`` are the hashes of what it was built from.

        Raises StoreError where it cannot be written; the former generation is then still the named one.
        """
        graphs = dict(self._graphs())
        for graph, change in self._changes.items():
            if change is None:
                graphs.pop(graph, None)
            else:
                graphs[graph] = change[0]
        try:
            return self._write(graphs, inputs)
        except OSError as error:
            raise failures.unwritable(self.root, error) from error

    def _write(self, graphs: Mapping[str, GraphEntry], inputs: Mapping[str, str]) -> Manifest:
        number = self.former.generation if self.former else 0
        if self._changes or self.former is None:
            number += 1
            self._write_or_remove(self.root / manifest.generation_folder(number))
        content = Manifest(number, graphs, dict(inputs))
        if content != self.former:
            manifest.write(self.root, content)
            generations.sweep(self.root, content)
            self.former, self._changes = content, {}
        return content

    def _write_or_remove(self, folder: Path) -> None:
        """Write the new generation; what is half written does not stay. Raises OSError."""
        try:
            self._write_generation(folder)
        except OSError:
            shutil.rmtree(folder, ignore_errors=True)
            raise

    def _write_generation(self, folder: Path) -> None:
        if self._worth_cloning():
            generations.clone(self.root / self._named().folder, folder)
            store = ox.Store(folder)
            for graph in self._changes:
                store.remove_graph(ox.NamedNode(graph))
        else:
            store = ox.Store(folder)
            self._copy_kept(store)
        for change in self._changes.values():
            if change is not None:
                store.bulk_load(input=change[1], format=ox.RdfFormat.N_QUADS, lenient=True)
        store.optimize()
        store.flush()

    def _worth_cloning(self) -> bool:
        if not self.former or not self.former.quads:
            return False
        leaving = sum(entry.quads for graph, entry in self.former.graphs.items() if graph in self._changes)
        return leaving <= _CLONE_BELOW * self.former.quads

    def _copy_kept(self, store: ox.Store) -> None:
        """Load the former graphs that do not change."""
        kept = [graph for graph in sorted(self._graphs()) if graph not in self._changes]
        if not kept:
            return
        former = ox.Store.read_only(str(self.root / self._named().folder))
        for graph in kept:
            lines = "\n".join(graph_lines(former, graph)).encode("utf-8")
            store.bulk_load(input=lines, format=ox.RdfFormat.N_TRIPLES, to_graph=ox.NamedNode(graph), lenient=True)

    def _graphs(self) -> Mapping[str, GraphEntry]:
        return self.former.graphs if self.former else {}

    def _named(self) -> Manifest:
        if self.former is None:
            raise failures.no_manifest(self.root)
        return self.former


def _former(root: Path) -> Manifest | None:
    """Return the manifest of the store that stands at ``root``; None where there is nothing yet."""
    if not root.exists() or (root.is_dir() and not any(root.iterdir())):
        return None
    if root.is_dir() and not (root / manifest.FILE).exists() and generations.is_unfinished(root):
        return None
    former = manifest.read(root)
    generations.verify(root, former)
    return former


def _prepare(root: Path) -> None:
    """Make the folders of a store. Raises StoreError where that is not possible."""
    try:
        (root / generations.FOLDER).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise failures.unwritable(root, error) from error


@contextmanager
def _lock(root: Path) -> Iterator[None]:
    """Hold the store's lock: that of a SQLite file, which every system knows and gives back when the process dies."""
    try:
        connection = sqlite3.connect(root / generations.LOCK, timeout=0, isolation_level=None)
    except sqlite3.OperationalError as error:
        raise _no_lock(root, error) from error
    with closing(connection):
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.DatabaseError as error:
            raise _no_lock(root, error) from error
        yield


def _no_lock(root: Path, error: sqlite3.DatabaseError) -> StoreError:
    if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
        return failures.locked(root)
    return failures.unwritable(root, OSError(errno.EACCES, str(error)))
