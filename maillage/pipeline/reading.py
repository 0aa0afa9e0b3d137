"""Reading documents for a build: in parallel where that is asked, and never twice the same bytes by the same rules."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Protocol

from maillage import facts_file
from maillage.errors import DocumentError, FactsError, MaillageError
from maillage.facts import Act, Fact, Place, Source
from maillage.language import tr

Progress = Callable[[str], None]
"""Is told, in the reader's language, what a build is about to do."""


class Reading(Protocol):
    """What a loader gives of one file."""

    @property
    def source(self) -> Source:
        """The file."""
        ...

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What it states."""
        ...

    def quote(self, place: Place) -> str:
        """Return the words that stand at ``place``."""
        ...


@dataclass(frozen=True, slots=True)
class Loaders:
    """How files are found and read; ``read`` is a function that other processes can import.

    ``found`` gives the documents at a place, a file or a folder. Two readings of the same bytes by the same ``key``
    are equal.
    """

    found: Callable[[Path], Iterable[Path]]
    read: Callable[[Path], Reading]
    key: str


@dataclass(frozen=True, slots=True)
class Statements:
    """What one document states, and the quoted words by the ``lines`` of their place (none without the document)."""

    source: Source
    facts: tuple[Fact, ...]
    quotes: Mapping[str, str]

    def quote(self, place: Place) -> str:
        """Return the words at ``place``; empty where the document was not read."""
        return self.quotes.get(place.lines, "")


def read_all(
    paths: Sequence[Path], loaders: Loaders, jobs: int, progress: Progress
) -> Iterator[tuple[Path, Statements | MaillageError]]:
    """Read ``paths`` in ``jobs`` processes and give, in order, what each states or why it cannot be read."""
    read = partial(_attempt, loaders)
    if jobs < 2 or len(paths) < 2:
        yield from zip(paths, _told(paths, map(read, paths), progress), strict=True)
        return
    with ProcessPoolExecutor(min(jobs, len(paths)), mp_context=get_context("spawn")) as pool:
        yield from zip(paths, _told(paths, pool.map(read, paths), progress), strict=True)


def _told(
    paths: Sequence[Path], readings: Iterable[Statements | MaillageError], progress: Progress
) -> Iterator[Statements | MaillageError]:
    """Pass ``readings`` on, telling before each which document is waited for."""
    remaining = iter(readings)
    for number, path in enumerate(paths, 1):
        count = f"({number}/{len(paths)})"
        progress(tr(f"lecture de {path.name} {count}", f"reading {path.name} {count}"))
        yield next(remaining)


def _attempt(loaders: Loaders, path: Path) -> Statements | MaillageError:
    """Read one file; an error comes back as a value, so that one bad file does not stop the others."""
    try:
        reading = loaders.read(path)
    except MaillageError as error:
        return error
    if not any(isinstance(fact, Act) for fact in reading.facts):
        return DocumentError(
            "aucun acte n'y est reconnu : vérifiez que c'est une délibération, une convention ou un avenant.",
            "no act is recognised in it: check that it is a deliberation, an agreement or an amendment.",
            file=path,
        )
    quotes = {fact.place.lines: reading.quote(fact.place) for fact in reading.facts}
    return Statements(reading.source, reading.facts, quotes)


class Shelf:
    """The readings of documents, a file each in one folder, named by the bytes read and the rules that read them."""

    def __init__(self, folder: Path, loaders: Loaders) -> None:
        self._folder = folder
        self._key = loaders.key

    def take(self, stem: str, sha256: str) -> Statements | None:
        """Return the reading of the document with that hash; None where there is none that is whole."""
        try:
            record = json.loads(self._file(sha256).read_text("utf-8"))
            source, facts = facts_file.loads(record["facts"])
        except (OSError, ValueError, KeyError, FactsError):
            return None
        return Statements(source, facts, record["quotes"]) if source.stem == stem else None

    def put(self, read: Statements) -> None:
        """Keep a reading. Raises OSError."""
        file = self._file(read.source.sha256)
        file.parent.mkdir(exist_ok=True)
        fresh = file.with_suffix(".new")
        record = {"facts": facts_file.dumps(read.source, read.facts), "quotes": dict(read.quotes)}
        fresh.write_text(json.dumps(record, ensure_ascii=False, sort_keys=True), "utf-8")
        fresh.replace(file)

    def keep_only(self, hashes: Iterable[str]) -> None:
        """Throw away the readings of other documents, or by other rules. Raises OSError."""
        kept = {self._file(sha256) for sha256 in hashes}
        for file in sorted(self._folder.glob("*")):
            if file not in kept:
                file.unlink()

    def _file(self, sha256: str) -> Path:
        return self._folder / f"{sha256}-{self._key[:16]}.json"


def renamed(read: Statements, source: Source) -> Statements:
    """Return ``read`` under the stem and with the description of ``source``."""
    facts = tuple(replace(fact, place=replace(fact.place, document=source.stem)) for fact in read.facts)
    return Statements(source, facts, read.quotes)
