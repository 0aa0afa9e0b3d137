"""Triples as an answer, in the format that the request likes best, and statements about this server."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping

from starlette.requests import Request
from starlette.responses import Response

from maillage.store import triples_as
from viz.explorer.formats import MEDIA_TYPES

RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_AUTHORITY = re.compile(r"[\w.-]+(?::\d+)?|\[[0-9a-fA-F:.]+\](?::\d+)?", re.ASCII)


def answer(lines: Iterable[str], wanted: str, headers: Mapping[str, str]) -> Response:
    """Answer with triples (N-Triples lines) in the format ``wanted``."""
    written = triples_as(wanted, sorted(set(lines)))
    return Response(written, headers={**headers, "Content-Type": MEDIA_TYPES[wanted]})


def server(request: Request) -> str:
    """Return how the client calls this server, with its scheme; a name that is none is not repeated."""
    host = request.headers.get("host", "")
    return f"{request.url.scheme}://{host if _AUTHORITY.fullmatch(host) else 'localhost'}"


def link(subject: str, predicate: str, target: str) -> str:
    """Return a triple between two IRIs."""
    return f"<{subject}> <{predicate}> <{target}> ."


def say(subject: str, predicate: str, value: str | int) -> str:
    """Return a triple that says a number or a text."""
    if isinstance(value, int):
        return f'<{subject}> <{predicate}> "{value}"^^<http://www.w3.org/2001/XMLSchema#integer> .'
    return f"<{subject}> <{predicate}> {json.dumps(value, ensure_ascii=False)} ."
