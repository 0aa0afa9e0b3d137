"""A client that costs little: HTTP/1.1 over one connection, so that what is measured is the server."""

from __future__ import annotations

import asyncio
from time import perf_counter
from typing import NamedTuple
from urllib.parse import urlencode


class Sample(NamedTuple):
    """How one query went: its HTTP status (0 for none) and the seconds that it took."""

    status: int
    seconds: float


class Client:
    """One connection to the endpoint at ``port``, opened again where it is closed."""

    def __init__(self, port: int, path: str = "/sparql") -> None:
        self._port = port
        self._path = path
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, query: str, patience: float = 60.0) -> Sample:
        """Send ``query`` and read its answer to the end."""
        begun = perf_counter()
        try:
            status = await asyncio.wait_for(self._ask(query), patience)
        except (OSError, TimeoutError, asyncio.IncompleteReadError, ValueError):
            self.close()
            status = 0
        return Sample(status, perf_counter() - begun)

    def close(self) -> None:
        """End the connection."""
        if self._streams:
            self._streams[1].close()
        self._streams = None

    async def _ask(self, query: str) -> int:
        if self._streams is None:
            self._streams = await asyncio.open_connection("127.0.0.1", self._port)
        reader, writer = self._streams
        writer.write(_request(self._path, urlencode({"query": query}).encode()))
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        fields = dict(line.lower().split(": ", 1) for line in head[1:] if ": " in line)
        if "content-length" in fields:
            await reader.readexactly(int(fields["content-length"]))
        else:
            while size := int((await reader.readuntil(b"\r\n")).strip() or b"0", 16):
                await reader.readexactly(size + 2)
            await reader.readexactly(2)
        if fields.get("connection") == "close":
            self.close()
        return int(head[0].split()[1])


def _request(path: str, body: bytes) -> bytes:
    head = (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/sparql-results+json\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body
