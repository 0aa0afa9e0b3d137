"""What kind of actor a name shows, by the declared words of ``vocabulary/actors.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from maillage.errors import DeclarationError

_FILE = Path(__file__).resolve().parent.parent / "vocabulary" / "actors.toml"
_INCLUSIVE = re.compile(r"[·⋅.‧•(-]{1,2}e[)·⋅.‧•-]?(s?)\b\)?|[·⋅.‧•]s\b", re.IGNORECASE)

_PREFIXES = frozenset(("halte", "micro", "multi", "sous", "vice"))


@dataclass(frozen=True, slots=True)
class Head:
    """The words that gave a kind: where they start and end in the folded name, and whether they are in the plural."""

    kind: str
    start: int
    end: int
    plural: bool = False


@dataclass(frozen=True, slots=True)
class _Entry:
    """A declared phrase: the kind it gives, in the singular and in the plural."""

    words: tuple[str, ...]
    kind: str
    plural: str
    anywhere: bool


class Kinds:
    """The declared words, compiled into one pattern: leftmost first, then longest."""

    def __init__(self, path: Path = _FILE) -> None:
        declared = _read(path)
        self._entries = sorted(
            _entries(declared, path), key=lambda entry: (len(entry.words), entry.words), reverse=True
        )
        alternatives = (rf"(?P<e{n}>{_phrase(entry.words)})" for n, entry in enumerate(self._entries))
        self._pattern = re.compile(rf"\b(?:{'|'.join(alternatives)})\b")
        through = "|".join(_word(word) for word in _strings(declared, "transparent", path))
        self.transparent = re.compile(rf"(?:{through}) (?:de la |de l |du |de |d )")
        self.keep_article = frozenset(_strings(declared, "keep_article", path))

    def heads(self, folded: str) -> Iterator[Head]:
        """Give the heads found in a folded name from left to right, those that count only in front among them."""
        for match in self._pattern.finditer(folded):
            entry = self._entries[int((match.lastgroup or "e0")[1:])]
            if not entry.anywhere and match.start() > 0:
                continue
            plural = _is_plural(match.group().split(), entry.words)
            yield Head(entry.plural if plural else entry.kind, match.start(), match.end(), plural)


@cache
def kinds() -> Kinds:
    """Return the kinds that Maillage ships. Raises DeclarationError where the file is not as it should be."""
    return Kinds()


def plain(name: str) -> str:
    """Return ``name`` without the marks of inclusive writing: ``chargé·e·s`` and ``chargé(e)s`` are ``chargés``."""
    return _INCLUSIVE.sub(lambda match: match[1] or ("s" if match[0].endswith("s") else ""), name)


def _phrase(words: tuple[str, ...]) -> str:
    return " ".join(_word(word) for word in words)


def _word(word: str) -> str:
    """A pattern for a word in the singular or the plural; ``#`` stands for a number."""
    if "#" in word:
        return word.replace("#", r"\d+")
    if len(word) < 4 or word[-1] in "sxz":
        return word
    if word.endswith("al"):
        return word[:-1] + "(?:l|le|les|ux)"
    return word + ("x?" if word.endswith("eau") else "s?")


def _is_plural(found: list[str], declared: tuple[str, ...]) -> bool:
    """Whether the first word that can take a plural has it: ``multi`` and the like cannot."""
    first = 1 if len(found) > 1 and declared[0] in _PREFIXES else 0
    return "#" not in declared[first] and found[first] != declared[first] and found[first][-1] in "sx"


def _read(path: Path) -> Mapping[str, object]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise _bad(path, str(error)) from error


def _entries(declared: Mapping[str, object], path: Path) -> Iterator[_Entry]:
    tables = declared.get("actor")
    if not isinstance(tables, list):
        raise _bad(path, "actor")
    for number, table in enumerate(tables, 1):
        kind = table.get("kind")
        if not isinstance(kind, str):
            raise _bad(path, f"actor {number}, kind")
        for name in _strings(table, "names", path):
            yield _Entry(
                tuple(name.split()), kind, str(table.get("plural", "groupe")), bool(table.get("anywhere", True))
            )


def _strings(table: Mapping[str, object], key: str, path: Path) -> list[str]:
    values = table.get(key)
    if not isinstance(values, list) or not all(isinstance(value, str) and value for value in values):
        raise _bad(path, key)
    return values


def _bad(path: Path, place: str) -> DeclarationError:
    return DeclarationError(
        "vocabulaire des acteurs illisible : corrigez le fichier.",
        "unreadable vocabulary of actors: mend the file.",
        file=path,
        place=place,
    )
