"""From a request to the query that it asks (SPARQL 1.1 Protocol, 2.1), or to what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qsl

from starlette.requests import Request

from viz.explorer.formats import MEDIA_TYPES

LONGEST = 200_000
"""Bytes that a request may hold."""

_FORM = "application/x-www-form-urlencoded"
_QUERY = "application/sparql-query"
_FORMAT = "format"
_KNOWN = {"query", "update", "default-graph-uri", "named-graph-uri", _FORMAT}


@dataclass(frozen=True, slots=True)
class Query:
    """A query, the graphs that the request names, and the format that it wants whatever it accepts (empty for none)."""

    text: str
    default: tuple[str, ...]
    named: tuple[str, ...]
    format: str = ""


class ProtocolError(Exception):
    """The request is not one of the protocol: a ``status`` and the reason in both languages."""

    def __init__(self, status: int, fr: str, en: str) -> None:
        super().__init__(en)
        self.status = status
        self.fr = fr
        self.en = en


async def query_of(request: Request) -> Query | None:
    """Return the query of ``request``; None for a GET without any, which asks for the description of the service.

    Raises ProtocolError for a request that is not one of the protocol, or that wants to write.
    """
    if request.method != "POST":
        fields = _fields(request.scope["query_string"])
        return _query(fields) if fields else None
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in {_FORM, _QUERY}:
        raise ProtocolError(
            415,
            f"type de contenu inconnu : une requête est en {_QUERY} ou {_FORM} ; rien ne s'écrit ici.",
            f"unknown content type: a query is in {_QUERY} or {_FORM}; nothing is written here.",
        )
    body = await _body(request)
    if kind == _FORM:
        return _query(_fields(body))
    return _query([("query", _text(body)), *_fields(request.scope["query_string"])])


async def _body(request: Request) -> bytes:
    """Read the body, no further than it may go."""
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > LONGEST:
            raise ProtocolError(
                413,
                f"requête trop longue : {LONGEST // 1000} ko au plus.",
                f"the query is too long: {LONGEST // 1000} kB at most.",
            )
    return body


def _fields(encoded: bytes) -> list[tuple[str, str]]:
    """Return the fields of a form that the protocol knows."""
    try:
        pairs = parse_qsl(encoded.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=1000)
    except ValueError as error:
        raise _not_utf8() from error
    return [pair for pair in pairs if pair[0] in _KNOWN]


def _query(fields: list[tuple[str, str]]) -> Query:
    if any(name == "update" for name, _ in fields):
        raise ProtocolError(400, "rien ne s'écrit ici : ce serveur ne fait que lire.", "nothing is written here.")
    texts = [value for name, value in fields if name == "query"]
    if len(texts) != 1 or not texts[0].strip():
        raise ProtocolError(400, "il faut un paramètre « query », et un seul.", "one “query” is needed, and only one.")
    if len(texts[0]) > LONGEST:
        raise ProtocolError(413, "requête trop longue.", "the query is too long.")
    default, named = (
        tuple(dict.fromkeys(value for name, value in fields if name == f"{kind}-graph-uri"))
        for kind in ("default", "named")
    )
    return Query(texts[0], default, named, _format(fields))


def _format(fields: list[tuple[str, str]]) -> str:
    """Return the format that a link names, so that a page can offer files; it is no part of the protocol."""
    wanted = next((value for name, value in fields if name == _FORMAT), "")
    if wanted and wanted not in MEDIA_TYPES:
        names = ", ".join(MEDIA_TYPES)
        raise ProtocolError(400, f"format inconnu. Formats : {names}.", f"unknown format. Formats: {names}.")
    return wanted


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _not_utf8() from error


def _not_utf8() -> ProtocolError:
    return ProtocolError(400, "la requête n'est pas en UTF-8.", "the query is not in UTF-8.")
