"""The lock of a store: one build at a time."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from maillage.errors import StoreError
from maillage.store import failures, layout


def prepare(root: Path) -> None:
    """Make the folders of a store. Raises StoreError where that is not possible."""
    try:
        (root / layout.GENERATIONS).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise failures.unwritable(root, error) from error


@contextmanager
def lock(root: Path) -> Iterator[None]:
    """Hold the store's lock: that of a SQLite file, which every system knows and gives back when the process dies.

    Raises StoreError where another process holds it, or where nothing can be written.
    """
    try:
        connection = sqlite3.connect(root / layout.LOCK, timeout=0, isolation_level=None)
    except sqlite3.OperationalError as error:
        raise _no_lock(root, error) from error
    with closing(connection):
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.DatabaseError as error:
            raise _no_lock(root, error) from error
        yield


def _no_lock(root: Path, error: sqlite3.DatabaseError) -> StoreError:
    if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
        return failures.locked(root)
    return failures.unwritable(root, OSError(errno.EACCES, str(error)))
