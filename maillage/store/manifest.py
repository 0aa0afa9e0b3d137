"""The manifest: one small file that says which generation of the store is the good one, and what went into it."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from maillage import __version__
from maillage.errors import StoreError
from maillage.store import failures, layout

FORMAT = 1
"""The version of the layout: a store of another one is not read."""


@dataclass(frozen=True, slots=True)
class GraphEntry:
    """A named graph of the store: the SHA-256 of its lines, and how many they are."""

    sha256: str
    quads: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a store holds: its generation, its graphs by IRI, and the hashes of what it was built from.

    ``journals`` are the sizes of the engine's own journals: cut short, they would lose data without a word.
    """

    generation: int
    graphs: Mapping[str, GraphEntry] = field(default_factory=dict)
    inputs: Mapping[str, str] = field(default_factory=dict)
    journals: Mapping[str, int] = field(default_factory=dict)
    format: int = FORMAT
    version: str = __version__

    @property
    def folder(self) -> str:
        """The generation's folder, below the store's."""
        return layout.generation_folder(self.generation)

    @property
    def content(self) -> str:
        """What tells one build from another: the hash of what the store holds; empty for one that holds nothing."""
        if not self.graphs:
            return ""
        lines = "\n".join(f"{iri} {graph.sha256}" for iri, graph in sorted(self.graphs.items()))
        return sha256(f"{__version__}\n{lines}".encode()).hexdigest()[:20]

    @property
    def quads(self) -> int:
        """How many quads the store holds."""
        return sum(entry.quads for entry in self.graphs.values())


def stamp(root: Path) -> tuple[int, int, int]:
    """Return what tells one manifest from another that takes its place, without reading it; zeros where none is."""
    try:
        status = _file(root).stat()
    except OSError:
        return 0, 0, 0
    return status.st_ino, status.st_mtime_ns, status.st_size


@lru_cache(16)  # it is looked at for every request
def _file(root: Path) -> Path:
    return root / layout.MANIFEST


def read(root: Path) -> Manifest:
    """Read the manifest of the store at ``root``.

    Raises StoreError where there is no store, where it is of another version, or where the file is damaged.
    """
    path = _file(root)
    try:
        text = path.read_text("utf-8")
    except (FileNotFoundError, NotADirectoryError) as error:
        raise failures.no_manifest(root) from error
    except UnicodeDecodeError as error:
        raise failures.damaged(path) from error
    except OSError as error:
        raise failures.unreadable(path, error) from error
    return _parse(text, path)


def _parse(text: str, path: Path) -> Manifest:
    try:
        record = json.loads(text)
        if record["format"] != FORMAT:
            raise failures.other_version(path, str(record.get("version", "?")))
        graphs = {iri: GraphEntry(**entry) for iri, entry in record.pop("graphs").items()}
        return Manifest(graphs=graphs, **record)
    except StoreError:
        raise
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise failures.damaged(path) from error


def write(root: Path, manifest: Manifest) -> None:
    """Put ``manifest`` in place in one go: a reader sees the former one or this one. Raises OSError."""
    path = _file(root)
    fresh = path.with_suffix(".new")
    with fresh.open("w", encoding="utf-8") as file:
        json.dump(asdict(manifest), file, ensure_ascii=False, indent=1, sort_keys=True)
        file.write("\n")
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
