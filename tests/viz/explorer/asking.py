"""The explorer asked over HTTP, and its pages read as a person and as a browser do."""

from __future__ import annotations

from collections.abc import Callable

import httpx
from anyio.from_thread import start_blocking_portal
from lxml import etree
from starlette.applications import Starlette

Get = Callable[..., httpx.Response]

SCRIPTS = "//script[not(@type='application/ld+json' or starts-with(@src, '/static/built/'))]"
"""Scripts that are neither data nor ours."""


def asking(application: Starlette) -> Get:
    """Return what asks ``application`` for an address, as a browser that reads French unless told otherwise."""

    async def ask(path: str, method: str, headers: dict[str, str]) -> httpx.Response:
        transport = httpx.ASGITransport(application)
        async with httpx.AsyncClient(transport=transport, base_url="http://explorateur.test") as client:
            return await client.request(method, path, headers=headers)

    def get(path: str, method: str = "GET", **headers: str) -> httpx.Response:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        with start_blocking_portal() as portal:  # a loop of its own: the browser's tests have one in this thread
            return portal.call(ask, path, method, {"accept-language": "fr", **named})

    return get


def parsed(response: httpx.Response) -> etree._Element:
    """Return the page as a browser builds it."""
    return etree.fromstring(response.text, etree.HTMLParser())


def found(response: httpx.Response, path: str) -> list[str]:
    """Return the attributes or texts that the XPath ``path`` selects."""
    selected = parsed(response).xpath(path)
    return [str(value) for value in selected] if isinstance(selected, list) else []


def text(response: httpx.Response) -> str:
    """Return what a reader sees, spaces of any kind as one."""
    return " ".join(" ".join(str(part) for part in parsed(response).itertext()).split())
