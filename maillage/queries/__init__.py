"""Questions: named SPARQL files, asked with plain words, answered by tables."""

from __future__ import annotations

from collections.abc import Mapping

from maillage.queries.answers import shape
from maillage.queries.catalogue import catalogue, question, questions_of
from maillage.queries.questions import Column, Parameter, Question
from maillage.queries.standalone import standalone
from maillage.queries.triples import triples
from maillage.queries.values import bindings
from maillage.store import Endpoint, Value, bound
from maillage.table import Table

__all__ = [
    "Column",
    "Parameter",
    "Question",
    "catalogue",
    "question",
    "questions_of",
    "run",
    "shape",
    "standalone",
    "triples",
]


def run(store: Endpoint, name: str, params: Mapping[str, str] | None = None) -> Table:
    """Ask ``store`` the question ``name`` with the words ``params`` and return its table.

    Raises QueryError for an unknown question, parameter or value, StoreError where the store cannot be read.
    """
    asked = question(name)
    values = bindings(store, asked, params or {})
    return store.kept(_told(asked, values), lambda: shape(asked, store.select(asked.sparql, values)))


def _told(asked: Question, values: Mapping[str, Value]) -> str:
    """Return all that an answer depends on, but for the graph."""
    shaped = ((column.name for column in asked.columns), asked.lists, asked.order)
    return "\n".join((bound(asked.sparql, values), *(" ".join(names) for names in shaped)))
