"""A real server of the explorer, over a store on disk, for as long as a test needs it."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path

import uvicorn
from starlette.applications import Starlette

from maillage.store import Building, Limits, Store
from viz.explorer import app
from viz.explorer.adding.office import Adding
from viz.explorer.contours import Contours


def build(root: Path, quads: Iterable[str]) -> Store:
    """Build a store at ``root`` that holds ``quads``."""
    with Building.at(root) as building:
        for graph, lines in groupby(sorted(set(quads), key=_graph), key=_graph):
            building.put(graph, sorted(lines))
        building.commit({})
    return Store.open(root)


def _graph(quad: str) -> str:
    return quad[quad.rindex("<") + 1 : quad.rindex(">")]


@contextmanager
def serving(
    store: Store, limits: Limits, contours: Contours | None = None, adding: Adding | None = None
) -> Iterator[str]:
    """Serve the explorer of ``store`` and give its address; documents are added at the desk of ``adding``."""
    with running(app(store, limits, contours=contours, adding=adding)) as address:
        yield address


@contextmanager
def running(application: Starlette) -> Iterator[str]:
    """Serve ``application`` on a port of this machine and give its address."""
    with socket.create_server(("127.0.0.1", 0)) as bound:
        bound.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        server = uvicorn.Server(uvicorn.Config(application, log_level="warning", ws="none"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]})
        thread.start()
        try:
            while not server.started:
                time.sleep(0.01)
            yield f"http://127.0.0.1:{bound.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()
