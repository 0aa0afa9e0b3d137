"""What is done with a deposit in a process of its own: reading it, putting it into the store, taking things back."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from maillage.aside import Bounds, Tell
from maillage.errors import DocumentError
from maillage.pipeline.building import add, remove
from maillage.pipeline.corrections import amended
from maillage.pipeline.deposits.deposit import Read
from maillage.pipeline.extracting import Extraction, extract
from maillage.pipeline.finding import corrections_of
from maillage.pipeline.reading import Loaders, Statements
from maillage.pipeline.summary import Summary

READING = Bounds(seconds=900.0, memory=3 << 30)
BUILDING = Bounds(seconds=3600.0, memory=6 << 30)

_PAGED = "application/pdf"


@dataclass(frozen=True, slots=True)
class ToRead:
    """A file to be read."""

    file: Path
    loaders: Loaders


@dataclass(frozen=True, slots=True)
class ToAdd:
    """A file to be put into the store at ``store``, with the corrections beside it; ``read`` is what was read of it."""

    store: Path
    file: Path
    read: tuple[Statements, ...]
    loaders: Loaders


@dataclass(frozen=True, slots=True)
class ToRemove:
    """A document to be taken out of the store at ``store``."""

    store: Path
    stem: str
    loaders: Loaders


def read(asked: ToRead, tell: Tell) -> Read:
    """Read a file. Raises MaillageError where it cannot be read."""
    extraction = extract([asked.file], asked.loaders, 1, tell)
    if extraction.problems:
        raise extraction.problems[0]
    (statements,) = extraction.readings
    paged = statements.source.media_type == _PAGED
    return Read(statements, () if paged else asked.loaders.lines(asked.file))


def put(asked: ToAdd, tell: Tell) -> Summary:
    """Put a file into the store. Raises MaillageError, a person named without a public office among them."""
    corrections = corrections_of(asked.file)
    stated = tuple(amended(read, corrections) if corrections.exists() else read for read in asked.read)
    extraction = Extraction((asked.file,), asked.read, stated, ())
    summary = add(asked.store, extraction, asked.loaders, 1, tell)
    for problem in summary.problems:
        if Path(problem.file).name in {asked.file.name, corrections.name}:
            raise problem
    return summary


def take_out(asked: ToRemove, tell: Tell) -> Summary:
    """Take a document out of the store. Raises MaillageError."""
    return remove(asked.store, asked.stem, asked.loaders, 1, tell)


def too_long(file: Path) -> DocumentError:
    """Say that work on ``file`` was given up."""
    return DocumentError(
        "abandonné : c'était trop long. Donnez ce document en plusieurs fichiers.",
        "given up: it took too long. Give this document as several files.",
        file=file.name,
    )


def ended(file: Path) -> DocumentError:
    """Say that work on ``file`` was ended."""
    return DocumentError(
        "arrêté, par vous ou faute de mémoire. Reprenez, ou donnez ce document en plusieurs fichiers.",
        "stopped, by you or for want of memory. Begin again, or give this document as several files.",
        file=file.name,
    )
