"""A question as a query that stands by itself: its values are written in it, so that any SPARQL tool can ask it."""

from __future__ import annotations

from collections.abc import Mapping

from maillage.queries.questions import Question
from maillage.queries.values import bindings
from maillage.store import Endpoint, bound


def standalone(store: Endpoint, asked: Question, given: Mapping[str, str]) -> str:
    """Return the SPARQL of ``asked`` with the words ``given`` in it as terms, without its header.

    Raises QueryError for a value that is missing, not allowed or not known.
    """
    return bound(asked.sparql, bindings(store, asked, given))
