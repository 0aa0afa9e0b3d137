"""The guard: who may add documents, and whether a form was filled in on a page of this server."""

from __future__ import annotations

import hmac
from collections import OrderedDict
from hashlib import sha256
from ipaddress import ip_address
from secrets import token_bytes, token_urlsafe
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response

COOKIE = "depot"
PATH = "/ajouter"
SEAL = "sceau"
"""The field of a form that shows that this server has made it."""

SHORTEST_TOKEN = 16
_MOST_SESSIONS = 500


def is_local(host: str) -> bool:
    """Whether ``host`` (a name or an address, without its port) is this machine and no other."""
    bare = host.strip("[]")
    try:
        return ip_address(bare).is_loopback
    except ValueError:
        return bare == "localhost"


class Guard:
    """Lets in who shows ``token``; without one, whoever asks this machine by a name that only it has.

    A page of another site that leads its own name to this machine is told by that name.
    """

    def __init__(self, token: str = "") -> None:
        self._token = token
        self._key = token_bytes(32)
        self._sessions: OrderedDict[str, None] = OrderedDict()

    @property
    def asks(self) -> bool:
        """Whether a token is asked for."""
        return bool(self._token)

    def admits(self, request: Request) -> bool:
        """Whether ``request`` may see and do what is done here."""
        if self._token:
            return bool(self.session(request))
        return is_local(_host(request))

    def knows(self, given: str) -> bool:
        """Whether ``given`` is the token; how long that takes tells nothing of it."""
        return hmac.compare_digest(sha256(given.encode()).digest(), sha256(self._token.encode()).digest())

    def session(self, request: Request) -> str:
        """Return the session of a browser that is let in; empty where it has none yet."""
        given = request.cookies.get(COOKIE, "")
        return given if given in self._sessions else ""

    def begin(self) -> str:
        """Begin a session: by it the forms of a browser are told from those of others."""
        session = token_urlsafe(32)
        self._sessions[session] = None
        while len(self._sessions) > _MOST_SESSIONS:
            self._sessions.popitem(last=False)
        return session

    def seal(self, session: str) -> str:
        """Return what a form of ``session`` must bring back."""
        return hmac.new(self._key, session.encode(), sha256).hexdigest()

    def trusts(self, request: Request, seal: str) -> bool:
        """Whether a form was sent from a page of this server, in a session begun here."""
        session = self.session(request)
        return (
            bool(session) and same_origin(request) and hmac.compare_digest(seal.encode(), self.seal(session).encode())
        )


def remember(request: Request, response: Response, session: str) -> None:
    """Have the browser keep its session, and show it to no page of another site."""
    secure = request.url.scheme == "https"
    response.set_cookie(COOKIE, session, path=PATH, httponly=True, samesite="strict", secure=secure)


def same_origin(request: Request) -> bool:
    """Whether the browser says that a request comes from a page of this server; one that says nothing is no browser."""
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    if site is not None and site != "same-origin":
        return False
    return origin is None or urlsplit(origin).netloc == request.headers.get("host", "")


def _host(request: Request) -> str:
    host = request.headers.get("host", "")
    return urlsplit(f"//{host}").hostname or ""
