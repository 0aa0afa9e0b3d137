"""The catalogue: the questions of the ``queries`` folder, by name."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from maillage.errors import QueryError
from maillage.places import folder
from maillage.queries.declaration import parse
from maillage.queries.questions import Question
from maillage.queries.words import hint


def catalogue() -> tuple[Question, ...]:
    """Return the public questions, by name. Raises DeclarationError for a file that is not as it should be."""
    questions = (question(file.stem) for file in sorted(folder("queries").glob("*.rq")))
    return tuple(found for found in questions if not found.internal)


def question(name: str) -> Question:
    """Return the question ``name`` (``tables/fiches``, ``pages/...`` for those of a sub-folder).

    Raises QueryError, with the names that resemble it, where there is none; DeclarationError as ``catalogue``.
    """
    root = folder("queries")
    file = root / f"{name}.rq"
    if not file.is_file() or root not in file.resolve().parents:
        close = hint(name, (found.stem for found in root.glob("*.rq")))
        remedy = "« maillage query --list » les montre toutes.", "“maillage query --list” shows them all."
        raise QueryError(
            f"il n'y a pas de question « {name} ».{close[0]} {remedy[0]}",
            f"there is no question “{name}”.{close[1]} {remedy[1]}",
        )
    return _parsed(name, file)


def questions_of(subfolder: str) -> tuple[Question, ...]:
    """Return the questions of a sub-folder (``tables``, ``pages``), by name. Raises as ``catalogue`` does."""
    files = sorted((folder("queries") / subfolder).glob("*.rq"))
    return tuple(question(f"{subfolder}/{file.stem}") for file in files)


@cache
def _parsed(name: str, file: Path) -> Question:
    return parse(name, file)
