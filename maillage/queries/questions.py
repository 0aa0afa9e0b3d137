"""Question: a SPARQL file and what its header says of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from maillage.language import tr

CellType = Literal["string", "integer", "number", "date", "boolean"]
CELL_TYPES: Mapping[str, CellType] = {name: name for name in get_args(CellType)}


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that a question asks for; its ``name`` is that of the variable."""

    name: str
    type: str
    label_fr: str
    label_en: str
    default: str = ""
    values: tuple[str, ...] = ()
    optional: bool = False

    @property
    def label(self) -> str:
        """What it is, in the reader's language."""
        return tr(self.label_fr, self.label_en)

    @property
    def required(self) -> bool:
        """Whether the question cannot be asked without it."""
        return not self.optional and not self.default


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the answer: its name, type and meaning."""

    name: str
    meaning_fr: str
    meaning_en: str
    type: CellType = "string"

    @property
    def meaning(self) -> str:
        """What it holds, in the reader's language."""
        return tr(self.meaning_fr, self.meaning_en)


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the catalogue (or, ``internal``, of the export, the pages and the checks).

    One whose every row is a finding has a ``severity`` and messages that name its columns in braces.
    """

    name: str
    file: Path
    sparql: str
    title_fr: str
    title_en: str
    description_fr: str
    description_en: str
    audience: tuple[str, ...]
    internal: bool
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    lists: tuple[str, ...]
    keys: tuple[str, ...]
    order: tuple[str, ...]
    severity: str = ""
    message_fr: str = ""
    message_en: str = ""

    @property
    def title(self) -> str:
        """The question itself, in the reader's language."""
        return tr(self.title_fr, self.title_en)

    @property
    def description(self) -> str:
        """What each row of the answer says, in the reader's language."""
        return tr(self.description_fr, self.description_en)
