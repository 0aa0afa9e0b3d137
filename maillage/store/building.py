"""Building: the only way to write a store. A new generation is made aside, then named by the manifest in one go.

A build that fails, or is killed at any moment, leaves the former generation named and whole: what it had begun is
swept away by the next one. The former generation stays for those who still read it; older ones go.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pyoxigraph as ox

from maillage.store import failures, generations, layout, manifest
from maillage.store.content import graph_lines, load
from maillage.store.locking import lock, prepare
from maillage.store.manifest import GraphEntry, Manifest
from maillage.store.store import Store

_CLONE_BELOW = 0.25
"""Taking a quad out costs about three times what bulk loading it does: above this share a fresh start is faster."""


class Building:
    """A build under way at ``root``; nobody else can build there. Made by ``Building.at``.

    ``put`` and ``keep_only`` say what the graphs shall be, ``stage`` shows the result before it is anybody else's,
    ``commit`` makes it the store, or does nothing where it is so already.
    """

    def __init__(self, root: Path, former: Manifest | None) -> None:
        self.root = root
        self.former = former
        self._entries = dict(former.graphs) if former else {}
        self._changes: dict[str, BytesIO | None] = {}
        self._fresh: ox.Store | None = None

    @classmethod
    @contextmanager
    def at(cls, root: Path) -> Iterator[Building]:
        """Begin a build at ``root``, which need not exist yet, and hold its lock.

        Raises StoreError where nothing can be written there, where something that is no store stands there, where
        the store is damaged or of another version, or where another build is under way.
        """
        _former(root)
        prepare(root)
        with lock(root):
            building = cls(root, _former(root))
            generations.sweep(root, building.former)
            try:
                yield building
            except OSError as error:
                raise failures.unwritable(root, error) from error
            finally:
                building._abandon()

    @property
    def inputs(self) -> Mapping[str, str]:
        """The hashes of what the former store was built from."""
        return self.former.inputs if self.former else {}

    @property
    def readings(self) -> Path:
        """The folder for what is read of documents; what is in it can be thrown away at any time."""
        return self.root / layout.READINGS

    @property
    def added(self) -> Path:
        """The folder for the documents that were added one by one; every build reads them."""
        return self.root / layout.ADDED

    @property
    def changed(self) -> bool:
        """Whether anything differs from the former store."""
        return self.former is None or bool(self._changes) or self._fresh is not None

    def put(self, graph: str, lines: Iterable[str]) -> None:
        """Make the named ``graph`` hold ``lines`` (N-Quads of that graph, each once) and nothing else.

        Lines in another order are another content: give them in an order that depends on nothing but themselves.
        """
        content, quads = BytesIO(), 0
        for line in lines:
            content.write(line.encode("utf-8") + b"\n")
            quads += 1
        entry = GraphEntry(sha256(content.getbuffer()).hexdigest(), quads)
        if self._entries.get(graph) != entry:
            self._entries[graph] = entry
            self._changes[graph] = content

    def keep_only(self, graphs: Iterable[str]) -> None:
        """Take out every named graph that is not in ``graphs``."""
        for graph in set(self._entries) - set(graphs):
            del self._entries[graph]
            self._changes[graph] = None

    def stage(self) -> Store:
        """Write the changes aside and open the result for reading, while the former generation is still the named one.

        Raises StoreError where it cannot be written.
        """
        try:
            if self._changes or self.former is None:
                self._apply()
        except OSError as error:
            raise failures.unwritable(self.root, error) from error
        if self._fresh is not None:
            return Store(self._fresh, self.root, self._content({}))
        return Store.open(self.root)

    def commit(self, inputs: Mapping[str, str]) -> Manifest:
        """Write the changes and name the result; ``inputs`` are the hashes of what it was built from.

        Raises StoreError where it cannot be written; the former generation is then still the named one.
        """
        self.stage()
        content = self._content(inputs)
        try:
            if self._fresh is not None:
                self._fresh.optimize()
                self._fresh.flush()
                self._fresh = None
                content = replace(content, journals=generations.journals(self.root / content.folder))
            if content != self.former:
                manifest.write(self.root, content)
                self.former = content
                generations.sweep(self.root, content)
        except OSError as error:
            raise failures.unwritable(self.root, error) from error
        return content

    def _content(self, inputs: Mapping[str, str]) -> Manifest:
        journals = self.former.journals if self.former else {}
        return Manifest(self._number(), dict(self._entries), dict(inputs), journals)

    def _number(self) -> int:
        former = self.former.generation if self.former else 0
        return former + 1 if self._fresh is not None else former

    def _apply(self) -> None:
        """Bring the new generation up to date with the changes."""
        store = self._fresh = self._fresh or self._begin()
        held = {graph.value for graph in store.named_graphs() if isinstance(graph, ox.NamedNode)}
        for graph in sorted(held & set(self._changes)):
            store.remove_graph(ox.NamedNode(graph))
        load(store, [content for _, content in sorted(self._changes.items()) if content is not None])
        self._changes = {}

    def _begin(self) -> ox.Store:
        """Begin the new generation with what the former one has that stays."""
        folder = self.root / layout.generation_folder((self.former.generation if self.former else 0) + 1)
        if self.former and self._worth_cloning(self.former):
            generations.clone(self.root / self.former.folder, folder)
            return ox.Store(folder)
        store = ox.Store(folder)
        if self.former:
            self._copy_kept(self.former, store)
        return store

    def _worth_cloning(self, former: Manifest) -> bool:
        leaving = sum(entry.quads for graph, entry in former.graphs.items() if graph in self._changes)
        return leaving <= _CLONE_BELOW * former.quads

    def _copy_kept(self, former: Manifest, store: ox.Store) -> None:
        """Load the former graphs that do not change."""
        source = ox.Store.read_only(str(self.root / former.folder))
        for graph in sorted(set(former.graphs) - set(self._changes)):
            lines = (f"{line[:-1]}<{graph}> .\n".encode() for line in graph_lines(source, graph))
            load(store, [BytesIO(b"".join(lines))])

    def _abandon(self) -> None:
        """Remove the new generation where it was begun and not named."""
        if self._fresh is not None:
            number = self._number()
            self._fresh = None
            shutil.rmtree(self.root / layout.generation_folder(number), ignore_errors=True)


def _former(root: Path) -> Manifest | None:
    """Return the manifest of the store that stands at ``root``; None where there is nothing yet."""
    if not root.exists() or layout.is_begun(root):
        return None
    former = manifest.read(root)
    generations.open_named(root, former)
    return former
