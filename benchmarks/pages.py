"""``python -m benchmarks.pages STORE``: the work of each page of the explorer, in milliseconds of processor.

A page is asked for twice: the first time everything is asked of the store, the second time the explorer has kept the
answers. Of the things that have a page, one of each kind is taken, the middle one by name.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator
from pathlib import Path
from time import process_time
from urllib.parse import quote

import httpx
from starlette.applications import Starlette

from maillage.graph import BASE
from maillage.store import Store
from maillage.thesauri import SCHEMES
from viz.explorer import app, library
from viz.explorer.api import addresses


def paths(store: Store) -> Iterator[str]:
    """Give the addresses of pages: each that needs nothing, one of each theme, type and kind of thing."""
    yield from (one.path for one in addresses() if one.is_page and "{" not in one.path)
    yield f"/themes/{SCHEMES['themes'][0].id}"
    yield f"/types-d-action/{SCHEMES['types-action'][9].id}"
    yield "/recherche?q=relais%20petite%20enfance"
    yield "/questions/ctg-par-theme"
    kinds: dict[str, list[str]] = {}
    for thing in library.read(store):
        kinds.setdefault(thing.iri.removeprefix(BASE).partition("/")[0], []).append(thing.iri)
    for _, iris in sorted(kinds.items()):
        yield f"/doc/{quote(iris[len(iris) // 2].removeprefix(BASE))}"
    agreements = kinds.get("convention", [])
    if len(agreements) > 1:
        one, other = (iri.rpartition("/")[2] for iri in agreements[:2])
        yield f"/comparer?a={one}&b={other}"
        yield f"/financements?convention={one}"


async def _measure(application: Starlette, path: str) -> tuple[int, float, float]:
    """Return the status of a page and the seconds of work that it takes, the first and the second time."""
    transport, times, status = httpx.ASGITransport(application), list[float](), 0
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost", timeout=600) as client:
        for _ in range(2):
            begun = process_time()
            status = (await client.get(path, headers={"accept": "text/html"})).status_code
            times.append(process_time() - begun)
    return status, times[0], times[1]


def main(root: Path) -> None:
    """Print a line a page, as it is measured."""
    store = Store.open(root)
    application = app(store)
    for path in paths(store):
        status, first, second = asyncio.run(_measure(application, path))
        print(f"{path[:70]:70} {status}   first {first * 1000:8.1f}   again {second * 1000:8.1f}", flush=True)


main(Path(sys.argv[1]))
