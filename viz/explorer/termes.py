"""The terms and concepts that a query may name, each as a query writes it, with what it means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from maillage.queries import run
from viz.explorer.facts import told
from viz.explorer.prefixes import shortened
from viz.explorer.visit import Visit

_CONCEPT = "concept"


def listed(visit: Visit) -> list[Mapping[str, str]]:
    """Return the terms, then the concepts: what a query writes, of what kind it is, its name and what it means."""
    return [*_read(visit, "pages/vocabulaire", "terme"), *_read(visit, "pages/concepts", _CONCEPT)]


def _read(visit: Visit, question: str, column: str) -> Iterator[Mapping[str, str]]:
    suffix = "_en" if visit.language == "en" else ""
    for record in run(visit.store, question):
        iri = told(record, column)
        short = shortened(iri)
        yield {
            "text": f"<{iri}>" if short == iri else short,
            "kind": _CONCEPT if column == _CONCEPT else told(record, "sorte"),
            "name": told(record, f"nom{suffix}"),
            "definition": told(record, f"definition{suffix}"),
        }
