"""Extraction: documents read and what they state, the store untouched.

``extracted`` gives what is stated document by document and keeps none of it; ``extract`` gives all at once.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from maillage.errors import FactsError, MaillageError
from maillage.pipeline.defects import killed
from maillage.pipeline.finding import corrections_of, found, same_name
from maillage.pipeline.reading import Loaders, Progress, Statements, attempt, each, untold

if TYPE_CHECKING:
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
        from maillage.pipeline.graphs import quads  # only here: who wants facts need not wait for it
        from maillage.pipeline.storing import stored

        return stored(("\n".join(quads(self.statements)),), jobs, progress)


@dataclass(frozen=True, slots=True)
class Extracted:
    """What was read of the document at ``path``, None where it was not, and what is ``stated`` with its corrections.

    A document that cannot be read, whose corrections are not as they should be, or whose name another one bears, has
    the reason in its stead. ``quads`` are the graphs of its acts (N-Quads), where they were asked for: one text, which
    goes from process to process faster than its lines do.
    """

    path: Path
    reading: Statements | None
    stated: Statements | MaillageError
    quads: str = ""


def documents(places: Sequence[Path], loaders: Loaders) -> tuple[Path, ...]:
    """Return the documents at ``places``, each once. Raises UsageError for a place without any."""
    return tuple(dict.fromkeys(found(places, loaders)))


def extracted(
    paths: Sequence[Path], loaders: Loaders, jobs: int = 1, progress: Progress = untold, *, graphs: bool = False
) -> Generator[Extracted, None, None]:
    """Read the documents at ``paths``, correct what is read, and give each as soon as it is known.

    With ``graphs``, the graphs of their acts are written too, by the process that reads them.
    """
    first = {path.stem: path for path in reversed(paths)}
    yield from (Extracted(path, None, same_name(path)) for path in paths if first[path.stem] != path)
    ours = [path for path in paths if first[path.stem] == path]
    yield from (one for _, one in each(ours, partial(_one, loaders, graphs), _lost, jobs, progress))


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


def _one(loaders: Loaders, graphs: bool, path: Path) -> Extracted:
    """Read one document, correct what is read, and write its graphs where they are wanted."""
    read = attempt(loaders, path)
    reading = read if isinstance(read, Statements) else None
    stated = _corrected(read, path)
    if not graphs or not isinstance(stated, Statements):
        return Extracted(path, reading, stated)
    from maillage.pipeline.graphs import act_quads

    return Extracted(path, reading, stated, "\n".join(act_quads(stated)))


def _lost(path: Path) -> Extracted:
    """Say that the process that read the document at ``path`` died."""
    return Extracted(path, None, killed(path))


def _corrected(read: Statements | MaillageError, path: Path) -> Statements | MaillageError:
    """Return what was read of the document at ``path`` with the corrections beside it, or why that cannot be."""
    file = corrections_of(path)
    if isinstance(read, MaillageError) or not file.exists():
        return read
    from maillage.pipeline.corrections import amended  # only here: they ask the graph what an actor is called

    try:
        return amended(read, file)
    except FactsError as error:
        return error
