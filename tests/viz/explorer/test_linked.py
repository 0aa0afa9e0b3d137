"""Linked data: the name of a thing leads to its page or its RDF, and each tells where the others are."""

from __future__ import annotations

import json
import re

import pyoxigraph as ox
import pytest

from maillage.graph import BASE
from tests.viz.explorer.asking import SCRIPTS, Get, found

THING = "epci/243900354"
TYPES = {"": "text/html", ".ttl": "text/turtle", ".jsonld": "application/ld+json", ".nt": "application/n-triples"}
PARSED = {".ttl": ox.RdfFormat.TURTLE, ".nt": ox.RdfFormat.N_TRIPLES, ".jsonld": ox.RdfFormat.JSON_LD}
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@pytest.mark.parametrize(
    ("accept", "extension"),
    [
        ("", ""),
        ("*/*", ""),
        (BROWSER, ""),
        ("image/png", ""),
        ("text/turtle", ".ttl"),
        ("application/ld+json", ".jsonld"),
        ("application/n-triples", ".nt"),
        ("text/turtle;q=0.5, application/ld+json;q=0.8", ".jsonld"),
        ("text/html;q=0.2, text/turtle", ".ttl"),
    ],
)
def test_a_name_leads_to_what_is_liked_best(get: Get, accept: str, extension: str) -> None:
    response = get(f"/id/{THING}", accept=accept)
    assert (response.status_code, response.headers["location"]) == (303, f"/doc/{THING}{extension}")
    assert "Accept" in response.headers["vary"]
    page = get(f"/doc/{THING}", accept=accept)
    assert page.headers["content-type"].split(";")[0] == TYPES[extension]
    assert "Accept" in page.headers["vary"].split(", ")


@pytest.mark.parametrize("extension", TYPES)
def test_each_form_names_the_others(get: Get, extension: str) -> None:
    response = get(f"/doc/{THING}{extension}")
    assert (response.status_code, response.headers["content-type"].split(";")[0]) == (200, TYPES[extension])
    links = re.findall(r'<([^>]*)>; rel="alternate"; type="([^"]*)"', response.headers["link"])
    assert links == [(f"/doc/{THING}{one}", media_type) for one, media_type in TYPES.items()]
    assert f'<{BASE}{THING}>; rel="http://xmlns.com/foaf/0.1/primaryTopic"' in response.headers["link"]


def test_all_forms_say_the_same(get: Get) -> None:
    said = [set(ox.parse(get(f"/doc/{THING}{one}").text, format=form)) for one, form in PARSED.items()]
    assert said[0] == said[1] == said[2]
    assert ox.NamedNode(f"{BASE}{THING}") in {quad.subject for quad in said[0]}
    assert ox.NamedNode(f"{BASE}{THING}") in {quad.object for quad in said[0]}


def test_json_ld_is_short(get: Get) -> None:
    described = json.loads(get(f"/doc/{THING}.jsonld").text)
    node = next(one for one in described["@graph"] if one["id"].endswith(THING))
    assert {"type", "code"} <= node.keys()


@pytest.mark.parametrize("path", ["/doc/epci/rien.ttl", "/doc/epci/rien", "/doc/.ttl", "/doc/%3E%3Ca:b%3E.nt"])
def test_what_nobody_speaks_of(get: Get, path: str) -> None:
    assert get(path).status_code == 404


def test_the_dataset_is_described_with_counts(get: Get) -> None:
    response = get("/.well-known/void", accept="application/n-triples")
    assert response.headers["content-type"] == "application/n-triples"
    said = {str(quad.predicate.value): quad.object for quad in ox.parse(response.text, format=ox.RdfFormat.N_TRIPLES)}
    counted = said["http://rdfs.org/ns/void#triples"]
    assert isinstance(counted, ox.Literal)
    assert int(counted.value) > 1000
    assert said["http://rdfs.org/ns/void#sparqlEndpoint"] == ox.NamedNode("http://explorateur.test/sparql")
    assert b"void#entities" in response.content
    assert get("/.well-known/void").headers["content-type"].startswith("text/turtle")


def test_a_name_of_the_server_that_is_none_is_not_repeated(get: Get) -> None:
    said = get("/.well-known/void", accept="application/n-triples", host="a> <b:c").text
    assert "<http://localhost/sparql>" in said
    assert "b:c" not in said


def test_pages_stay_pages(get: Get) -> None:
    assert found(get(f"/doc/{THING}", accept=BROWSER), "//h1/text()")


def test_a_page_holds_what_it_is_about(get: Get) -> None:
    (text,) = found(get(f"/doc/{THING}", accept=BROWSER), "//head/script[@type='application/ld+json']/text()")
    said = set(ox.parse(text, format=ox.RdfFormat.JSON_LD))
    whole = set(ox.parse(get(f"/doc/{THING}.nt").text, format=ox.RdfFormat.N_TRIPLES))
    assert said == {quad for quad in whole if quad.subject == ox.NamedNode(f"{BASE}{THING}")}
    assert len(text) < 4000


def test_words_do_not_end_the_json_ld(get_hostile: Get) -> None:
    page = get_hostile("/doc/fiche/hostile-2024/1", accept=BROWSER)
    (text,) = found(page, "//script[not(@src)]/text()")
    assert "<script>window.pwned" in json.dumps(json.loads(text))
    assert not set(text) & set("<>&")
    assert not found(get_hostile("/recherche", accept=BROWSER), SCRIPTS)
