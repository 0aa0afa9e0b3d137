"""What came before is given again, byte for byte, as long as the build lasts; and nothing else is."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, repeat
from pathlib import Path
from typing import Any

import httpx
import pytest
from anyio.from_thread import start_blocking_portal
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from maillage.store import Limits
from tests.viz.explorer.serving import build, serving
from viz.explorer.recall import MOST, Recall

HERE = "<http://exemple.test/{}> <http://exemple.test/p> <http://exemple.test/b> <http://exemple.test/g> ."
COUNT = {"query": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"}


def counting(status: int = 200, headers: dict[str, str] | None = None, size: int = 1) -> tuple[Starlette, list[str]]:
    """Return an application that answers with how often it was asked, and the list of what it was asked."""
    asked = list[str]()

    async def answer(request: Request) -> Response:
        asked.append(f"{request.url.query} {(await request.body()).decode()}")
        return Response(f"{len(asked)}" * size, status, headers)

    return Starlette(routes=[Route("/sparql", answer, methods=["GET", "POST"])]), asked


STEADY = {"ETag": '"1"'}
USUAL: dict[str, Any] = {"method": "POST", "url": "/sparql?query=a", "content": b"a"}


def ask(app: Starlette, requests: Iterable[dict[str, Any]], builds: Iterable[str] = (), most: int = MOST) -> list[str]:
    """Send ``requests`` to ``app`` behind what recalls, each while the next of ``builds`` answers; return the texts."""
    names = chain(builds, repeat("build"))

    async def run() -> list[str]:
        transport = httpx.ASGITransport(Recall(app, ("/sparql",), lambda: next(names), most))
        async with httpx.AsyncClient(transport=transport, base_url="http://explorateur.test") as client:
            return [(await client.request(**request)).text for request in requests]

    with start_blocking_portal() as portal:  # a loop of its own: the browser's tests have one in this thread
        return portal.call(run)


def got(*queries: object) -> list[dict[str, Any]]:
    return [{"method": "GET", "url": f"/sparql?query={query}"} for query in queries]


def test_the_same_request_is_not_read_again() -> None:
    app, asked = counting(headers=STEADY)
    assert ask(app, [*got("a"), USUAL] * 3) == ["1", "2"] * 3
    assert asked == ["query=a ", "query=a a"]


@pytest.mark.parametrize(
    "changed",
    [
        {"url": "/sparql?query=b"},
        {"content": b"b"},
        {"headers": {"accept": "text/csv"}},
        {"headers": {"accept-encoding": "gzip"}},
        {"headers": {"content-type": "application/sparql-query"}},
        {"headers": {"if-none-match": '"1"'}},
        {"headers": [("accept", "text/csv"), ("accept", "*/*")]},
    ],
    ids=str,
)
def test_another_request_is_another(changed: dict[str, Any]) -> None:
    app, _ = counting(headers=STEADY)
    assert ask(app, [USUAL, {**USUAL, **changed}]) == ["1", "2"]


@pytest.mark.parametrize("status", [200, 400, 503])
def test_what_may_change_is_asked_anew(status: int) -> None:
    app, _ = counting(status, headers=STEADY if status != 200 else None)
    assert ask(app, [USUAL] * 2) == ["1", "2"]


def test_another_build_is_asked_anew() -> None:
    app, _ = counting(headers=STEADY)
    assert ask(app, [USUAL] * 6, ["one", "one", "two", "two", "", ""]) == ["1", "1", "2", "2", "3", "4"]


def test_what_is_kept_is_bounded() -> None:
    app, asked = counting(headers=STEADY, size=1000)
    ask(app, got(*range(30), 29, 0), most=40_000)
    assert len(asked) == 31
    app, asked = counting(headers=STEADY, size=6000)
    ask(app, [USUAL] * 2, most=40_000)
    assert len(asked) == 2


def test_a_build_that_goes_by_is_seen_at_once(tmp_path: Path) -> None:
    store = build(tmp_path / "store", [HERE.format("a")])
    with serving(store, Limits()) as address, httpx.Client(base_url=address) as client:
        first, again = (client.post("/sparql", data=COUNT) for _ in range(2))
        assert first.content == again.content
        assert {**first.headers, "date": ""} == {**again.headers, "date": ""}
        build(tmp_path / "store", [HERE.format("a"), HERE.format("c")])
        newer = client.post("/sparql", data=COUNT)
        assert newer.json()["results"]["bindings"][0]["n"]["value"] == "2"
        assert newer.headers["etag"] != first.headers["etag"]


def test_chance_is_never_the_same(tmp_path: Path) -> None:
    with serving(build(tmp_path / "store", [HERE.format("a")]), Limits()) as address:
        chances = {httpx.post(f"{address}/sparql", data={"query": "SELECT (RAND() AS ?n) {}"}).text for _ in range(3)}
    assert len(chances) == 3
