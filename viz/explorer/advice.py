"""What to do about a finding, by its code: read from ``advice.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast

from maillage.errors import DeclarationError
from viz.texts import Language

_FILE = Path(__file__).with_name("advice.toml")
_OTHERWISE = "contrainte"


@dataclass(frozen=True, slots=True)
class Advice:
    """A piece of advice in both languages, and the codes of the findings that it is for."""

    fr: str
    en: str
    codes: tuple[str, ...]

    def text(self, language: Language) -> str:
        """Return the advice in ``language``."""
        return self.en if language == "en" else self.fr


def advice(code: str) -> Advice:
    """Return what to do about a finding of that ``code``; that of the rules of an act where none is for it."""
    declared = advices()
    return next((one for one in declared.values() if code in one.codes), declared[_OTHERWISE])


@cache
def advices() -> Mapping[str, Advice]:
    """Read all the advice by name. Raises DeclarationError where the file is not as it should be."""
    try:
        declared = tomllib.loads(_FILE.read_text("utf-8"))
        found = {name: _advice(cast("Mapping[str, object]", entry)) for name, entry in declared.items()}
        return {_OTHERWISE: found[_OTHERWISE], **found}
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise DeclarationError(
            f"conseils illisibles ({error}) : corrigez le fichier.",
            f"unreadable advice ({error}): mend the file.",
            file=_FILE,
        ) from error


def _advice(entry: Mapping[str, object]) -> Advice:
    return Advice(str(entry["fr"]), str(entry["en"]), tuple(str(code) for code in cast("list[object]", entry["codes"])))
