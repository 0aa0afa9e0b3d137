"""Lieu: a place of a document, its words where they are kept, and all that is stated there."""

from __future__ import annotations

from dataclasses import dataclass

from viz.explorer.facts import ask, told
from viz.explorer.names import link, name_of
from viz.explorer.problems import NotFoundError
from viz.explorer.views import Mark
from viz.explorer.visit import Visit
from viz.labels import concept
from viz.numbers import lines

TEMPLATE = "lieu.html"


@dataclass(frozen=True, slots=True)
class Statement:
    """A fact that is stated there: what it is, its words, what it is about, and how it was read."""

    kind: str
    text: str
    about: Mark
    tier: str
    rule: str


@dataclass(frozen=True, slots=True)
class Lieu:
    """What the page shows."""

    title: str
    document: Mark
    stem: str
    words: tuple[str, ...]
    statements: tuple[Statement, ...]


def page(visit: Visit, iri: str) -> Lieu:
    """Return the page of the place ``iri``. Raises NotFoundError where there is none."""
    found = tuple(ask(visit, "mots", iri))
    if not found:
        raise NotFoundError(iri)
    document = told(found[0], "document")
    return Lieu(
        lines(told(found[0], "lines"), visit.language),
        link(visit, document, name_of(visit, document)),
        document.rsplit("/", 1)[-1],
        tuple(told(record, "mots") for record in found if told(record, "mots")),
        _statements(visit, iri),
    )


def _statements(visit: Visit, iri: str) -> tuple[Statement, ...]:
    """Return the facts stated at ``iri``, each once."""
    found: dict[str, Statement] = {}
    for record in ask(visit, "lieu", iri):
        kind = told(record, "classe")
        about = told(record, "objet")
        key = f"statement.{kind}"
        if visit.words.has(key):
            statement = Statement(
                visit.words(key),
                told(record, "texte"),
                link(visit, about) if about else Mark(""),
                concept("paliers", told(record, "tier"), visit.language),
                told(record, "regle"),
            )
            found.setdefault(told(record, "enonce"), statement)
    return tuple(found.values())
