"""What takes too long, too much room or too much memory is stopped, and nobody else notices."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

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
    begun = time.monotonic()
    response = ask(server, ENDLESS[kind])
    assert response.status_code in {503, 504}
    assert response.text.strip().endswith((".", ":"))
    assert time.monotonic() - begun < 3 * LIMITS.seconds + LIMITS.patience
    assert ask(server, CHEAP).status_code == 200


def test_others_are_answered_meanwhile(server: str) -> None:
    with ThreadPoolExecutor(len(ENDLESS)) as pool:
        endless = [pool.submit(ask, server, query) for query in ENDLESS.values()]
        answers = 0
        while not all(one.done() for one in endless):
            begun = time.monotonic()
            assert ask(server, CHEAP).json()["results"]["bindings"][0]["o"]["value"] == "http://exemple.test/8"
            assert time.monotonic() - begun < LIMITS.seconds
            answers += 1
    assert answers > len(ENDLESS)
    assert {one.result().status_code for one in endless} <= {503, 504}


def test_a_result_that_is_too_large(server: str) -> None:
    response = ask(server, "SELECT * { ?a ?b ?c . ?d ?e ?f }")
    assert (response.status_code, response.headers["retry-after"]) == (503, "10")
    assert "LIMIT" in response.text
    assert ask(server, "CONSTRUCT { ?a ?e ?f } { ?a ?b ?c . ?d ?e ?f }").status_code == 503
    assert ask(server, "CONSTRUCT { ?a ?b ?c } { ?a ?b ?c }").status_code == 200


def test_the_query_of_a_client_that_has_gone_is_stopped(tmp_path_factory: pytest.TempPathFactory) -> None:
    store = build(tmp_path_factory.mktemp("gone") / "store", lines())
    patient = Limits(seconds=60, quick_cpu=0.2, quick_seconds=0.3, patience=0.5, quick=1, patient=1)
    with serving(store, patient) as server:
        for kind in ("product", "path", "product"):  # each finds the one seat free
            with pytest.raises(httpx.ReadTimeout):
                ask(f"{server}/sparql", ENDLESS[kind], timeout=1.5)
        with ThreadPoolExecutor(1) as pool:
            taken = pool.submit(ask, f"{server}/sparql", ENDLESS["product"], 3)
            time.sleep(1)
            assert ask(f"{server}/sparql", ENDLESS["path"]).status_code == 503
            with pytest.raises(httpx.ReadTimeout):
                taken.result()


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
