"""Extraction: documents read and shown as tables, the store untouched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from maillage.errors import MaillageError
from maillage.pipeline.finding import found
from maillage.pipeline.graphs import quads
from maillage.pipeline.reading import Loaders, Progress, Statements, read_all
from maillage.store import Store


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was read of documents, and why some could not be."""

    statements: tuple[Statements, ...]
    problems: tuple[MaillageError, ...]

    def store(self) -> Store:
        """Return a store in memory that holds what was read, to be asked as any other."""
        return Store.memory(quads(self.statements))


def extract(
    places: Sequence[Path], loaders: Loaders, jobs: int = 1, progress: Progress = lambda _step: None
) -> Extraction:
    """Read the documents at ``places``. Raises UsageError where there is none."""
    readings = [read for _, read in read_all(found(places, loaders), loaders, jobs, progress)]
    return Extraction(
        tuple(read for read in readings if isinstance(read, Statements)),
        tuple(read for read in readings if isinstance(read, MaillageError)),
    )
