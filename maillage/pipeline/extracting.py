"""Extraction: documents read and shown as tables, the store untouched."""

from __future__ import annotations

from collections.abc import Sequence
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
        stated = list(quads(self.statements))
        store = Store.memory(chain(stated, nearby(stated)))
        progress(tr("contrôles", "checks"))
        store.load(graph.finding_quads(checks.check(store, jobs)))
        return store


def extract(places: Sequence[Path], loaders: Loaders, jobs: int = 1, progress: Progress = untold) -> Extraction:
    """Read the documents at ``places`` and correct what is read. Raises UsageError where there is none.

    A document that cannot be read, whose corrections are not as they should be, or whose name another one bears, is
    left out and told among the problems.
    """
    paths = list(dict.fromkeys(found(places, loaders)))
    first = {path.stem: path for path in reversed(paths)}
    problems: dict[Path, MaillageError] = {path: same_name(path) for path in paths if first[path.stem] != path}
    readings: dict[Path, tuple[Statements, Statements]] = {}
    for path, read in read_all([path for path in paths if first[path.stem] == path], loaders, jobs, progress):
        stated = _corrected(read, path)
        if isinstance(read, Statements) and isinstance(stated, Statements):
            readings[path] = read, stated
        elif isinstance(stated, MaillageError):
            problems[path] = stated
    files = tuple(path for path in paths if path in readings)
    raw, corrected = zip(*(readings[path] for path in files), strict=True) if files else ((), ())
    return Extraction(files, raw, corrected, tuple(problems[path] for path in paths if path in problems))


def _corrected(read: Statements | MaillageError, path: Path) -> Statements | MaillageError:
    """Return what was read of the document at ``path`` with the corrections beside it, or why that cannot be."""
    file = corrections_of(path)
    if isinstance(read, MaillageError) or not file.exists():
        return read
    try:
        return amended(read, file)
    except FactsError as error:
        return error
