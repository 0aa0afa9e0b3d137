"""Where the data folders are: beside the packages in a checkout, inside ``maillage`` in an installed wheel."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from maillage.errors import DeclarationError

_PACKAGE = Path(__file__).resolve().parent

STORE = ".maillage/store"
"""The store where none is named, under the current folder."""


def file(name: str) -> Path:
    """Return a file of the root that wheels carry (``CITATION.cff``). Raises DeclarationError as ``folder`` does."""
    return _found(name, Path.is_file)


def folder(name: str) -> Path:
    """Return the data folder ``name`` (``ontology``, ``shapes``, ``queries``, ``data``).

    Raises DeclarationError where neither the checkout nor the wheel has it.
    """
    return _found(name, Path.is_dir)


def _found(name: str, is_there: Callable[[Path], bool]) -> Path:
    for parent in (_PACKAGE.parent, _PACKAGE / "_data"):
        candidate = parent / name
        if is_there(candidate):
            return candidate
    raise DeclarationError(
        f"« {name} » manque : réinstallez Maillage.",
        f"“{name}” is missing: reinstall Maillage.",
        file=_PACKAGE.parent / name,
    )
