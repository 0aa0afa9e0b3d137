"""The description of the exported tables, as Frictionless Data has it: types, meanings, keys, licence. No clock."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from maillage import __version__
from maillage.exports.tidy import DATE, Tidy
from maillage.queries import Column

TITLE = "Maillage : les conventions territoriales globales en tableaux"
LICENCE = "https://www.etalab.gouv.fr/licence-ouverte-open-licence"

Json = Mapping[str, object]

CSV: Json = {
    "profile": "tabular-data-resource",
    "format": "csv",
    "mediatype": "text/csv",
    "encoding": "utf-8",
    "dialect": {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "doubleQuote": True},
}
PARQUET: Json = {"format": "parquet", "mediatype": "application/vnd.apache.parquet"}


def describe(tables: Sequence[Tidy], carrier: Json) -> str:
    """Return the text of ``datapackage.json`` for ``tables``, in files that ``carrier`` describes (CSV, PARQUET)."""
    package: Json = {
        "profile": "tabular-data-package" if carrier is CSV else "data-package",
        "name": "maillage",
        "title": TITLE,
        "description": "Une ligne par fait énoncé, avec le document et les lignes qui l'énoncent.",
        "version": __version__,
        "licenses": [{"name": "etalab-2.0", "title": "Licence Ouverte / Open Licence 2.0", "path": LICENCE}],
        "resources": [_resource(tidy, carrier) for tidy in tables],
    }
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def _resource(tidy: Tidy, carrier: Json) -> Json:
    return {
        "name": tidy.name.replace("_", "-"),
        "path": f"{tidy.name}.{carrier['format']}",
        "title": tidy.question.title_fr,
        "description": tidy.question.description_fr or tidy.question.title_fr,
        **carrier,
        "schema": _schema(tidy),
    }


def _schema(tidy: Tidy) -> Json:
    schema: dict[str, object] = {
        "fields": [_field(column) for column in tidy.question.columns],
        "missingValues": [""],
    }
    return schema | {"primaryKey": tidy.key} if tidy.key else schema


def _field(column: Column) -> Json:
    field: dict[str, object] = {"name": column.name, "type": column.type, "description": column.meaning_fr}
    if column.type == "date":
        field |= {"type": "string", "constraints": {"pattern": DATE}}
    return field
