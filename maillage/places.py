"""Where the data folders are: beside the packages in a checkout, inside ``maillage`` in an installed wheel."""

from __future__ import annotations

from pathlib import Path

from maillage.errors import DeclarationError

_PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """Return the data folder ``name`` (``ontology``, ``shapes``, ``queries``, ``data``).

    Raises DeclarationError where neither the checkout nor the wheel has it.
    """
    for parent in (_PACKAGE.parent, _PACKAGE / "_data"):
        candidate = parent / name
        if candidate.is_dir():
            return candidate
    raise DeclarationError(
        f"le dossier « {name} » manque : réinstallez Maillage.",
        f"the folder “{name}” is missing: reinstall Maillage.",
        file=_PACKAGE.parent / name,
    )
