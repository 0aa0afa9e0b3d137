"""``/def/``: a page for readers, RDF for programs, by what the request accepts."""

from __future__ import annotations

import json

import pyoxigraph as ox
import pytest
from rdflib import Graph, URIRef

from maillage.graph import ontology_quads
from maillage.vocabulary import DEF, M
from tests.viz.explorer.asking import Get, found, text


def asked(get: Get, path: str, accept: str) -> tuple[int, str, str]:
    response = get(path, accept=accept)
    return response.status_code, response.headers.get("content-type", "").split(";")[0], response.text


def test_the_page_explains_every_term_and_concept(get: Get) -> None:
    anchors = set(found(get("/def/"), "//dt/@id"))
    whole = Graph()
    whole.parse(data="\n".join(f"{quad[: quad.rindex(' <')]} ." for quad in ontology_quads()), format="nt")
    defined = whole.query(
        "SELECT ?s WHERE { ?s <http://www.w3.org/2004/02/skos/core#definition> ?d ; a ?c "
        "FILTER(?c != <http://www.w3.org/2004/02/skos/core#ConceptScheme>) }"
    )
    assert anchors == {str(row[0]).removeprefix(DEF) for row in defined if isinstance(row, tuple)}
    assert "relais petite enfance" in text(get("/def/"))
    assert "early childhood information centre" in text(get("/def/", accept_language="en"))


def test_a_term_leads_to_its_explanation(get: Get) -> None:
    response = get("/def/type-action/guichet-unique")
    assert response.status_code == 303
    assert response.headers["location"] == "/def/#type-action/guichet-unique"
    assert "Accept" in response.headers["vary"]


@pytest.mark.parametrize("accept", ["text/turtle", "application/n-triples", "text/html;q=0.2, text/turtle"])
def test_turtle(get: Get, accept: str) -> None:
    status, kind, body = asked(get, "/def/Convention", accept)
    assert status == 200
    assert kind in accept
    assert set(Graph().parse(data=body, format="turtle").subjects()) == {URIRef(M.Convention)}


def test_json_ld_says_what_turtle_says(get: Get) -> None:
    status, kind, body = asked(get, "/def/", "application/ld+json")
    assert (status, kind) == (200, "application/ld+json")
    assert json.loads(body)
    turtle = asked(get, "/def/", "text/turtle")[2]
    assert set(ox.parse(body, format=ox.RdfFormat.JSON_LD)) == set(ox.parse(turtle, format=ox.RdfFormat.TURTLE))


def test_a_term_that_is_none(get: Get) -> None:
    assert asked(get, "/def/Rien", "text/turtle")[0] == 404


@pytest.mark.parametrize("accept", ["", "*/*", "image/png", "text/turtle;q=x", "text/html"])
def test_what_asks_for_nothing_known_gets_the_page(get: Get, accept: str) -> None:
    assert asked(get, "/def/", accept)[:2] == (200, "text/html")
