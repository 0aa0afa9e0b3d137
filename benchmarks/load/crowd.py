"""Clients that cost little: plain sockets in one loop, so that what is measured is the server.

Each client has one connection, which it keeps, and asks again once it has the whole answer. A question is made ready
before the clock starts; of an answer nothing is read but its status and its length.
"""

from __future__ import annotations

import re
import selectors
import socket
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import cycle, islice
from math import inf
from time import perf_counter
from typing import NamedTuple
from urllib.parse import urlencode

from benchmarks.load.mix import new

_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)\r\n", re.IGNORECASE)
_PIECE = 1 << 18
_TICK = 0.5  # seconds after which one looks who has waited too long


class Sample(NamedTuple):
    """How a query went: its rank in the mix, its HTTP status (0 for no answer) and the seconds that it took."""

    query: int
    status: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Crowd:
    """So many ``clients`` of the server at ``port``, each beginning elsewhere in ``queries`` and going round.

    They stop after ``seconds``, or once ``most`` queries were sent; each waits ``pause`` seconds after an answer, and
    no longer than ``patience`` for one. ``first`` is the number by which a query is made new; none is without it.
    """

    port: int
    queries: Sequence[str]
    clients: int = 1
    seconds: float = inf
    most: int | None = None
    pause: float = 0.0
    patience: float = 60.0
    first: int | None = None


def ask(crowd: Crowd) -> list[Sample]:
    """Have the ``crowd`` ask, and return how each query went."""
    with selectors.DefaultSelector() as selector:
        return _Asking(crowd, selector).run()


def request(query: str) -> bytes:
    """Return the HTTP request that asks ``query``."""
    body = urlencode({"query": query}).encode()
    head = (
        "POST /sparql HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/sparql-results+json\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


class _Client:
    """One connection to the server, opened again where it is closed, and the answer that comes on it."""

    def __init__(self, number: int, port: int, ranks: Iterator[int]) -> None:
        self.number = number
        self.ranks = ranks
        self.query = -1
        self.begun = 0.0
        self.line: socket.socket | None = None
        self._port = port
        self._received = bytearray()
        self._end = 0

    def send(self, query: int, sent: bytes, selector: selectors.BaseSelector) -> None:
        """Send a request. Raises OSError where nobody takes it."""
        self.query, self.begun, self._end = query, perf_counter(), 0
        self._received.clear()
        if self.line is None:
            self.line = socket.create_connection(("127.0.0.1", self._port))
            self.line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            selector.register(self.line, selectors.EVENT_READ, self)
        self.line.sendall(sent)

    def receive(self) -> int | None:
        """Take what has come; return the status once the answer is whole. Raises OSError where none will come."""
        piece = self.line.recv(_PIECE) if self.line else b""
        if not piece:
            raise ConnectionResetError
        self._received += piece
        if not self._end and (head := self._received.find(b"\r\n\r\n")) > 0:
            found = _LENGTH.search(self._received, 0, head + 2)
            if found is None:
                raise ConnectionAbortedError
            self._end = head + 4 + int(found[1])
        return int(self._received[9:12]) if 0 < self._end <= len(self._received) else None

    def close(self, selector: selectors.BaseSelector) -> None:
        """End the connection."""
        if self.line is not None:
            selector.unregister(self.line)
            self.line.close()
        self.line = None


class _Asking:
    """A crowd at work."""

    def __init__(self, crowd: Crowd, selector: selectors.BaseSelector) -> None:
        self._crowd = crowd
        self._selector = selector
        self._ready = tuple(map(request, crowd.queries))
        self._samples: list[Sample] = []
        self._sent = 0
        self._due: list[tuple[float, int]] = []
        self._busy: dict[int, _Client] = {}

    def run(self) -> list[Sample]:
        """Ask until the time or the queries are over, and wait for the last answers."""
        crowd, begun = self._crowd, perf_counter()
        size = len(self._ready)
        starts = (number * size // crowd.clients for number in range(crowd.clients))
        clients = [_Client(at, crowd.port, islice(cycle(range(size)), start, None)) for at, start in enumerate(starts)]
        for client in clients:
            heappush(self._due, (begun + crowd.pause * client.number / crowd.clients, client.number))
        while self._due or self._busy:
            self._begin(clients, begun + crowd.seconds)
            self._listen()
        for client in clients:
            client.close(self._selector)
        return self._samples

    def _begin(self, clients: Sequence[_Client], until: float) -> None:
        """Have those ask whose time has come; none does when all is over."""
        while self._due and self._due[0][0] <= (now := perf_counter()):
            client = clients[heappop(self._due)[1]]
            if now < until and (self._crowd.most is None or self._sent < self._crowd.most):
                self._ask(client)

    def _ask(self, client: _Client) -> None:
        query = next(client.ranks)
        sent = self._ready[query]
        if self._crowd.first is not None:
            sent = request(new(self._crowd.queries[query], self._crowd.first + self._sent))
        self._sent += 1
        self._busy[client.number] = client
        try:
            client.send(query, sent, self._selector)
        except OSError:
            self._done(client, 0)

    def _listen(self) -> None:
        """Take the answers that come until somebody is due."""
        wait = max(0.0, min(_TICK, self._due[0][0] - perf_counter())) if self._due else _TICK
        events = self._selector.select(wait)
        for key, _ in events:
            self._take(key.data)
        if not events:
            late = perf_counter() - self._crowd.patience
            for client in [one for one in self._busy.values() if one.begun < late]:
                self._done(client, 0)

    def _take(self, client: _Client) -> None:
        """Take what has come to a client; a server may close a connection that waits for nothing."""
        try:
            status = client.receive()
        except OSError:
            status = 0
        if client.number not in self._busy:
            client.close(self._selector)
        elif status is not None:
            self._done(client, status)

    def _done(self, client: _Client, status: int) -> None:
        now = perf_counter()
        self._samples.append(Sample(client.query, status, now - client.begun))
        del self._busy[client.number]
        if not status:
            client.close(self._selector)
        heappush(self._due, (now + self._crowd.pause, client.number))
