"""The words of the interface in both languages, read from ``texts.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal, cast

from maillage.errors import DeclarationError

Language = Literal["fr", "en"]
LANGUAGES: tuple[Language, ...] = ("fr", "en")

_SPACES = re.compile(r" (?=[:;?!»€%])|(?<=«) ")
_FILE = Path(__file__).with_name("texts.toml")


class Texts:
    """The words in one language: called with a key (``section.name``) and the values that fill it."""

    def __init__(self, language: Language, words: Mapping[str, str], file: Path = _FILE) -> None:
        self.language: Language = language
        self._words = words
        self._file = file

    def __call__(self, key: str, **values: str | int) -> str:
        """Return the words of ``key``, each ``{name}`` filled. Raises DeclarationError for an unknown key."""
        if key not in self._words:
            raise DeclarationError(
                f"le texte « {key} » manque : ajoutez-le.", f"the text “{key}” is missing: add it.", file=self._file
            )
        return self._words[key].format(**values) if values else self._words[key]

    def count(self, key: str, number: int) -> str:
        """Return the words of ``key`` for ``number`` things: ``key.one`` or ``key.many``, with ``{n}`` filled."""
        singular = number < 2 if self.language == "fr" else number == 1
        return self(f"{key}.{'one' if singular else 'many'}", n=number)

    def has(self, key: str) -> bool:
        """Whether ``key`` is declared."""
        return key in self._words

    def keys(self) -> frozenset[str]:
        """The keys that are declared."""
        return frozenset(self._words)


@cache
def texts(language: Language, file: Path = _FILE) -> Texts:
    """Read the words of ``file`` in ``language``. Raises DeclarationError where the file is not as it should be."""
    try:
        declared = tomllib.loads(file.read_text("utf-8"))
        return Texts(language, dict(_flat("", declared, language)), file)
    except (OSError, KeyError, ValueError, AttributeError) as error:
        raise DeclarationError(
            f"textes illisibles ({error}) : corrigez le fichier.",
            f"unreadable texts ({error}): mend the file.",
            file=file,
        ) from error


def _flat(prefix: str, declared: Mapping[str, object], language: Language) -> list[tuple[str, str]]:
    """Return the keys below ``prefix`` with their words; a table of both languages is one key."""
    found: list[tuple[str, str]] = []
    for name, entry in declared.items():
        below = cast("Mapping[str, object]", entry)
        key = f"{prefix}.{name}" if prefix else name
        if set(below) == set(LANGUAGES):
            found.append((key, _kept_together(str(below[language]), language)))
        else:
            found += _flat(key, below, language)
    return found


def _kept_together(words: str, language: Language) -> str:
    """Return ``words`` with the spaces of French signs unbreakable, so that no line begins with a colon."""
    return _SPACES.sub("\u00a0", words) if language == "fr" else words
