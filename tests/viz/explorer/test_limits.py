"""What takes too long, too much room or too much memory is stopped, and nobody else notices."""

from __future__ import annotations

import asyncio
import os
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from select import select
from urllib.parse import urlencode

import httpx
import pytest
from anyio.from_thread import start_blocking_portal

from maillage.store import Asked, Limits, Outcome, Store, Workers
from tests.viz.explorer.serving import build, serving

THINGS = 3000
ANY = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i"
CHEAP = "SELECT ?o { <http://exemple.test/7> ?p ?o }"
ENDLESS = {
    "product": f"SELECT (COUNT(*) AS ?n) {{ {ANY} }}",
    "path": "SELECT (COUNT(*) AS ?n) { ?a (<a:p>|!<a:p>)* ?b . ?c (<a:p>|!<a:p>)+ ?d }",
    "sort": f"SELECT * {{ {ANY} }} ORDER BY DESC(?i) ?a ?e",
    "text": f"SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?f), STR(?i))) AS ?n) {{ {ANY} }}",
}
LIMITS = Limits(seconds=2, quick_cpu=0.3, patience=2, result=1_000_000, memory=500_000_000)


def lines() -> list[str]:
    return [
        f"<http://exemple.test/{n}> <http://exemple.test/p> <http://exemple.test/{n + 1}> <http://exemple.test/g> ."
        for n in range(THINGS)
    ]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(build(tmp_path_factory.mktemp("limits") / "store", lines()), LIMITS) as address:
        yield f"{address}/sparql"


def ask(server: str, query: str, timeout: float = 30) -> httpx.Response:
    return httpx.post(server, data={"query": query}, timeout=timeout)


@pytest.mark.parametrize("kind", ENDLESS)
def test_an_endless_query_is_stopped(server: str, kind: str) -> None:
    response = ask(server, ENDLESS[kind])
    assert response.status_code in {503, 504}
    assert response.text.strip().endswith((".", ":"))
    assert ask(server, CHEAP).status_code == 200


def test_others_are_answered_meanwhile(server: str) -> None:
    with ThreadPoolExecutor(len(ENDLESS)) as pool:
        endless = [pool.submit(ask, server, query) for query in ENDLESS.values()]
        answers = 0
        while not all(one.done() for one in endless):
            assert ask(server, CHEAP).json()["results"]["bindings"][0]["o"]["value"] == "http://exemple.test/8"
            answers += 1
    assert answers > len(ENDLESS)
    assert {one.result().status_code for one in endless} <= {503, 504}


def test_a_result_that_is_too_large(server: str) -> None:
    response = ask(server, "SELECT * { ?a ?b ?c . ?d ?e ?f }")
    assert (response.status_code, response.headers["retry-after"]) == (503, "10")
    assert "LIMIT" in response.text
    assert ask(server, "CONSTRUCT { ?a ?e ?f } { ?a ?b ?c . ?d ?e ?f }").status_code == 503
    assert ask(server, "CONSTRUCT { ?a ?b ?c } { ?a ?b ?c }").status_code == 200


@contextmanager
def client(server: str, query: str) -> Iterator[socket.socket]:
    """Ask ``query`` and leave with the block, answered or not; give the line on which an answer would come."""
    url = httpx.URL(f"{server}/sparql")
    body = urlencode({"query": query}).encode()
    head = f"POST {url.path} HTTP/1.1\r\nHost: {url.host}\r\nContent-Length: {len(body)}\r\n"
    with socket.create_connection((url.host, url.port or 80)) as line:
        line.sendall(f"{head}Content-Type: application/x-www-form-urlencoded\r\n\r\n".encode() + body)
        yield line


def test_the_query_of_a_client_that_has_gone_is_stopped(tmp_path_factory: pytest.TempPathFactory) -> None:
    store = build(tmp_path_factory.mktemp("gone") / "store", lines())
    one_seat = Limits(seconds=300, quick_cpu=0.2, quick_seconds=0.3, patience=4, quick=1, patient=1)
    with serving(store, one_seat) as server:
        for _ in range(3):  # the one seat is free again each time: one of the two has it, the other is refused
            with client(server, ENDLESS["product"]) as first, client(server, ENDLESS["path"]) as second:
                (refused,) = select([first, second], [], [], 60)[0]
                assert refused.recv(100).startswith(b"HTTP/1.1 503")
                assert not select([second if refused is first else first], [], [], 1)[0]  # both asked at the same time


def children() -> set[int]:
    """Return the processes that this one has started and that live."""
    found = set()
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                state, parent = (entry / "stat").read_text().rpartition(")")[2].split()[:2]
            except OSError:
                continue
            if int(parent) == os.getpid() and state != "Z":
                found.add(int(entry.name))
    return found


def test_what_is_stopped_leaves_no_process_behind() -> None:
    quads = "\n".join(Store.memory(lines()).dump_nquads()).encode()
    before = children()

    async def run() -> list[Outcome]:
        workers = Workers(Limits(seconds=1, quick_cpu=0.1, quick_seconds=0.5), quads)
        await workers.start()
        gone = asyncio.create_task(workers.ask(Asked(ENDLESS["product"])))
        await asyncio.sleep(0.2)
        gone.cancel()
        outcomes = [(await workers.ask(Asked(query))).outcome for query in (ENDLESS["path"], CHEAP)]
        await workers.close()
        return outcomes

    with start_blocking_portal() as portal:  # a loop of its own: the browser's tests have one in this thread
        assert portal.call(run) == [Outcome.SLOW, Outcome.ANSWERED]
    assert children() <= before


def test_a_query_that_needs_too_much_memory() -> None:
    async def run() -> list[Outcome]:
        workers = Workers(
            Limits(seconds=20, quick_cpu=10, quick_seconds=10, memory=300_000_000), "\n".join(lines()).encode()
        )
        outcomes = [(await workers.ask(Asked(query))).outcome for query in (ENDLESS["sort"], CHEAP)]
        await workers.close()
        return outcomes

    with start_blocking_portal() as portal:
        assert portal.call(run) == [Outcome.MEMORY, Outcome.ANSWERED]
