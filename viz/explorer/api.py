"""The addresses that the explorer answers, told in ``api.toml`` and, for programs, in ``openapi.json``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast

from starlette.requests import Request
from starlette.responses import Response

from maillage.errors import DeclarationError
from viz.texts import Language

_FILE = Path(__file__).with_name("api.toml")
_OPENAPI = Path(__file__).with_name("openapi.json")


@dataclass(frozen=True, slots=True)
class Address:
    """An address: what it answers, in both languages, in which formats; whether it is a page to read."""

    path: str
    fr: str
    en: str
    forms: tuple[str, ...]
    is_page: bool
    example: str = ""

    @property
    def href(self) -> str:
        """Where it is, for one that has no part to fill in; else its example, if there is one."""
        return self.example or ("" if "{" in self.path else self.path)

    def text(self, language: Language) -> str:
        """Return what it answers in ``language``."""
        return self.en if language == "en" else self.fr


@cache
def addresses() -> tuple[Address, ...]:
    """Read the addresses in the order of the file. Raises DeclarationError where it is not as it should be."""
    try:
        declared = tomllib.loads(_FILE.read_text("utf-8"))
        return tuple(_address(path, cast("Mapping[str, object]", entry)) for path, entry in declared.items())
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise DeclarationError(
            f"adresses illisibles ({error}) : corrigez le fichier.",
            f"unreadable addresses ({error}): mend the file.",
            file=_FILE,
        ) from error


def _address(path: str, entry: Mapping[str, object]) -> Address:
    forms = tuple(str(form) for form in cast("list[object]", entry.get("forms", ["HTML"])))
    return Address(
        path, str(entry["fr"]), str(entry["en"]), forms, bool(entry.get("page", False)), str(entry.get("example", ""))
    )


def openapi(_request: Request) -> Response:
    """Answer with the description of the addresses for programs, as OpenAPI."""
    return Response(_OPENAPI.read_bytes(), media_type="application/json", headers={"Access-Control-Allow-Origin": "*"})
