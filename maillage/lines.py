"""Tables of official data: tab-separated lines, checked in one go and taken apart only when one is asked for.

The communes of a whole country are many, and an act names a few of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import Generic, TypeVar

from maillage.errors import DeclarationError

T = TypeVar("T")


class Lines(Mapping[str, T], Generic[T]):
    """What the lines of a table describe, by their first column; each is made when it is first asked for."""

    def __init__(self, lines: Collection[str], made_of: Callable[[list[str]], T]) -> None:
        self._lines = {line[: line.index("\t")]: line for line in lines}
        self._made_of = made_of
        self._made: dict[str, T] = {}

    def __getitem__(self, key: str) -> T:
        """Return what the line of ``key`` describes. Raises KeyError where there is none."""
        made = self._made.get(key)
        if made is None:
            made = self._made[key] = self._made_of(self._lines[key].split("\t"))
        return made

    def __iter__(self) -> Iterator[str]:
        """Give the keys in the order of the table."""
        return iter(self._lines)

    def __len__(self) -> int:
        """Return how many lines there are."""
        return len(self._lines)

    def __contains__(self, key: object) -> bool:
        """Whether a line has this key."""
        return key in self._lines

    def column(self, number: int) -> list[str]:
        """Return the texts of one column, counted from 0, in the order of the table."""
        return [line.split("\t", number + 1)[number] for line in self._lines.values()]


def lines_of(path: Path, width: int, numbers: Collection[int] = ()) -> list[str]:
    """Return the lines below the header of the table at ``path``.

    Each has ``width`` columns, of which ``numbers`` (counted from 0) hold a number or nothing. Raises DeclarationError
    where the table cannot be read or has a line that is not so.
    """
    try:
        text = path.read_text("utf-8")
    except OSError as error:
        raise damaged(path, str(error)) from error
    body = text.partition("\n")[2]
    row = r"\t".join("[0-9]*+" if column in numbers else r"[^\t\n]*+" for column in range(width))
    lines = body.removesuffix("\n").split("\n") if body else []
    if not re.fullmatch(rf"\A(?:{row}(?:\n|\Z))*+", body):
        wrong = next(number for number, line in enumerate(lines, 2) if not re.fullmatch(row, line))
        raise damaged(path, f"l. {wrong}")
    return lines


def damaged(path: Path, place: str) -> DeclarationError:
    """Say that a table of official data, or its description, is not as it should be."""
    return DeclarationError(
        "donnée de référence illisible : relancez « scripts/build_reference.py ».",
        "unreadable reference data: run “scripts/build_reference.py” again.",
        file=path,
        place=place,
    )
