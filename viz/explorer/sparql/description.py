"""The description of the service (SPARQL 1.1 Service Description), which a GET without a query gets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from starlette.requests import Request
from starlette.responses import Response

from maillage.store import Store
from viz.explorer.formats import TRIPLES
from viz.explorer.negotiation import best
from viz.explorer.sparql.protocol import ProtocolError
from viz.explorer.triples import RDF_TYPE, link, say, server
from viz.explorer.triples import answer as answer_triples

_SD = "http://www.w3.org/ns/sparql-service-description#"
_VOID = "http://rdfs.org/ns/void#"
_FORMATS = (
    "SPARQL_Results_JSON",
    "SPARQL_Results_XML",
    "SPARQL_Results_CSV",
    "SPARQL_Results_TSV",
    "Turtle",
    "N-Triples",
    "JSON-LD",
)
_OFFERED = {**TRIPLES, "text/html": "turtle"}


def answer(request: Request, store: Store, headers: Mapping[str, str]) -> Response:
    """Answer with the description of the service. Raises ProtocolError where nothing offered is accepted."""
    wanted = best(request.headers.get("accept", ""), _OFFERED)
    if not wanted:
        offered = ", ".join(TRIPLES)
        raise ProtocolError(406, f"la description se donne en {offered}.", f"the description is given as {offered}.")
    return answer_triples(_lines(f"{server(request)}/sparql", store), wanted, {**headers, "Vary": "Accept"})


def _lines(here: str, store: Store) -> Iterator[str]:
    service, dataset, union = f"{here}#service", f"{here}#dataset", f"{here}#union"
    yield link(service, RDF_TYPE, f"{_SD}Service")
    yield link(service, f"{_SD}endpoint", here)
    yield link(service, f"{_SD}supportedLanguage", f"{_SD}SPARQL11Query")
    yield link(service, f"{_SD}feature", f"{_SD}UnionDefaultGraph")
    for name in _FORMATS:
        yield link(service, f"{_SD}resultFormat", f"http://www.w3.org/ns/formats/{name}")
    yield link(service, f"{_SD}defaultDataset", dataset)
    yield link(dataset, RDF_TYPE, f"{_SD}Dataset")
    yield link(dataset, f"{_SD}defaultGraph", union)
    yield link(union, RDF_TYPE, f"{_SD}Graph")
    yield say(union, f"{_VOID}triples", len(store))
    for number, graph in enumerate(store.graphs(), 1):
        named = f"{here}#graph-{number}"
        yield link(dataset, f"{_SD}namedGraph", named)
        yield link(named, RDF_TYPE, f"{_SD}NamedGraph")
        yield link(named, f"{_SD}name", graph)
