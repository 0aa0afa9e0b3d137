"""The endpoint: what answers at ``/sparql``."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping
from contextlib import asynccontextmanager

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from maillage.store import Answered, Asked, Limits, Outcome, Store, Workers
from viz.explorer import caching
from viz.explorer.downloads import harmless_csv
from viz.explorer.formats import EXTENSIONS, HTML, MEDIA_TYPES, SOLUTIONS, TRIPLES, accepted
from viz.explorer.negotiation import best
from viz.explorer.sparql import description
from viz.explorer.sparql.protocol import ProtocolError, Query, query_of
from viz.explorer.visit import language_of

_STATUS: Mapping[Outcome, int] = {
    Outcome.ANSWERED: 200,
    Outcome.REFUSED: 400,
    Outcome.UNACCEPTABLE: 406,
    Outcome.SLOW: 504,
    Outcome.LONG: 504,
    Outcome.LARGE: 503,
    Outcome.MEMORY: 503,
    Outcome.BUSY: 503,
    Outcome.FAILED: 500,
}
_CORS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Link, Retry-After",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
_PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, HEAD, POST, OPTIONS",
    "Access-Control-Allow-Headers": "Accept, Accept-Language, Content-Type, If-None-Match",
    "Access-Control-Max-Age": "86400",
    "Allow": "GET, HEAD, POST, OPTIONS",
}
_VARY = {"Vary": "Accept, Accept-Encoding"}
_RETRY = {"Retry-After": "10"}
_GONE = 499
_ENCODINGS = {"identity": "", "gzip": "gzip"}

Editor = Callable[[Request, str, Answered | None, int], Response]
"""The page for a person: a request, its query (empty for none yet), how it was answered, and the status."""


class Endpoint:
    """Answers queries by processes that can be ended; ``newest`` gives the store as it is now, ``editor`` the page."""

    def __init__(self, store: Store, newest: Callable[[], Store], editor: Editor, limits: Limits) -> None:
        self._store = store
        self._newest = newest
        self._editor = editor
        quads = b"" if store.root else "\n".join(store.dump_nquads()).encode()
        self._workers = Workers(limits, quads)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Keep the processes ready while the server runs."""
        await self._workers.start(_folder(self._store))
        try:
            yield
        finally:
            await self._workers.close()

    async def answer(self, request: Request) -> Response:
        """Answer a request of the protocol."""
        try:
            if request.method == "OPTIONS":
                return Response(status_code=204, headers={**_CORS, **_PREFLIGHT})
            query = await query_of(request)
            if query is None and accepted(request, TRIPLES) == HTML:
                return await run_in_threadpool(self._editor, request, "", None, 200)
            if query is None:
                store = await self._latest()
                return await run_in_threadpool(description.answer, request, store, _CORS)
            return await self._answer(request, query)
        except ProtocolError as error:
            return _said(request, error.status, error.fr, error.en)
        except ClientDisconnect:
            return Response(status_code=_GONE)

    def build(self) -> str:
        """Return what tells the build that answers from another; empty where a newer one is there, or none on disk."""
        return caching.build_of(self._store) if self._store.is_latest else ""

    async def _latest(self) -> Store:
        """Return the store as it is now, which is looked for only where a build has gone by."""
        if not self._store.is_latest:
            self._store = await run_in_threadpool(self._newest)
        return self._store

    async def _answer(self, request: Request, query: Query) -> Response:
        store = await self._latest()
        if not query.format and accepted(request, {**SOLUTIONS, **TRIPLES}) == HTML:
            return await self._shown(request, _asked(store, query, "json", "turtle"))
        accept = request.headers.get("accept", "")
        asked = _asked(
            store,
            query,
            query.format if query.format in SOLUTIONS.values() else best(accept, SOLUTIONS),
            query.format if query.format in TRIPLES.values() else best(accept, TRIPLES),
            gzip=not query.format and best(request.headers.get("accept-encoding", "identity"), _ENCODINGS) == "gzip",
        )
        etag = caching.tag(caching.build_of(store), asked)
        kept = caching.headers(etag)
        if caching.is_held(etag, request):
            return Response(status_code=304, headers={**_CORS, **_VARY, **kept})
        answered = self._workers.kept(asked) or await _while_there(request, self._workers.ask(asked))
        if answered is None:
            return Response(status_code=_GONE)
        if answered.outcome is not Outcome.ANSWERED:
            return _said(request, _STATUS[answered.outcome], answered.fr, answered.en)
        headers = {**_CORS, **_VARY, **kept, "Content-Type": MEDIA_TYPES[answered.format]}
        if query.format:
            return await run_in_threadpool(_as_file, answered, headers)
        return Response(answered.body, headers={**headers, "Content-Encoding": "gzip"} if answered.gzip else headers)

    async def _shown(self, request: Request, asked: Asked) -> Response:
        """Answer with the page that shows the query and its result."""
        answered = await _while_there(request, self._workers.ask(asked))
        if answered is None:
            return Response(status_code=_GONE)
        status = _STATUS[answered.outcome]
        return await run_in_threadpool(self._editor, request, asked.query, answered, status)


def _as_file(answered: Answered, headers: Mapping[str, str]) -> Response:
    """Answer with a file for a person, who may open it as a spreadsheet."""
    name = f"maillage.{EXTENSIONS[answered.format]}"
    body = harmless_csv(answered.body) if answered.format == "csv" else answered.body
    return Response(body, headers={**headers, "Content-Disposition": f'attachment; filename="{name}"'})


def _asked(store: Store, query: Query, solutions: str, triples: str, *, gzip: bool = False) -> Asked:
    return Asked(query.text, _folder(store), query.default, query.named, solutions, triples, gzip)


def _folder(store: Store) -> str:
    return str(store.root / store.manifest.folder) if store.root else ""


async def _while_there(request: Request, answering: Coroutine[None, None, Answered]) -> Answered | None:
    """Wait for the answer as long as the client does; None where it has gone, and the query with it."""
    answer, gone = asyncio.create_task(answering), asyncio.create_task(_gone(request))
    try:
        await asyncio.wait({answer, gone}, return_when=asyncio.FIRST_COMPLETED)
        return await answer if answer.done() else None
    finally:
        for task in (answer, gone):
            task.cancel()
        await asyncio.gather(answer, gone, return_exceptions=True)


async def _gone(request: Request) -> None:
    """Wait until the client has gone."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _said(request: Request, status: int, fr: str, en: str) -> Response:
    """Answer with a reason, as text."""
    language = language_of(request)
    headers = {**_CORS, **(_RETRY if status == 503 else {}), "Cache-Control": "no-store", "Content-Language": language}
    return Response(f"{en if language == 'en' else fr}\n", status, headers, "text/plain")
