"""Linked data: the RDF of a thing beside its page, chosen by ``Accept`` or by the extension of its address."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from maillage.queries import triples
from maillage.store import Endpoint
from viz.explorer import negotiation
from viz.explorer.addresses import page_of, path_below, thing_at
from viz.explorer.formats import TRIPLES
from viz.explorer.problems import NotFoundError
from viz.explorer.triples import answer

HTML = "html"
EXTENSIONS: Mapping[str, str] = {".ttl": "turtle", ".jsonld": "jsonld", ".nt": "ntriples"}
_MEDIA_TYPES = {".ttl": "text/turtle", ".jsonld": "application/ld+json", ".nt": "application/n-triples"}
_OFFERED = {"text/html": HTML, "application/xhtml+xml": HTML, **TRIPLES}


def identifier(request: Request) -> Response:
    """Send from the name of a thing to its page or its RDF (303: the one is not the other)."""
    path, form = path_below(request, "/id/"), liked(request)
    extension = next((extension for extension, one in EXTENSIONS.items() if one == form), "")
    return RedirectResponse(f"/doc/{path}{extension}", 303, {"Vary": "Accept", "Access-Control-Allow-Origin": "*"})


def wanted(request: Request, path: str) -> tuple[str, str]:
    """Return the path below ``/doc/`` without its extension, and the format: HTML for one that asks for no other."""
    return negotiation.wanted(request.headers.get("accept", ""), path, EXTENSIONS, _OFFERED, HTML)


def liked(request: Request) -> str:
    """Return the format that the request likes best; HTML for one that likes none."""
    return negotiation.best(request.headers.get("accept", ""), _OFFERED) or HTML


def about(store: Endpoint, path: str, form: str) -> Response:
    """Answer with what is said of the thing at ``path``. Raises NotFoundError where nothing speaks of it."""
    lines = triples(store, "alentours", chose=thing_at(path))
    if not lines:
        raise NotFoundError(path)
    return linked(answer(lines, form, {"Vary": "Accept", "Access-Control-Allow-Origin": "*"}), path)


def linked(response: Response, path: str) -> Response:
    """Add to the page or the RDF of a thing where its other forms are, and what it is about."""
    thing = thing_at(path)
    others = (
        f'<{page_of(thing)}{extension}>; rel="alternate"; type="{media_type}"'
        for extension, media_type in {"": "text/html", **_MEDIA_TYPES}.items()
    )
    subject = f'<{thing}>; rel="http://xmlns.com/foaf/0.1/primaryTopic"'
    response.headers["Link"] = ", ".join((*others, subject))
    return response
