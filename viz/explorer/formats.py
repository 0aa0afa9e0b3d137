"""The formats of results and of triples: their media types, in the order in which they are offered."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.requests import Request

from viz.explorer.negotiation import best

HTML = "html"
"""The page for a person."""

SOLUTIONS: Mapping[str, str] = {
    "application/sparql-results+json": "json",
    "application/sparql-results+xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
    "application/json": "json",
    "application/xml": "xml",
}
"""What SELECT and ASK may be answered as."""

TRIPLES: Mapping[str, str] = {
    "text/turtle": "turtle",
    "application/n-triples": "ntriples",
    "application/ld+json": "jsonld",
    "text/plain": "ntriples",
    "application/json": "jsonld",
}
"""What CONSTRUCT and DESCRIBE may be answered as."""

MEDIA_TYPES: Mapping[str, str] = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv; charset=utf-8",
    "tsv": "text/tab-separated-values; charset=utf-8",
    "turtle": "text/turtle; charset=utf-8",
    "ntriples": "application/n-triples",
    "jsonld": "application/ld+json",
}
"""The media type that an answer says it is."""

EXTENSIONS: Mapping[str, str] = {
    **{name: name for name in ("json", "xml", "csv", "tsv", "jsonld")},
    "turtle": "ttl",
    "ntriples": "nt",
}
"""How the name of a file ends, by format."""


def accepted(request: Request, data: Mapping[str, str]) -> str:
    """Return the format of ``data`` that ``request`` likes best, HTML where it likes a page better."""
    return best(request.headers.get("accept", ""), {**data, "text/html": HTML})
