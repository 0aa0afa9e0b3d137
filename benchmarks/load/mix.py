"""What is asked: the catalogue as text, each question with some values, and queries that never end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from benchmarks.questions import words_of
from maillage import queries
from maillage.queries.values import bindings
from maillage.store import Store, bound

_VALUES = 4

ENDLESS = {
    "cross product": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "path": "SELECT (COUNT(*) AS ?n) { ?a (<urn:p>|!<urn:p>)* ?b . ?c (<urn:p>|!<urn:p>)+ ?d }",
    "sort": "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY DESC(?f) ?a ?e",
    "text": "SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?f))) AS ?n) { ?a ?b ?c . ?d ?e ?f }",
}


def catalogue(store: Store) -> tuple[str, ...]:
    """Return every question of the catalogue as SPARQL, each with up to four values of what it needs."""
    return tuple(asked(store, one, words) for one in queries.catalogue() for words in values(store, one))


def values(store: Store, question: queries.Question) -> Sequence[Mapping[str, str]]:
    """Return the words with which ``question`` is asked, up to four of what it needs."""
    given = list(words_of(store, question))
    return given[:: max(1, len(given) // _VALUES)][:_VALUES]


def asked(store: Store, question: queries.Question, words: Mapping[str, str]) -> str:
    """Return ``question`` as SPARQL, with what ``words`` mean in it."""
    return bound(question.sparql, bindings(store, question, words))


def new(query: str, number: int) -> str:
    """Return ``query`` as one that nobody has asked."""
    return f"{query}\n# {number}"
