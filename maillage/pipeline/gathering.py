"""Gathering: the shipped sources and the documents found, made into one list of what is stated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from maillage.errors import FactsError, MaillageError, StoreError
from maillage.facts import Source
from maillage.pipeline.corrections import amended
from maillage.pipeline.finding import Document, corrections_of, same_name
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


def keys(sources: Sequence[Shipped], documents: Iterable[Document]) -> dict[str, str]:
    """Return the hashes of what is gathered, by name: enough to know that nothing changed."""
    named = {f"source {source.source.stem}": source.key for source in sources}
    return named | {document.input: document.key for document in documents}


def gather(
    sources: Sequence[Shipped],
    documents: Sequence[Document],
    loaders: Loaders,
    shelf: Shelf,
    jobs: int,
    progress: Progress,
) -> Gathered:
    """Gather ``sources`` and ``documents``; a document that is a shipped source takes its place, with its words.

    Raises OSError where a reading cannot be kept, StoreError where that of a former build is no longer there.
    """
    gathered = Gathered()
    known = {source.source.sha256: source.source for source in sources}
    for source in sources:
        gathered.statements[source.source.stem] = source.statements
    for document, read in _readings(documents, known, loaders, shelf, jobs, progress):
        if isinstance(read, MaillageError):
            gathered.failed[document.input] = read
        elif read.source.stem in gathered.statements and document.sha256 not in known:
            gathered.failed[document.input] = same_name(document.path)
        else:
            try:
                gathered.statements[read.source.stem] = _amended(read, document, sources, shelf)
            except FactsError as error:
                gathered.failed[document.input] = error
    return gathered


def _amended(read: Statements, document: Document, sources: Iterable[Shipped], shelf: Shelf) -> Statements:
    """Return ``read`` with the corrections that are shipped for it, then those beside it. Raises FactsError."""
    for source in sources:
        if source.source.sha256 == document.sha256:
            read = source.amend(read)
    if not document.corrections:
        return read
    if document.origin == "kept":
        return amended(read, shelf.corrections(document.sha256))
    read = amended(read, corrections_of(document.path))
    shelf.put_corrections(document.sha256, corrections_of(document.path))
    return read


def _readings(
    documents: Sequence[Document],
    known: Mapping[str, Source],
    loaders: Loaders,
    shelf: Shelf,
    jobs: int,
    progress: Progress,
) -> Iterator[tuple[Document, Statements | MaillageError]]:
    """Give each document with its reading, from the shelf or fresh, in the order of ``documents``."""
    stems = {d.path: known[d.sha256].stem if d.sha256 in known else d.path.stem for d in documents}
    readings: dict[Path, Statements | MaillageError | None]
    readings = {d.path: shelf.take(stems[d.path], d.sha256, any_rules=d.origin == "kept") for d in documents}
    for document in documents:
        if document.origin == "kept" and readings[document.path] is None:
            raise _lost(document)
    unread = [path for path, read in readings.items() if read is None]
    for path, read in read_all(unread, loaders, jobs, progress):
        if isinstance(read, Statements):
            read = renamed(read, replace(read.source, stem=stems[path]))
            shelf.put(read)
        readings[path] = read
    shelf.keep_only(document.sha256 for document in documents)
    for document in documents:
        if stated := readings[document.path]:
            yield document, _described(stated, known.get(document.sha256))


def _described(read: Statements | MaillageError, source: Source | None) -> Statements | MaillageError:
    """Give a reading the description of the shipped source that it is, if any."""
    if source is None or isinstance(read, MaillageError):
        return read
    words = {"title": source.title, "publisher": source.publisher, "date": source.date}
    return replace(read, source=replace(read.source, **words))


def _lost(document: Document) -> StoreError:
    return StoreError(
        "ce document est dans le magasin mais sa lecture n'y est plus : relancez « maillage build --documents ».",
        "this document is in the store but what was read of it is gone: run “maillage build --documents” again.",
        file=document.path,
    )
