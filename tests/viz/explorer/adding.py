"""A store on disk and the explorer before it, open to those who add documents."""

from __future__ import annotations

import re
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from pathlib import Path

import httpx
from anyio.from_thread import start_blocking_portal
from starlette.applications import Starlette

from loaders.formats import EXTENSIONS
from maillage.cli.reading import installed
from maillage.pipeline.deposits import Desk
from maillage.pipeline.originals import Originals
from maillage.store import Store
from tests.viz.explorer.asking import found
from viz.explorer import app
from viz.explorer.adding.guard import Guard
from viz.explorer.adding.office import Adding

LOCAL = "http://127.0.0.1:8000"
WHY = "L'original de la commune le dit."


Files = Mapping[str, tuple[str, bytes]]


class Browser:
    """A browser that reads French, keeps its cookies and follows no address by itself."""

    def __init__(self, application: Starlette, address: str) -> None:
        self._application, self._address = application, address
        self.cookies = httpx.Cookies()

    def get(self, path: str) -> httpx.Response:
        """Ask for an address."""
        return self._ask("GET", path)

    def post(
        self,
        path: str,
        data: Mapping[str, str | list[str]] | None = None,
        files: Files | None = None,
        headers: Mapping[str, str] | None = None,
        chunks: Sequence[bytes] = (),
    ) -> httpx.Response:
        """Send a form, or a body in ``chunks`` whose length nothing says."""
        return self._ask("POST", path, data, files, headers, chunks)

    def _ask(
        self,
        method: str,
        path: str,
        data: Mapping[str, str | list[str]] | None = None,
        files: Files | None = None,
        headers: Mapping[str, str] | None = None,
        chunks: Sequence[bytes] = (),
    ) -> httpx.Response:
        async def body() -> AsyncIterator[bytes]:
            for chunk in chunks:
                yield chunk

        async def ask() -> httpx.Response:
            transport = httpx.ASGITransport(self._application)
            async with httpx.AsyncClient(transport=transport, base_url=self._address, cookies=self.cookies) as client:
                answer = await client.request(
                    method,
                    path,
                    data=data,
                    files=files,
                    content=body() if chunks else None,
                    headers={"accept-language": "fr", **(headers or {})},
                )
                self.cookies = client.cookies
                return answer

        with start_blocking_portal() as portal:  # a loop of its own: the browser's tests have one in this thread
            return portal.call(ask)


def opened(root: Path, token: str = "") -> Adding:
    """Return the desk of the store at ``root``."""
    return Adding(Desk(Store.open(root), installed(), EXTENSIONS, lambda: "2026-03-02"), Guard(token))


def browsing(root: Path, adding: Adding | None, address: str = LOCAL) -> Browser:
    """Return a browser that asks the explorer of the store at ``root`` by ``address``."""
    store = Store.open(root)
    originals = Originals([], [store.added] if store.added else [], installed())
    return Browser(app(store, originals=originals, adding=adding), address)


def seal_of(page: httpx.Response) -> str:
    """Return the seal of the forms of a page."""
    return found(page, "//input[@name='sceau']/@value")[0]


def sent(browser: Browser, path: str, seal: str, fields: Mapping[str, str]) -> httpx.Response:
    """Send a form."""
    return browser.post(path, data={"sceau": seal, **fields})


def handed_in(browser: Browser, called: str, content: bytes) -> str:
    """Hand a document in, wait until it is read or refused, and return the address of its deposit."""
    seal = seal_of(browser.get("/ajouter"))
    answer = browser.post("/ajouter", data={"sceau": seal}, files={"document": (called, content)})
    assert answer.status_code == 303
    address = answer.headers["location"]
    assert re.fullmatch(r"/ajouter/[0-9a-f]{16}", address)
    settled(browser, address)
    return address


def settled(browser: Browser, address: str) -> None:
    """Wait until the work at ``address`` is done."""
    while browser.get(f"{address}/etat").json()["state"] == "running":
        time.sleep(0.05)
