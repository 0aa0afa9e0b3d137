"""A server's graphs, each read, replaced, added to or removed as a whole: the SPARQL 1.1 Graph Store HTTP Protocol."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterator, Sequence
from http import HTTPStatus

import httpx

from maillage.store.remote import addresses, failures
from maillage.store.remote.addresses import Account

ATTEMPTS = 5
"""How often what may pass by itself is tried: no answer, a server that is busy or starting."""

_FIRST_WAIT = 0.5
_SECONDS = 300.0
_PASSING = {
    HTTPStatus.TOO_MANY_REQUESTS,
    HTTPStatus.BAD_GATEWAY,
    HTTPStatus.SERVICE_UNAVAILABLE,
    HTTPStatus.GATEWAY_TIMEOUT,
}
_PIECE = 64_000_000
_SMALLEST = 64_000


class GraphStore:
    """The graphs that a server keeps at an address. ``wait`` passes the seconds between two attempts."""

    def __init__(self, url: str, account: Account | None = None, wait: Callable[[float], None] = time.sleep) -> None:
        """Name the server. Raises StoreError for what is no address."""
        self.url = addresses.checked(url)
        self._client = httpx.Client(auth=_Asked(account) if account else None, timeout=_SECONDS)
        self._wait = wait
        self._piece = _PIECE

    def close(self) -> None:
        """End the connections."""
        self._client.close()

    def read(self, graph: str) -> bytes:
        """Return a graph in Turtle, nothing where there is none. Raises StoreError as all that follow."""
        response = self._sent("GET", graph, headers={"Accept": "application/n-triples, text/turtle;q=0.9"})
        if response.status_code == HTTPStatus.NOT_FOUND:
            return b""
        return self._done(response).content

    def put(self, graph: str, lines: Sequence[str]) -> None:
        """Make a graph hold ``lines`` (N-Triples) and nothing else, in pieces as large as the server takes."""
        while True:
            try:
                for at, body in enumerate(_pieces(lines, self._piece)):
                    self._write("POST" if at else "PUT", graph, body)
                return
            except _TooLargeError:
                self._piece //= 8

    def add(self, graph: str, lines: Sequence[str]) -> None:
        """Add ``lines`` (N-Triples) to a graph."""
        self._write("POST", graph, "".join(f"{line}\n" for line in lines).encode())

    def remove(self, graph: str) -> None:
        """Remove a graph, if it is there."""
        response = self._sent("DELETE", graph)
        if response.status_code != HTTPStatus.NOT_FOUND:
            self._done(response)

    def _write(self, method: str, graph: str, body: bytes) -> None:
        response = self._sent(method, graph, body, {"Content-Type": "application/n-triples"})
        if response.status_code == HTTPStatus.REQUEST_ENTITY_TOO_LARGE and self._piece > _SMALLEST:
            raise _TooLargeError
        self._done(response)

    def _sent(
        self, method: str, graph: str, body: bytes | None = None, headers: dict[str, str] | None = None
    ) -> httpx.Response:
        """Send a request, again where the server may be well in a moment; each attempt waits twice as long."""
        for attempt in range(ATTEMPTS):
            last = attempt == ATTEMPTS - 1
            try:
                response = self._client.request(
                    method, self.url, params={"graph": graph}, content=body, headers=headers
                )
                if last or response.status_code not in _PASSING:
                    return response
            except httpx.TimeoutException as error:
                if last:
                    raise failures.late(self.url, _SECONDS) from error
            except httpx.HTTPError as error:
                if last:
                    raise failures.silent(self.url) from error
            self._wait(_FIRST_WAIT * 2**attempt)
        raise failures.silent(self.url)

    def _done(self, response: httpx.Response) -> httpx.Response:
        if not response.is_success:
            raise failures.refused(self.url, response.status_code, response.content)
        return response


class _TooLargeError(Exception):
    """The server takes less at a time."""


class _Asked(httpx.Auth):
    """An account that is named in the way that the server asks for, and from then on without being asked."""

    def __init__(self, account: Account) -> None:
        self._account = account
        self._way: httpx.Auth | None = None

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Send the request, and once more with the account where the server asks for it."""
        if self._way is None:
            response = yield request
            if response.status_code != HTTPStatus.UNAUTHORIZED:
                return
            digest = response.headers.get("WWW-Authenticate", "").lower().startswith("digest")
            self._way = (httpx.DigestAuth if digest else httpx.BasicAuth)(self._account.user, self._account.password)
        yield from self._way.auth_flow(request)


def _pieces(lines: Sequence[str], size: int) -> Iterator[bytes]:
    """Give ``lines`` in pieces of about ``size`` bytes; one, if empty, where there are none."""
    piece, held = list[bytes](), 0
    for line in lines:
        piece.append(line.encode() + b"\n")
        held += len(piece[-1])
        if held >= size:
            yield b"".join(piece)
            piece, held = [], 0
    if piece or not lines:
        yield b"".join(piece)
