"""What leaves the store: tidy tables with their description, and the graph itself."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from maillage.errors import UsageError
from maillage.pipeline.datapackage import describe, table_name
from maillage.queries import questions_of, run
from maillage.store import Endpoint, Store
from maillage.table_text import as_csv

TABLES = "tables"


def write_tables(store: Endpoint, folder: Path) -> None:
    """Write every tidy table and ``datapackage.json`` into ``folder``, which is made.

    Raises UsageError where that cannot be written.
    """
    tables = [(question, run(store, question.name)) for question in questions_of(TABLES)]
    make_folder(folder)
    for question, table in tables:
        put(folder / f"{table_name(question)}.csv", [as_csv(table)])
    put(folder / "datapackage.json", [describe(tables)])


def write_nquads(store: Store, file: Path) -> None:
    """Write the whole graph to ``file`` as sorted N-Quads. Raises UsageError where that cannot be written."""
    put(file, (f"{line}\n" for line in store.dump_nquads()))


def write_turtle(store: Store, file: Path) -> None:
    """Write the union of the graphs to ``file`` as Turtle. Raises UsageError where that cannot be written."""
    put(file, store.dump_turtle())


def make_folder(folder: Path) -> None:
    """Make ``folder`` and those above it, where they are missing. Raises UsageError where that cannot be done."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(folder, error) from error


def put(file: Path, parts: Iterable[str]) -> None:
    """Write ``parts`` to ``file`` in one go: all or nothing. Raises UsageError where that cannot be written."""
    fresh = file.with_name(f"{file.name}.new")
    try:
        with fresh.open("w", encoding="utf-8", newline="\n") as output:
            output.writelines(parts)
        fresh.replace(file)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        raise unwritable(file, error) from error


def unwritable(file: Path, error: OSError) -> UsageError:
    """Say that ``file`` cannot be written."""
    reason = error.strerror or str(error)
    return UsageError(
        f"on ne peut pas écrire ici ({reason}) : donnez un autre chemin.",
        f"cannot write here ({reason}): give another path.",
        file=file,
    )
