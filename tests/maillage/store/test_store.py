"""Questions to a store: values go in bound, plain values come out."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillage.errors import QueryError
from maillage.store import Iri, Store

XSD = "http://www.w3.org/2001/XMLSchema#"
TYPED = Store.memory(
    f"<https://example.org/s> <https://example.org/{name}> {value} <https://example.org/g> ."
    for name, value in {
        "entier": f'"12"^^<{XSD}integer>',
        "decimal": f'"1488.60"^^<{XSD}decimal>',
        "flottant": f'"1.5E0"^^<{XSD}double>',
        "vrai": f'"true"^^<{XSD}boolean>',
        "annee": f'"2021"^^<{XSD}gYear>',
        "faux_entier": f'"douze"^^<{XSD}integer>',
        "texte": '"l\'été"@fr',
        "chose": "<https://example.org/o>",
    }.items()
)


@pytest.mark.parametrize(
    ("name", "cell"),
    [
        ("entier", 12),
        ("decimal", Decimal("1488.60")),
        ("flottant", 1.5),
        ("vrai", True),
        ("annee", "2021"),
        ("faux_entier", "douze"),
        ("texte", "l'été"),
        ("chose", "https://example.org/o"),
        ("absent", None),
    ],
)
def test_a_term_becomes_a_plain_value(name: str, cell: object) -> None:
    table = TYPED.select(
        f"SELECT ?o WHERE {{ OPTIONAL {{ <https://example.org/s> <https://example.org/{name}> ?o }} }}"
    )
    assert table.rows == ((cell,),)


@given(st.one_of(st.text(), st.integers(-(2**60), 2**60), st.decimals(-1000, 1000, places=2)))
def test_a_bound_value_comes_back_as_it_was(value: str | int | Decimal) -> None:
    table = Store.memory().select("SELECT ?v WHERE { BIND(1 AS ?x) }", {"v": value})
    assert table.rows == ((value,),)


def test_a_text_is_never_an_iri() -> None:
    asked = "SELECT ?o ?p WHERE { ?s ?p ?o }"
    assert len(TYPED.select(asked, {"o": Iri("https://example.org/o")})) == 1
    assert len(TYPED.select(asked, {"o": "https://example.org/o"})) == 0


def test_ask_and_construct() -> None:
    assert TYPED.ask("ASK { ?s ?p ?o }")
    assert not TYPED.ask("ASK { ?s ?p ?o }", {"s": Iri("https://example.org/x")})
    lines = TYPED.construct("CONSTRUCT { ?s ?p 1 } WHERE { ?s ?p ?o }")
    assert len(lines) == 8
    assert list(lines) == sorted(lines)


@pytest.mark.parametrize(
    ("sparql", "message"),
    [
        ("SELECT ?s WHERE {", "SPARQL incorrect"),
        ("ASK {}", "il faut ici une requête SELECT"),
        ("DELETE WHERE { ?s ?p ?o }", "SPARQL incorrect"),
    ],
)
def test_bad_queries(sparql: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        TYPED.select(sparql)


def test_bad_bindings() -> None:
    with pytest.raises(QueryError, match="n'est pas une IRI"):
        TYPED.select("SELECT ?s WHERE { ?s ?p ?o }", {"s": Iri("pas une IRI")})


def test_a_value_that_is_not_asked_for_changes_nothing() -> None:
    assert TYPED.select("SELECT ?s WHERE { ?s ?p ?o }", {"absente": "x"}) == TYPED.select(
        "SELECT ?s WHERE { ?s ?p ?o }"
    )


def test_turtle_is_sorted_and_says_what_the_graph_says() -> None:
    (turtle,) = TYPED.dump_turtle()
    prefixes = [line for line in turtle.splitlines() if line.startswith("@prefix")]
    assert prefixes == sorted(prefixes)
    assert '<https://example.org/annee> "2021"^^xsd:gYear' in turtle
    assert turtle == next(TYPED.dump_turtle())
