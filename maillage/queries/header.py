"""The header of a question: its ``#+`` lines, a simple YAML of nested mappings, read strictly."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from maillage.errors import DeclarationError

_MARK = "#+"
_INDENT = 2


@dataclass(slots=True)
class Entry:
    """A line of the header: its number in the file, its value, and the entries below it by key."""

    line: int
    value: str = ""
    below: dict[str, Entry] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Header:
    """The header of the ``file``, as entries that are taken out one by one; what is left is unknown."""

    file: Path
    top: Entry

    def error(self, line: int, fr: str, en: str) -> DeclarationError:
        """Return the error that names the file and the line."""
        return DeclarationError(fr, en, file=self.file, place=f"l. {line}")


def read(file: Path, text: str) -> Header:
    """Read the header of ``text``. Raises DeclarationError with the line that is not as it should be."""
    header = Header(file, Entry(1))
    open_entries = [header.top]
    for number, depth, content in _lines(header, text):
        key, colon, value = content.partition(":")
        if not colon or not key.strip() or (value and not value.startswith(" ")):
            raise header.error(number, "il faut « clé: valeur ».", "“key: value” is needed.")
        if depth >= len(open_entries) or (depth and open_entries[depth].value):
            raise header.error(number, "cette ligne est trop en retrait.", "this line is indented too far.")
        parent = open_entries[depth]
        if key in parent.below:
            raise header.error(number, f"« {key} » est là deux fois.", f"“{key}” is there twice.")
        parent.below[key] = Entry(number, _unquote(value.strip()))
        open_entries[depth + 1 :] = [parent.below[key]]
    return header


def _lines(header: Header, text: str) -> Iterator[tuple[int, int, str]]:
    """Give the number, depth and content of each header line."""
    for number, line in enumerate(text.splitlines(), 1):
        if not line.startswith(_MARK):
            continue
        content = line.removeprefix(_MARK).removeprefix(" ").rstrip()
        spaces = len(content) - len(content.lstrip())
        if spaces % _INDENT:
            raise header.error(number, "le retrait est de deux espaces par niveau.", "indent by two spaces a level.")
        if content:
            yield number, spaces // _INDENT, content.lstrip()


def _unquote(value: str) -> str:
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted else value


def words(entries: Mapping[str, Entry], key: str) -> tuple[str, ...]:
    """Return the comma-separated words of the entry ``key``; none where it is not there."""
    value = entries[key].value if key in entries else ""
    return tuple(word.strip() for word in value.split(",") if word.strip())
