"""What is refused before anything is evaluated, and what only looks like it."""

from __future__ import annotations

import pytest

from maillage.errors import QueryError
from maillage.store.guarding import refuse

LONG = " UNION ".join(["{ ?s ?p ?o }"] * 1002)


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT * { SERVICE <http://exemple.test/> { ?s ?p ?o } }", "SERVICE"),
        ("SELECT * { " + "{ " * 61 + "} " * 61 + "}", "imbriquée"),
        (f"SELECT * {{ {LONG} }}", "trop longue"),
        ("SELECT * { ?s ?p ?o " + "OPTIONAL { ?s ?p ?x } " * 1001 + "}", "trop longue"),
    ],
)
def test_refused(query: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        refuse(query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service { ?s ?p 'SERVICE', <http://exemple.test/SERVICE> } # SERVICE",
        f'SELECT * {{ ?s ?p """{LONG}""" }}',
        "SELECT * { " + " UNION ".join(["{ ?s ?p ?o }"] * 1000) + " }",
    ],
)
def test_let_through(query: str) -> None:
    refuse(query)
