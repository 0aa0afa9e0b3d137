"""Éditeur: a query as one writes it, what it gave, and the questions of the catalogue to begin with."""

from __future__ import annotations

from dataclasses import dataclass

from maillage.queries import catalogue
from maillage.store import Answered, Outcome
from viz.explorer.addresses import with_query
from viz.explorer.pages.question import EXAMPLE, known, named, sample, written
from viz.explorer.prefixes import prefixes
from viz.explorer.sparql.results import MOST_ROWS, Result, result
from viz.explorer.views import Mark
from viz.explorer.visit import Visit
from viz.numbers import number

TEMPLATE = "editeur.html"

_FIRST = "conventions"
"""The question with which the editor begins when none is chosen."""

_TABLES, _TRIPLES = ("csv", "json", "xml"), ("turtle", "ntriples", "jsonld")


@dataclass(frozen=True, slots=True)
class Editeur:
    """What the page shows: the ``text`` of the query, its ``result`` or its ``problem`` once it was asked.

    ``rows`` says how many rows there are, ``more`` that the page holds only the first of them; ``files`` are the
    formats in which all is sent.
    """

    text: str
    result: Result | None
    problem: str
    rows: str
    more: str
    files: tuple[Mark, ...]
    examples: tuple[Mark, ...]
    prefixes: tuple[tuple[str, str], ...]


def page(visit: Visit, text: str = "", answered: Answered | None = None) -> Editeur:
    """Return the editor with the query ``text`` and what it was ``answered``; with an example where there is none.

    Raises NotFoundError for an example that is not in the catalogue.
    """
    english = visit.language == "en"
    found = result(answered) if answered and answered.outcome is Outcome.ANSWERED else None
    refused = answered if answered and not found else None
    return Editeur(
        text or _example(visit),
        found,
        (refused.en if english else refused.fr) if refused else "",
        visit.words.count("question.rows", found.total) if found else "",
        visit.words("editor.more", shown=number(MOST_ROWS, visit.language)) if found and found.large else "",
        _files(text, found),
        tuple(
            Mark(one.title_en if english else one.title_fr, with_query("/sparql", **{EXAMPLE: one.name}))
            for one in catalogue()
        ),
        tuple(prefixes().items()),
    )


def _example(visit: Visit) -> str:
    """Return the query of the question that the address names, with the values that it gives, or else with any."""
    asked = named(visit.query.get(EXAMPLE) or _FIRST)
    return written(visit, asked, {**sample(visit, asked), **known(asked, visit.query)})


def _files(text: str, found: Result | None) -> tuple[Mark, ...]:
    """Return where the whole answer is, a format each."""
    if not found:
        return ()
    formats = _TRIPLES if found.text else _TABLES
    return tuple(Mark(name.upper(), with_query("/sparql", query=text, format=name)) for name in formats)
