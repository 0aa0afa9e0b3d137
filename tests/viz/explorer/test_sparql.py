"""``/sparql``: the protocol by cases, real clients, what may be kept, and what a hostile query gets."""

from __future__ import annotations

import socket
import tomllib
from collections.abc import Iterator
from typing import Any
from xml.dom.minidom import Document

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from SPARQLWrapper import CSV, JSON, POST, TURTLE, XML, SPARQLWrapper

from maillage import graph
from maillage.store import Limits
from tests.viz.conftest import CASES, COMMON, quads
from tests.viz.explorer.serving import build, serving

PROTOCOL: list[dict[str, Any]] = tomllib.loads((CASES / "viz" / "sparql.toml").read_text("utf-8"))["case"]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server of the two fictional conventions."""
    lines = [*quads(*sorted(COMMON.glob("*.jsonl"))), *graph.ontology_quads()]
    store = build(tmp_path_factory.mktemp("sparql") / "store", lines)
    with serving(store, Limits(seconds=5)) as address:
        yield f"{address}/sparql"


@pytest.fixture(scope="module")
def client() -> Iterator[httpx.Client]:
    with httpx.Client(timeout=30) as opened:
        yield opened


def asked(client: httpx.Client, server: str, case: dict[str, Any]) -> httpx.Response:
    names = {
        "query": "query",
        "format": "format",
        "update": "update",
        "default": "default-graph-uri",
        "named": "named-graph-uri",
    }
    headers = {"accept": case.get("accept", "*/*"), "accept-language": case.get("language", "fr")}
    if "form" in case:
        return client.post(server, data=case["form"], headers=headers)
    if "body" in case:
        content = case["body"].encode(case.get("encoding", "utf-8"))
        return client.post(server, content=content, headers={**headers, "content-type": case["content"]})
    return client.get(server, params={names[key]: case[key] for key in names if key in case}, headers=headers)


@pytest.mark.parametrize("case", PROTOCOL, ids=lambda case: case["name"])
def test_the_protocol(client: httpx.Client, server: str, case: dict[str, Any]) -> None:
    response = asked(client, server, case)
    assert (response.status_code, response.headers["content-type"].split(";")[0]) == (case["status"], case["type"])
    assert case.get("has", "") in response.text
    for_a_person = case["type"] == "text/html"
    assert response.headers.get("access-control-allow-origin") == (None if for_a_person else "*")


def test_a_query_that_is_too_long(client: httpx.Client, server: str) -> None:
    for content in ("application/sparql-query", "application/x-www-form-urlencoded"):
        response = client.post(server, content=b"query=" + b"x" * 1_000_000, headers={"content-type": content})
        assert response.status_code == 413


def test_two_queries_in_one(client: httpx.Client, server: str) -> None:
    assert client.get(f"{server}?query=ASK%7B%7D&query=ASK%7B%7D").status_code == 400
    assert client.get(f"{server}?query=%ff").status_code == 400


def test_another_site_may_ask(client: httpx.Client, server: str) -> None:
    response = client.options(server, headers={"origin": "https://exemple.test"})
    assert response.status_code == 204
    assert "POST" in response.headers["access-control-allow-methods"]
    assert "Content-Type" in response.headers["access-control-allow-headers"]


def test_what_is_held_is_not_sent_again(client: httpx.Client, server: str) -> None:
    def ask(query: str, **headers: str) -> httpx.Response:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return client.get(server, params={"query": query}, headers=named)

    first = ask("ASK {}")
    assert first.headers["cache-control"] == "public, no-cache"
    assert {"Accept", "Accept-Encoding"} <= set(first.headers["vary"].split(", "))
    again = ask("ASK {}", if_none_match=first.headers["etag"])
    assert (again.status_code, again.content) == (304, b"")
    assert ask("ASK { }", if_none_match=first.headers["etag"]).status_code == 200
    assert ask("ASK {}", accept="text/csv", if_none_match=first.headers["etag"]).status_code == 200
    assert "etag" not in ask("SELECT (NOW() AS ?t) {}").headers


def test_large_answers_are_compressed_for_who_can_read_them(client: httpx.Client, server: str) -> None:
    query = {"query": "SELECT * { ?s ?p ?o } LIMIT 200"}
    plain = client.get(server, params=query, headers={"accept-encoding": "identity"})
    packed = client.get(server, params=query, headers={"accept-encoding": "gzip"})
    refused = client.get(server, params=query, headers={"accept-encoding": "gzip;q=0, *;q=0.5"})
    assert [one.headers.get("content-encoding") for one in (plain, packed, refused)] == [None, "gzip", None]
    assert plain.json() == packed.json() == refused.json()
    assert int(packed.headers["content-length"]) < int(plain.headers["content-length"]) / 3


@pytest.mark.parametrize("method", ["GET", POST])
def test_sparqlwrapper(server: str, method: str) -> None:
    def ask(query: str, form: str) -> object:
        client = SPARQLWrapper(server)
        client.setMethod(method)
        client.setQuery(query)
        client.setReturnFormat(form)
        return client.query().convert()

    table = ask("SELECT DISTINCT ?c { ?c a <https://w3id.org/maillage/def/Convention> }", JSON)
    assert isinstance(table, dict)
    assert len(table["results"]["bindings"]) == 3
    xml = ask("ASK { ?s ?p ?o }", XML)
    assert isinstance(xml, Document)
    assert "true" in xml.toxml()
    assert ask("SELECT (1 AS ?un) {}", CSV) == b"un\r\n1\r\n"
    turtle = ask("CONSTRUCT { ?s a ?o } WHERE { ?s a ?o }", TURTLE)
    assert isinstance(turtle, bytes)
    assert b"@prefix" in turtle


PIECES = st.sampled_from([*(CASES / "viz" / "pieces.txt").read_text("utf-8").splitlines(), "\n", "\x00"])


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES), st.lists(PIECES))
def test_no_query_leaves_the_machine_or_breaks_it(
    client: httpx.Client, server: str, before: list[str], after: list[str]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as canary:
        canary.settimeout(0)
        there = f"<http://127.0.0.1:{canary.getsockname()[1]}/>"
        words = " ".join([*before, "SERVICE", there, "{ ?s ?p ?o }", *after]).replace("{canary}", there)
        for query in (words, f"SELECT * {{ {words} }}"):
            response = client.post(server, data={"query": query})
            assert response.status_code in {200, 400}
        with pytest.raises(BlockingIOError):
            canary.accept()


@settings(max_examples=30, deadline=None)
@given(st.binary(max_size=200), st.text(st.characters(min_codepoint=33, max_codepoint=126), max_size=60))
def test_any_bytes_get_an_answer(client: httpx.Client, server: str, body: bytes, accept: str) -> None:
    headers = {"content-type": "application/sparql-query", "accept": accept}
    assert client.post(server, content=body, headers=headers).status_code in {200, 400, 406}
    headers["content-type"] = "application/x-www-form-urlencoded"
    assert client.post(server, content=b"query=ASK%7B%7D&" + body, headers=headers).status_code in {200, 400, 406}
