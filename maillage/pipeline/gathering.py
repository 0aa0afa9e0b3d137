"""Gathering: the shipped sources and the documents found, made into one list of what is stated."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from maillage.errors import DocumentError, MaillageError
from maillage.facts import Source
from maillage.pipeline.reading import Loaders, Progress, Statements, read_all, renamed
from maillage.pipeline.shelf import Shelf
from maillage.pipeline.sources import Shipped


@dataclass(slots=True)
class Gathered:
    """What a build is about: statements by stem, and by input what could not be used, and why."""

    statements: dict[str, Statements] = field(default_factory=dict)
    failed: dict[str, MaillageError] = field(default_factory=dict)

    @property
    def problems(self) -> tuple[MaillageError, ...]:
        """Why documents could not be used."""
        return tuple(self.failed.values())


def hashed(paths: Iterable[Path]) -> dict[Path, str]:
    """Return the SHA-256 of each file that can be read; the same bytes under two names count once, for the first."""
    found: dict[Path, str] = {}
    for path in paths:
        try:
            key = sha256(path.read_bytes()).hexdigest()
        except OSError:
            key = ""  # the reading says what is wrong with it
        if not key or key not in found.values():
            found[path] = key
    return found


def keys(sources: Sequence[Shipped], documents: Mapping[Path, str]) -> dict[str, str]:
    """Return the hashes of what is gathered, by name: enough to know that nothing changed."""
    named = {f"source {source.source.stem}": source.key for source in sources}
    return named | {_name(path): key for path, key in documents.items()}


def _name(path: Path) -> str:
    return f"document {path.name}"


def gather(
    sources: Sequence[Shipped],
    documents: Mapping[Path, str],
    loaders: Loaders,
    shelf: Shelf,
    jobs: int,
    progress: Progress,
) -> Gathered:
    """Gather ``sources`` and ``documents``; a document that is a shipped source takes its place, with its words.

    Raises OSError where a reading cannot be kept.
    """
    gathered = Gathered()
    known = {source.source.sha256: source.source for source in sources}
    for source in sources:
        gathered.statements[source.source.stem] = Statements(source.source, source.facts, {})
    for path, key, read in _readings(documents, known, loaders, shelf, jobs, progress):
        if isinstance(read, MaillageError):
            gathered.failed[_name(path)] = read
        elif read.source.stem in gathered.statements and key not in known:
            gathered.failed[_name(path)] = same_name(path)
        else:
            gathered.statements[read.source.stem] = read
    return gathered


def _readings(
    documents: Mapping[Path, str],
    known: Mapping[str, Source],
    loaders: Loaders,
    shelf: Shelf,
    jobs: int,
    progress: Progress,
) -> list[tuple[Path, str, Statements | MaillageError]]:
    """Return each document with its hash and its reading, from the shelf or fresh."""
    stems = {path: known[key].stem if key in known else path.stem for path, key in documents.items()}
    readings: dict[Path, Statements | MaillageError | None]
    readings = {path: shelf.take(stems[path], key) for path, key in documents.items()}
    unread = sorted((path for path, read in readings.items() if read is None), key=_size, reverse=True)
    for path, read in read_all(unread, loaders, jobs, progress):
        if isinstance(read, Statements):
            read = renamed(read, replace(read.source, stem=stems[path]))
            shelf.put(read)
        readings[path] = read
    shelf.keep_only(documents.values())
    described = {path: _described(read, known.get(documents[path])) for path, read in readings.items() if read}
    return [(path, documents[path], read) for path, read in described.items()]


def _size(path: Path) -> int:
    """Return the size of a file: the longest is begun first, so that no process waits for it alone at the end."""
    try:
        return path.stat().st_size
    except OSError:
        return 0  # the reading says what is wrong with it


def _described(read: Statements | MaillageError, source: Source | None) -> Statements | MaillageError:
    """Give a reading the description of the shipped source that it is, if any."""
    if source is None or isinstance(read, MaillageError):
        return read
    words = {"title": source.title, "publisher": source.publisher, "date": source.date}
    return replace(read, source=replace(read.source, **words))


def same_name(path: Path) -> DocumentError:
    """Say that another document bears the name of ``path``, which is what tells documents apart."""
    return DocumentError(
        "un autre document porte déjà ce nom : renommez celui-ci.",
        "another document bears this name already: rename this one.",
        file=path,
    )
