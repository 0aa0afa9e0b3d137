"""``/def/``: what a term means, for readers as a page, for programs as RDF, by what the request accepts."""

from __future__ import annotations

from urllib.parse import quote

from starlette.responses import RedirectResponse, Response

from maillage.graph.iris import ONTOLOGY
from maillage.queries import triples
from maillage.store import Endpoint
from maillage.vocabulary import DEF
from viz.explorer.problems import NotFoundError
from viz.explorer.triples import answer

_VARIES = {"Vary": "Accept, Accept-Language, Cookie"}


def data(store: Endpoint, term: str, form: str) -> Response:
    """Answer with the ontology, or with what it says of ``term``, as RDF. Raises NotFoundError for an unknown term."""
    asked = {"chose": f"{DEF}{term}"} if term else {}
    lines = triples(store, "enonces", graphe=ONTOLOGY, **asked)
    if not lines:
        raise NotFoundError(term)
    return answer(lines, form, _VARIES)


def to_page(term: str) -> Response:
    """Send to where the documentation explains ``term`` (303: the term is not the page)."""
    return RedirectResponse(f"/def/#{quote(term, safe='/')}", 303, _VARIES)
