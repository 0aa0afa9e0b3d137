"""The description of the exported tables as CSV on the Web has it (W3C, 2015)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from maillage.exports.datapackage import LICENCE, TITLE
from maillage.exports.tidy import DATE, Tidy
from maillage.queries import Column

Json = Mapping[str, object]

_DATATYPES: Mapping[str, object] = {
    "integer": "integer",
    "number": "decimal",
    "boolean": "boolean",
    "date": {"base": "string", "format": DATE},
}


def describe(tables: Sequence[Tidy]) -> str:
    """Return the text of ``csv-metadata.json`` for ``tables``."""
    group: Json = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "fr"}],
        "dc:title": TITLE,
        "dc:license": {"@id": LICENCE},
        "tables": [_table(tidy) for tidy in tables],
    }
    return json.dumps(group, ensure_ascii=False, indent=2) + "\n"


def _table(tidy: Tidy) -> Json:
    schema: dict[str, object] = {
        "columns": [_column(column, tidy.question.lists) for column in tidy.question.columns],
    }
    if tidy.key:
        schema["primaryKey"] = tidy.key
    return {"url": f"{tidy.name}.csv", "dc:title": tidy.question.title_fr, "tableSchema": schema}


def _column(column: Column, lists: Sequence[str]) -> Json:
    described: dict[str, object] = {
        "name": column.name,
        "titles": column.name,
        "dc:description": column.meaning_fr,
        "datatype": _DATATYPES.get(column.type, "string"),
    }
    return described | {"separator": ";"} if column.name in lists else described
