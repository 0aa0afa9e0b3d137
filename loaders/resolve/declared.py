"""Read ``vocabulary/actors.toml``: the words that show an actor's kind."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from maillage.errors import DeclarationError

FILE = Path(__file__).resolve().parent.parent / "vocabulary" / "actors.toml"
KINDS = (
    "caf",
    "msa",
    "departement",
    "epci",
    "commune",
    "etat",
    "cpam",
    "operateur",
    "service",
    "association",
    "equipement",
    "groupe",
    "poste",
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A declared phrase: its words, the kind it gives in the singular and in the plural, and whether only in front."""

    words: tuple[str, ...]
    kind: str
    plural: str
    anywhere: bool


@dataclass(frozen=True, slots=True)
class Declared:
    """The whole file: its phrases, the words that are seen through, and the names that keep their article."""

    entries: tuple[Entry, ...]
    transparent: tuple[str, ...]
    keep_article: frozenset[str]


def read(path: Path = FILE) -> Declared:
    """Read the file. Raises DeclarationError with the place that is not as it should be."""
    try:
        declared = tomllib.loads(path.read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _bad(path, str(error)) from error
    return Declared(
        tuple(_entries(declared, path)),
        tuple(_strings(declared, "transparent", path, "")),
        frozenset(_strings(declared, "keep_article", path, "")),
    )


def _entries(declared: Mapping[str, object], path: Path) -> Iterator[Entry]:
    tables = declared.get("actor")
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise _bad(path, "actor")
    for number, table in enumerate(tables, 1):
        kind, plural, anywhere = table.get("kind"), table.get("plural", "groupe"), table.get("anywhere", True)
        if kind not in KINDS or plural not in KINDS or not isinstance(anywhere, bool):
            raise _bad(path, f"actor {number}")
        for name in _strings(table, "names", path, f"actor {number}, "):
            yield Entry(tuple(name.split()), kind, plural, anywhere)


def _strings(table: Mapping[str, object], key: str, path: Path, where: str) -> list[str]:
    values = table.get(key)
    if not isinstance(values, list) or not all(isinstance(value, str) and value.split() for value in values):
        raise _bad(path, where + key)
    return values


def _bad(path: Path, place: str) -> DeclarationError:
    return DeclarationError(
        "vocabulaire des acteurs illisible : corrigez le fichier.",
        "unreadable vocabulary of actors: mend the file.",
        file=path,
        place=place,
    )
