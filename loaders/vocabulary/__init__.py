"""The loaders' own vocabularies: TOML files of headings, cues and trigger words that a domain expert can change."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from maillage.errors import DeclarationError

Value = str | int | bool | list[str] | dict[str, str] | dict[str, int] | dict[str, list[str]]

_FOLDER = Path(__file__).resolve().parent


@cache
def load(name: str) -> Mapping[str, Value]:
    """Return the vocabulary file ``name`` (without ``.toml``). Raises DeclarationError where it cannot be read."""
    path = _FOLDER / f"{name}.toml"
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise DeclarationError(
            f"vocabulaire illisible ({error}) : corrigez le fichier ou réinstallez Maillage.",
            f"unreadable vocabulary ({error}): mend the file or reinstall Maillage.",
            file=path,
        ) from error


@cache
def words(name: str, key: str) -> tuple[str, ...]:
    """Return the list ``key`` of the vocabulary ``name``. Raises DeclarationError where there is no such list."""
    value = load(name).get(key)
    if not isinstance(value, list):
        raise _lacks(name, key)
    return tuple(value)


@cache
def values(name: str, key: str) -> Mapping[str, int]:
    """Return the table ``key`` of numbers of the vocabulary ``name``. Raises DeclarationError where there is none."""
    value = load(name).get(key)
    if not isinstance(value, dict):
        raise _lacks(name, key)
    return {word: number for word, number in value.items() if isinstance(number, int)}


@cache
def groups(name: str, key: str) -> Mapping[str, tuple[str, ...]]:
    """Return the table ``key`` of word lists of the vocabulary ``name``, in the order of the file.

    Raises DeclarationError where there is none.
    """
    value = load(name).get(key)
    if not isinstance(value, dict):
        raise _lacks(name, key)
    return {kind: tuple(entries) for kind, entries in value.items() if isinstance(entries, list)}


def texts() -> Iterator[str]:
    """Give every text of every vocabulary. Raises DeclarationError where one cannot be read."""
    for file in sorted(_FOLDER.glob("*.toml")):
        yield from _texts(load(file.stem))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (Mapping, list)):
        for below in value.values() if isinstance(value, Mapping) else value:
            yield from _texts(below)


def _lacks(name: str, key: str) -> DeclarationError:
    """Say that a vocabulary lacks an entry."""
    return DeclarationError(
        f"l'entrée « {key} » manque ou n'a pas la bonne forme.",
        f"the entry “{key}” is missing or malformed.",
        file=_FOLDER / f"{name}.toml",
    )
