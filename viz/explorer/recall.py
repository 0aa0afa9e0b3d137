"""Requests that came before: told by their bytes and answered before anything is read in them.

What may be answered so says it itself, by an ETag: it stays the same as long as the build does. The second time it
costs neither the reading of the request nor the search for its answer nor the making of headers.
"""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from viz.explorer.sparql.protocol import LONGEST

MOST = 64_000_000
"""Bytes that the requests and their answers may take; one may take an eighth of them."""

_SHARE = 8
_METHODS = {"GET", "POST"}
_HELD = b"if-none-match"
_TOLD_BY = {b"accept", b"accept-encoding", b"content-type", _HELD}
"""The headers by which two requests for the same query differ."""

Request = tuple[tuple[tuple[bytes, bytes], ...], str, str, bytes, bytes]
"""The headers that count, the method, the address and its query, the body."""


@dataclass(slots=True)
class _Given:
    """An answer on its way: the message that begins it, and its body where it is sent in one."""

    start: Message = field(default_factory=dict)
    body: Message = field(default_factory=dict)

    @property
    def lasts(self) -> bool:
        """Whether it is the answer to all who ask the same of the same build."""
        whole = bool(self.body) and not self.body.get("more_body")
        return whole and self.start["status"] == 200 and any(name == b"etag" for name, _ in self.start["headers"])

    def size(self, request: Request) -> int:
        """Return how many bytes keeping it takes, about."""
        return len(self.body["body"]) + len(request[-2]) + len(request[-1]) + 2000


class Recall:
    """Gives again, below ``paths``, what the application it wraps answered to the same request.

    ``build`` tells one build from another; it is empty where nothing may be given again.
    """

    def __init__(self, wrapped: ASGIApp, paths: tuple[str, ...], build: Callable[[], str], most: int = MOST) -> None:
        self._wrapped = wrapped
        self._paths = paths
        self._build = build
        self._most = most
        self._size = 0
        self._of = ""
        self._given: OrderedDict[Request, _Given] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as it was answered before, else as the wrapped application does."""
        if scope["type"] != "http" or scope["method"] not in _METHODS or not scope["path"].startswith(self._paths):
            await self._wrapped(scope, receive, send)
            return
        build, read = self._build(), await _read(scope, receive)
        request = _request(scope, read)
        if request and (known := self._known(build, request)):
            await send(known.start)
            await send(known.body)
            return
        given = _Given()

        async def noted(message: Message) -> None:
            if message["type"] == "http.response.start":
                given.start = message
            else:
                given.body = {} if given.body else message
            await send(message)

        await self._wrapped(scope, _again(read, receive), noted)
        if request and given.lasts:
            self._keep(build, request, given)

    def _known(self, build: str, request: Request) -> _Given | None:
        if build != self._of:
            self._given.clear()
            self._size, self._of = 0, build
        if known := self._given.get(request):
            self._given.move_to_end(request)
        return known

    def _keep(self, build: str, request: Request, given: _Given) -> None:
        """Keep an answer of that ``build``, and let go of those not asked for the longest."""
        size = given.size(request)
        if not build or build != self._of or size > self._most // _SHARE or request in self._given:
            return
        self._given[request] = given
        self._size += size
        while self._size > self._most:
            former, gone = self._given.popitem(last=False)
            self._size -= gone.size(former)


async def _read(scope: Scope, receive: Receive) -> Sequence[Message]:
    """Read the body of a request, as far as it may go."""
    messages, size = list[Message](), 0
    while scope["method"] == "POST" and size <= LONGEST:
        message = await receive()
        messages.append(message)
        size += len(message.get("body", b""))
        if not message.get("more_body"):
            break
    return messages


def _again(read: Sequence[Message], receive: Receive) -> Receive:
    """Give what was ``read``, then what there is to ``receive``."""
    waiting = deque(read)

    async def receive_again() -> Message:
        return waiting.popleft() if waiting else await receive()

    return receive_again


def _request(scope: Scope, read: Sequence[Message]) -> Request | None:
    """Return what tells a request from another; None for one that may be answered otherwise, or is not whole."""
    if read and (read[-1]["type"] != "http.request" or read[-1].get("more_body")):
        return None
    headers = tuple(pair for pair in scope["headers"] if pair[0] in _TOLD_BY)
    if any(name == _HELD for name, _ in headers):
        return None
    body = read[0].get("body", b"") if len(read) == 1 else b"".join(message.get("body", b"") for message in read)
    return headers, scope["method"], scope["path"], scope["query_string"], body
