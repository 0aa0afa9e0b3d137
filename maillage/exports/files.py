"""Files that are written whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from maillage.errors import UsageError


@contextmanager
def replacing(file: Path) -> Iterator[Path]:
    """Give a path to write to, which takes the place of ``file`` once all is written.

    Raises UsageError where that cannot be written.
    """
    fresh = file.with_name(f"{file.name}.new")
    try:
        yield fresh
        fresh.replace(file)
    except OSError as error:
        raise unwritable(file, error) from error
    finally:
        fresh.unlink(missing_ok=True)


def put(file: Path, parts: Iterable[str]) -> None:
    """Write ``parts`` to ``file``. Raises UsageError where that cannot be written."""
    with replacing(file) as fresh, fresh.open("w", encoding="utf-8", newline="\n") as output:
        output.writelines(parts)


def made(folder: Path) -> Path:
    """Return ``folder``, which is made where it is not there. Raises UsageError where that cannot be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(folder, error) from error
    return folder


def unwritable(file: Path, error: OSError) -> UsageError:
    """Say that ``file`` cannot be written."""
    reason = error.strerror or str(error)
    return UsageError(
        f"on ne peut pas écrire ici ({reason}) : donnez un autre chemin.",
        f"cannot write here ({reason}): give another path.",
        file=file,
    )
