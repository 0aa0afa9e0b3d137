"""A way to a server on which faults happen as they are told to: a status instead of an answer, nothing, or a limit."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx


@dataclass(slots=True)
class Faults:
    """The faults to come, one a request (0: none, -1: the connection ends), and the requests that went through."""

    address: str = ""
    coming: list[int] = field(default_factory=list)
    most: int = 10**9
    passed: list[str] = field(default_factory=list)
    body: bytes = b"oops"


@contextmanager
def way_to(server: str) -> Iterator[Faults]:
    """Give a way to ``server`` (a host and a port)."""
    faults = Faults()

    class Handler(BaseHTTPRequestHandler):
        def forward(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            status = faults.coming.pop(0) if faults.coming else 0
            if status < 0:
                self.close_connection = True
            elif status or len(body) > faults.most:
                self.answer(status or 413, faults.body)
            else:
                faults.passed.append(f"{self.command} {self.path}")
                headers = {name: self.headers[name] for name in ("Content-Type", "Accept") if name in self.headers}
                done = httpx.request(self.command, f"http://{server}{self.path}", content=body, headers=headers)
                self.answer(done.status_code, done.content, done.headers.get("Content-Type", ""))

        def answer(self, status: int, body: bytes, kind: str = "text/plain") -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that its base gives it
            """Say nothing."""

        do_GET = do_PUT = do_POST = do_DELETE = forward  # noqa: N815 - the names that its base calls

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as front:
        faults.address = f"http://127.0.0.1:{front.server_address[1]}"
        thread = threading.Thread(target=front.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield faults
        finally:
            front.shutdown()
            thread.join()
