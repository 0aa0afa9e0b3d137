"""A value goes into a query as one term, whatever it holds; what is no variable is left alone."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillage.errors import QueryError
from maillage.store import Iri, Store, Value
from maillage.store.binding import bound
from maillage.store.terms import cell, term

CASES = [
    ("SELECT ?a WHERE { ?s ?p ?a }", {}, "SELECT ?a WHERE { ?s ?p ?a }"),
    ("SELECT ?a WHERE { ?s ?p ?a }", {"a": "x"}, 'SELECT ?a WHERE { VALUES ?a { "x" } ?s ?p "x" }'),
    ("SELECT ?s { ?s ?p ?a FILTER($a > 2) }", {"a": 1}, "SELECT ?s { ?s ?p {1} FILTER({1} > 2) }"),
    ("SELECT * { ?s ?p ?a }", {"a": 1}, "SELECT * { VALUES ?a { {1} } ?s ?p {1} }"),
    ("SELECT (COUNT(*) AS ?n) { ?s ?p ?a }", {"a": 1}, "SELECT (COUNT(*) AS ?n) { ?s ?p {1} }"),
    (
        "SELECT ?a (MAX(?n) AS ?m) { { SELECT ?a ?n { ?a ?p ?n } } } GROUP BY ?a ORDER BY ?a",
        {"a": Iri("urn:x")},
        "SELECT ?a (MAX(?n) AS ?m) { VALUES ?a { <urn:x> } { SELECT ?a ?n { VALUES ?a { <urn:x> } <urn:x> ?p ?n } } } "
        "GROUP BY ?a ORDER BY ?a",
    ),
    ("# ?a\nASK { ?s ?p '?a', \"\"\"?a\"\"\", ?ab . <?a> ?p ?a }", {"a": 1},
     "ASK { ?s ?p '?a', \"\"\"?a\"\"\", ?ab . <?a> ?p {1} }"),
    ("SELECT ?s { ?s <p>?/<q> ?a } LIMIT 1", {"a": 1}, "SELECT ?s { ?s <p>?/<q> {1} } LIMIT 1"),
    ("CONSTRUCT { ?a ?p ?o } { GRAPH ?g { ?a ?p ?o } }", {"a": Iri("urn:x")},
     "CONSTRUCT { <urn:x> ?p ?o } { GRAPH ?g { <urn:x> ?p ?o } }"),
]  # fmt: skip
ONE = '"1"^^<http://www.w3.org/2001/XMLSchema#integer>'
HOSTILE = [
    '"',
    "\\",
    "'",
    '" } ; DROP ALL #',
    "\n",
    "\r\n",
    "?a",
    "<>",
    "\\u0022",
    "\x00",
    "}",
    '"""',
    "'''",
    "\\\\",
    "€𝄞",
]
TEXTS = st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=5))).map("".join)
QUERY = 'SELECT ?v ?same (STR(?v) AS ?text) WHERE { BIND(?v = "" AS ?same) { SELECT ?v { } } FILTER(?v = ?v) }'


@pytest.mark.parametrize(("query", "values", "expected"), CASES)
def test_where_values_go(query: str, values: dict[str, Value], expected: str) -> None:
    assert bound(query, values) == expected.replace("{1}", ONE)


@given(TEXTS)
def test_no_text_gets_out_of_its_term(text: str) -> None:
    (row,) = Store.memory().select(bound(QUERY, {"v": text})).rows
    assert row == (text, text == "", text)


@given(st.one_of(st.text(), TEXTS.map("http://example.org/{}".format)))
def test_no_iri_gets_out_of_its_term(text: str) -> None:
    try:
        query = bound(QUERY, {"v": Iri(text)})
    except QueryError:
        return
    assert Store.memory().select(query).rows == ((text, False, text),)


@given(st.one_of(st.integers(-(2**63), 2**63 - 1), st.booleans(), st.decimals(-(10**9), 10**9, places=4)))
def test_numbers_stay_what_they_are(value: int | Decimal) -> None:
    (row,) = Store.memory().select(bound(QUERY, {"v": value})).rows
    assert row[0] == cell(term(value))
