"""Extraction: documents read and shown as tables, the store untouched.

``extracted`` gives what is stated document by document and keeps none of it; ``extract`` gives all at once.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from maillage import checks, graph
from maillage.errors import FactsError, MaillageError
from maillage.language import tr
from maillage.pipeline.corrections import amended
from maillage.pipeline.finding import corrections_of, found
from maillage.pipeline.gathering import same_name
from maillage.pipeline.graphs import nearby, quads
from maillage.pipeline.reading import Loaders, Progress, Statements, read_all, untold
from maillage.store import Store


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was read of documents, the ``files`` it was read of, and why some could not be.

    ``statements`` are corrected, ``readings`` are not yet.
    """

    files: tuple[Path, ...]
    readings: tuple[Statements, ...]
    statements: tuple[Statements, ...]
    problems: tuple[MaillageError, ...]

    def store(self, jobs: int = 1, progress: Progress = untold) -> Store:
        """Return a store in memory that holds what was read and what the checks find in it, to be asked as any other.

        Raises DeclarationError where a shape or a question is not as it should be.
        """
        return stored(self.statements, jobs, progress)


def stored(statements: Sequence[Statements], jobs: int = 1, progress: Progress = untold) -> Store:
    """Return a store in memory that holds ``statements`` and what the checks find in them, to be asked as any other.

    Raises DeclarationError where a shape or a question is not as it should be.
    """
    stated = list(quads(statements))
    store = Store.memory(chain(stated, nearby(stated)))
    progress(tr("contrôles", "checks"))
    store.load(graph.finding_quads(checks.check(store, jobs)))
    return store


@dataclass(frozen=True, slots=True)
class Extracted:
    """What was read of the document at ``path``, None where it was not, and what is ``stated`` with its corrections.

    A document that cannot be read, whose corrections are not as they should be, or whose name another one bears, has
    the reason in its stead.
    """

    path: Path
    reading: Statements | None
    stated: Statements | MaillageError


def documents(places: Sequence[Path], loaders: Loaders) -> tuple[Path, ...]:
    """Return the documents at ``places``, each once. Raises UsageError for a place without any."""
    return tuple(dict.fromkeys(found(places, loaders)))


def extracted(
    paths: Sequence[Path], loaders: Loaders, jobs: int = 1, progress: Progress = untold
) -> Generator[Extracted, None, None]:
    """Read the documents at ``paths``, correct what is read, and give each as soon as it is known."""
    first = {path.stem: path for path in reversed(paths)}
    yield from (Extracted(path, None, same_name(path)) for path in paths if first[path.stem] != path)
    for path, read in read_all([path for path in paths if first[path.stem] == path], loaders, jobs, progress):
        yield Extracted(path, read if isinstance(read, Statements) else None, _corrected(read, path))


def extract(places: Sequence[Path], loaders: Loaders, jobs: int = 1, progress: Progress = untold) -> Extraction:
    """Read the documents at ``places`` and correct what is read. Raises UsageError where there is none.

    A document of which nothing can be stated is left out and told among the problems.
    """
    paths = documents(places, loaders)
    known = {one.path: one for one in extracted(paths, loaders, jobs, progress)}
    every = [known[path] for path in paths]
    stated = [one for one in every if isinstance(one.stated, Statements)]
    return Extraction(
        tuple(one.path for one in stated),
        tuple(one.reading for one in stated if one.reading is not None),
        tuple(one.stated for one in stated if isinstance(one.stated, Statements)),
        tuple(one.stated for one in every if isinstance(one.stated, MaillageError)),
    )


def _corrected(read: Statements | MaillageError, path: Path) -> Statements | MaillageError:
    """Return what was read of the document at ``path`` with the corrections beside it, or why that cannot be."""
    file = corrections_of(path)
    if isinstance(read, MaillageError) or not file.exists():
        return read
    try:
        return amended(read, file)
    except FactsError as error:
        return error
