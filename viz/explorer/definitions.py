"""``/def/``: what a term means, for readers as a page, for programs as RDF, by what the request accepts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from maillage.graph.iris import ONTOLOGY
from maillage.store import Endpoint, Iri
from maillage.vocabulary import DEF, RDF
from viz.explorer.problems import NotFoundError

TURTLE, JSON_LD, HTML = "text/turtle", "application/ld+json", "text/html"
_OFFERED = {HTML: HTML, "*/*": HTML, "application/n-triples": TURTLE, TURTLE: TURTLE, JSON_LD: JSON_LD}
_ALL = "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH ?graph { ?s ?p ?o } }"
_ONE = "CONSTRUCT { ?term ?p ?o } WHERE { GRAPH ?graph { ?term ?p ?o } }"
_TRIPLE = re.compile(
    r'<(?P<s>[^>]*)> <(?P<p>[^>]*)> (?:<(?P<o>[^>]*)>|"(?P<text>.*)"(?:@(?P<language>\S+)|\^\^<(?P<type>[^>]*)>)?) \.'
)
_VARIES = {"Vary": "Accept, Accept-Language, Cookie"}


def wanted(request: Request) -> str:
    """Return the media type that the request likes best of those offered; HTML for one that asks for none of them."""
    parts = [part.split(";") for part in request.headers.get("accept", "").split(",")]
    known = [(_weight(rest), _OFFERED[kind.strip()]) for kind, *rest in parts if kind.strip() in _OFFERED]
    liked = [pair for pair in known if pair[0] > 0]
    return max(liked, key=lambda pair: pair[0], default=(0.0, HTML))[1]


def data(store: Endpoint, term: str, media_type: str) -> Response:
    """Answer with the ontology, or with what it says of ``term``, as RDF. Raises NotFoundError for an unknown term."""
    bindings = {"graph": Iri(ONTOLOGY)} | ({"term": Iri(f"{DEF}{term}")} if term else {})
    lines = store.construct(_ONE if term else _ALL, bindings)
    if not lines:
        raise NotFoundError(term)
    text = json_ld(lines) if media_type == JSON_LD else "\n".join(lines) + "\n"  # N-Triples are Turtle
    return Response(text, media_type=media_type, headers=_VARIES)


def to_page(term: str) -> Response:
    """Send to where the documentation explains ``term`` (303: the term is not the page)."""
    return RedirectResponse(f"/def/#{quote(term, safe='/')}", 303, _VARIES)


def json_ld(lines: Iterable[str]) -> str:
    """Return N-Triples as expanded JSON-LD, a node a subject."""
    nodes: dict[str, dict[str, object]] = {}
    for line in lines:
        if found := _TRIPLE.fullmatch(line):
            node = nodes.setdefault(found["s"], {"@id": found["s"]})
            is_type = found["p"] == RDF.type
            values = node.setdefault("@type" if is_type else found["p"], [])
            if isinstance(values, list):
                values.append(found["o"] if is_type else _value(found))
    return json.dumps(list(nodes.values()), ensure_ascii=False)


def _value(found: re.Match[str]) -> dict[str, str]:
    if found["o"] is not None:
        return {"@id": found["o"]}
    text = {"@value": str(json.loads(f'"{found["text"]}"'))}
    if found["language"]:
        return text | {"@language": found["language"]}
    return text | ({"@type": found["type"]} if found["type"] else {})


def _weight(parameters: Iterable[str]) -> float:
    given = next((text.strip()[2:] for text in parameters if text.strip().startswith("q=")), "1")
    try:
        return float(given)
    except ValueError:
        return 0.0
