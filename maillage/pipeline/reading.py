"""Reading documents: in parallel where that is asked, and one that cannot be read does not stop the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Protocol, TypeVar

from maillage.errors import DocumentError, MaillageError
from maillage.facts import Act, Doubt, Fact, Place, Source
from maillage.language import tr
from maillage.pipeline.defects import DEFECTS, TooLong, endless, killed, timed, unforeseen
from maillage.sharing import share

T = TypeVar("T")


class Progress(Protocol):
    """Is told, in the reader's language, what is being done."""

    def __call__(self, step: str, done: int = 0, among: int = 0) -> None:
        """Tell a step; of one that goes through many things, how many are done ``among`` all of them."""
        ...


def untold(step: str, done: int = 0, among: int = 0) -> None:
    """Tell nobody."""


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


def unlined(_path: Path) -> tuple[str, ...]:
    """Give no lines."""
    return ()


@dataclass(frozen=True, slots=True)
class Loaders:
    """How files are found and read; ``read`` is a function that other processes can import.

    ``found`` gives the documents at a place, a file or a folder. Two readings of the same bytes by the same ``key``
    are equal. ``lines`` gives the text of a document in the lines by which places name it, persons left out.
    """

    found: Callable[[Path], Iterable[Path]]
    read: Callable[[Path], Reading]
    key: str
    lines: Callable[[Path], tuple[str, ...]] = unlined


@dataclass(frozen=True, slots=True)
class Statements:
    """What one document states, and the quoted words by the ``lines`` of their place (none without the document)."""

    source: Source
    facts: tuple[Fact, ...]
    quotes: Mapping[str, str]

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """What the readers could not settle, or did not read."""
        return tuple(fact for fact in self.facts if isinstance(fact, Doubt))

    def quote(self, place: Place) -> str:
        """Return the words at ``place``; empty where the document was not read."""
        return self.quotes.get(place.lines, "") if place.document == self.source.stem else ""


def read_all(
    paths: Sequence[Path], loaders: Loaders, jobs: int, progress: Progress
) -> Iterator[tuple[Path, Statements | MaillageError]]:
    """Read ``paths`` in ``jobs`` processes and give what each states, or why it cannot be read, once it is known."""
    return each(paths, partial(attempt, loaders), killed, jobs, progress)


def each(
    paths: Sequence[Path], work: Callable[[Path], T], lost: Callable[[Path], T], jobs: int, progress: Progress
) -> Iterator[tuple[Path, T]]:
    """Give what ``work`` makes of each of ``paths``, in ``jobs`` processes, as ``share`` does.

    The largest are begun first, so that no process waits for one alone at the end.
    """
    waiting = sorted(paths, key=_size, reverse=True)
    if waiting:
        progress(tr(f"lecture de {waiting[0].name}", f"reading {waiting[0].name}"), 0, len(waiting))
    for count, (rank, read) in enumerate(share(work, waiting, jobs, lost), 1):
        name = waiting[rank].name
        progress(tr(f"{name} est lu", f"{name} is read"), count, len(waiting))
        yield waiting[rank], read


def _size(path: Path) -> int:
    """Return the size of a file."""
    try:
        return path.stat().st_size
    except OSError:
        return 0  # the reading says what is wrong with it


def attempt(loaders: Loaders, path: Path) -> Statements | MaillageError:
    """Read one file; an error comes back as a value, so that one bad file does not stop the others."""
    try:
        with timed():
            return _stated(loaders, path)
    except MaillageError as error:
        return error
    except TooLong:
        return endless(path)
    except DEFECTS as error:
        return unforeseen(path, error)


def _stated(loaders: Loaders, path: Path) -> Statements:
    """Return what a file states. Raises DocumentError where it holds no act."""
    reading = loaders.read(path)
    if not any(isinstance(fact, Act) for fact in reading.facts):
        raise DocumentError(
            "aucun acte n'y est reconnu : vérifiez que c'est une délibération, une convention ou un avenant.",
            "no act is recognised in it: check that it is a deliberation, an agreement or an amendment.",
            file=path,
        )
    places = {fact.place.lines: fact.place for fact in reading.facts}
    quotes = {lines: reading.quote(place) for lines, place in places.items()}
    return Statements(reading.source, reading.facts, quotes)


def renamed(read: Statements, source: Source) -> Statements:
    """Return ``read`` under the stem and with the description of ``source``."""
    facts = tuple(replace(fact, place=replace(fact.place, document=source.stem)) for fact in read.facts)
    return Statements(source, facts, read.quotes)
