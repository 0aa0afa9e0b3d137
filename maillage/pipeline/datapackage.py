"""The description of the exported tables, as Frictionless Data has it: types, meanings, keys, licence. No clock."""

from __future__ import annotations

import json
from collections.abc import Sequence

from maillage import __version__
from maillage.queries import Column, Question
from maillage.table import Table

_DATE = r"^\d{4}(-\d{2}(-\d{2})?)?$"
_LICENCE = {
    "name": "etalab-2.0",
    "title": "Licence Ouverte / Open Licence 2.0",
    "path": "https://www.etalab.gouv.fr/licence-ouverte-open-licence",
}

Json = dict[str, object]


def describe(tables: Sequence[tuple[Question, Table]]) -> str:
    """Return the text of ``datapackage.json`` for ``tables``, each with the question that gave it."""
    package: Json = {
        "profile": "tabular-data-package",
        "name": "maillage",
        "title": "Maillage : les conventions territoriales globales en tableaux",
        "description": "Une ligne par fait énoncé, avec le document et les lignes qui l'énoncent.",
        "version": __version__,
        "licenses": [_LICENCE],
        "resources": [_resource(question, table) for question, table in tables],
    }
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def table_name(question: Question) -> str:
    """Return the name of the table that ``question`` gives."""
    return question.name.rpartition("/")[2]


def _resource(question: Question, table: Table) -> Json:
    name = table_name(question)
    return {
        "profile": "tabular-data-resource",
        "name": name.replace("_", "-"),
        "path": f"{name}.csv",
        "title": question.title_fr,
        "description": question.description_fr or question.title_fr,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "doubleQuote": True},
        "schema": _schema(question, table),
    }


def _schema(question: Question, table: Table) -> Json:
    schema: Json = {"fields": [_field(column) for column in question.columns], "missingValues": [""]}
    key = _key(question, table)
    return schema | {"primaryKey": key} if key else schema


def _field(column: Column) -> Json:
    field: Json = {"name": column.name, "type": column.type, "description": column.meaning_fr}
    if column.type == "date":  # cut to what is known, which no type of theirs allows
        field |= {"type": "string", "constraints": {"pattern": _DATE}}
    return field


def _key(question: Question, table: Table) -> list[str]:
    """Return the columns that tell the rows apart: key and place. None where two statements share even those."""
    names = [*question.keys, *(name for name in ("document", "lines") if name in table.columns)]
    key = list(dict.fromkeys(names))
    places = [table.columns.index(name) for name in key]
    values = [tuple(row[at] for at in places) for row in table.rows]
    unique = len(set(values)) == len(values) and all(any(cell is not None for cell in value) for value in values)
    return key if unique else []
