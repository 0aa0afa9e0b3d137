"""The server of the explorer."""

from __future__ import annotations

import socket

import uvicorn

from maillage.errors import UsageError
from maillage.pipeline.originals import Originals
from maillage.store import Store
from viz.explorer.adding.office import Adding
from viz.explorer.application import app
from viz.explorer.contours import Contours


def serve(
    store: Store,
    host: str,
    port: int,
    originals: Originals | None = None,
    adding: Adding | None = None,
    contours: Contours | None = None,
    *,
    ahead: bool = False,
) -> None:
    """Serve the explorer of ``store`` until interrupted. Raises UsageError where it cannot listen there."""
    explorer = app(store, originals=originals, adding=adding, contours=contours, ahead=ahead)
    with _listening(host, port) as bound:
        configuration = uvicorn.Config(explorer, log_level="warning", access_log=False, server_header=False, ws="none")
        uvicorn.Server(configuration).run(sockets=[bound])


def _listening(host: str, port: int) -> socket.socket:
    """Return a socket that listens at ``host`` and ``port``."""
    try:
        bound = socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
        bound.setsockopt(
            socket.IPPROTO_TCP, socket.TCP_NODELAY, 1
        )  # else each answer waits 40 ms for a sign of the client
    except OSError as error:
        raise UsageError(
            f"le serveur ne peut pas écouter à cette adresse ({error.strerror}) : donnez un autre « --port ».",
            f"the server cannot listen at this address ({error.strerror}): give another “--port”.",
            file=f"{host}:{port}",
        ) from error
    return bound
