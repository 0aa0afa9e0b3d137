"""The national exchange schemas: a CSV file a schema, and a report of what could not be filled, and why.

A schema is declared in ``data/schemas``; the question of the same name in ``queries/scdl`` gives the values.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from maillage.errors import DeclarationError
from maillage.exports.files import made, put
from maillage.language import tr
from maillage.places import folder
from maillage.queries import run
from maillage.store import Endpoint
from maillage.table import Cell, Table
from maillage.table_text import as_csv, text

_REPORT = ("schema", "colonne", "obligatoire", "lignes", "remplies", "ecartees", "raison")


@dataclass(frozen=True, slots=True)
class SchemaColumn:
    """A column of a schema: where its values come from, what they must look like, and why one can be absent.

    ``source`` names a column of the question (none: always empty); ``part`` picks the n-th of its several values.
    """

    name: str
    absent: str
    source: str = ""
    part: int = 0
    pattern: str = ".*"
    required: bool = False


@dataclass(frozen=True, slots=True)
class Schema:
    """An exchange schema: its name, title with version, and columns in their order."""

    name: str
    title: str
    columns: tuple[SchemaColumn, ...]


def schemas() -> tuple[Schema, ...]:
    """Return the declared schemas, by name. Raises DeclarationError for a file that is not as it should be."""
    return tuple(_schema(file) for file in sorted((folder("data") / "schemas").glob("*.toml")))


def write(store: Endpoint, dest: Path) -> None:
    """Write a CSV file a schema and ``rapport.csv`` into the folder ``dest``, which is made.

    Raises UsageError where that cannot be written.
    """
    target = made(dest)
    report: list[tuple[Cell, ...]] = []
    for schema in schemas():
        answer = run(store, f"scdl/{schema.name}")
        columns = [_filled(column, answer) for column in schema.columns]
        rows = tuple(zip(*(values for values, _ in columns), strict=True))
        names = tuple(column.name for column in schema.columns)
        put(target / f"{schema.name}.csv", [as_csv(Table(names, tuple(dict.fromkeys(rows))))])
        report += [_told(schema, column, *told) for column, told in zip(schema.columns, columns, strict=True)]
    put(target / "rapport.csv", [as_csv(Table(_REPORT, tuple(report)))])


def _filled(column: SchemaColumn, answer: Table) -> tuple[list[str], int]:
    """Return the values of ``column``, a row of ``answer`` each, and how many do not look as the schema wants."""
    if not column.source:
        return [""] * len(answer), 0
    found = [_picked(text(value), column.part) for value in answer.column(column.source)]
    kept = [value if re.fullmatch(column.pattern, value, re.DOTALL) else "" for value in found]
    return kept, sum(before != after for before, after in zip(found, kept, strict=True))


def _picked(value: str, part: int) -> str:
    """Return ``value``, or the n-th of the values that it holds."""
    parts = value.split(";")
    return value if not part else parts[part - 1] if part <= len(parts) else ""


def _told(schema: Schema, column: SchemaColumn, values: Sequence[str], rejected: int) -> tuple[Cell, ...]:
    """Return the row of the report for ``column``: why is said only where something is missing."""
    filled = sum(bool(value) for value in values)
    why = column.absent if filled < len(values) else ""
    return (schema.title, column.name, column.required, len(values), filled, rejected, why)


def _schema(file: Path) -> Schema:
    try:
        declared = tomllib.loads(file.read_text("utf-8"))
        columns = tuple(_column(column) for column in declared["columns"])
        return Schema(file.stem, f"{declared['title']} {declared['version']}".strip(), columns)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, re.error) as error:
        raise DeclarationError(
            f"schéma d'échange illisible ({error}) : corrigez le fichier.",
            f"unreadable exchange schema ({error}): mend it.",
            file=file,
        ) from error


def _column(declared: dict[str, str]) -> SchemaColumn:
    return SchemaColumn(
        name=declared["name"],
        absent=tr(declared["absent"], declared["absent_en"]),
        source=declared.get("from", ""),
        part=int(declared.get("part", 0)),
        pattern=re.compile(declared.get("pattern", ".*")).pattern,
        required=bool(declared.get("required")),
    )
