"""How facts that are not yet in a store are told: their table, their columns, the words by which one knows them."""

from __future__ import annotations

from collections.abc import Mapping

from viz.explorer.visit import Visit
from viz.plain import shorten

_FIRST = ("title", "label", "text", "name", "actor", "commune", "indicator", "member", "object", "detail", "territory")
"""The columns by which a person knows a fact, the best first; else its first column."""
_LONGEST = 240


def table_words(visit: Visit, table: str) -> str:
    """Return what a fact of ``table`` is called."""
    return visit.words(f"table.{table}")


def column_words(visit: Visit, column: str) -> str:
    """Return what a column is called."""
    return visit.words(f"field.{column}")


def main_words(columns: Mapping[str, str]) -> str:
    """Return the words by which one knows a fact."""
    named = (columns.get(name, "") for name in _FIRST)
    return shorten(next((words for words in (*named, *columns.values()) if words), "–"), _LONGEST)
