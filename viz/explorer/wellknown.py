"""``/.well-known/void``: what the dataset is and holds, in the terms of VoID and DCAT, with counts."""

from __future__ import annotations

from collections.abc import Iterator

from starlette.requests import Request
from starlette.responses import Response

from maillage.graph.iris import BASE, DATASET
from maillage.queries import run, triples
from maillage.store import Endpoint
from viz.explorer.formats import TRIPLES
from viz.explorer.negotiation import best
from viz.explorer.triples import RDF_TYPE, answer, link, say, server

_VOID = "http://rdfs.org/ns/void#"
_DCAT = "http://www.w3.org/ns/dcat#"
_FEATURES = "http://www.w3.org/ns/formats/"


def void(request: Request, store: Endpoint) -> Response:
    """Answer with the description of the dataset; as Turtle where nothing that is offered is asked for."""
    wanted = best(request.headers.get("accept", ""), TRIPLES) or "turtle"
    described = triples(store, "enonces", graphe=DATASET)
    headers = {"Vary": "Accept", "Access-Control-Allow-Origin": "*"}
    return answer((*described, *_counted(store, server(request))), wanted, headers)


def _counted(store: Endpoint, here: str) -> Iterator[str]:
    dataset, service = f"{BASE}jeu-de-donnees", f"{here}/sparql#service"
    yield link(dataset, RDF_TYPE, f"{_VOID}Dataset")
    yield link(dataset, RDF_TYPE, f"{_DCAT}Dataset")
    yield link(dataset, f"{_VOID}sparqlEndpoint", f"{here}/sparql")
    yield link(service, RDF_TYPE, f"{_DCAT}DataService")
    yield link(service, f"{_DCAT}endpointURL", f"{here}/sparql")
    yield link(service, f"{_DCAT}servesDataset", dataset)
    for name in ("Turtle", "N-Triples", "JSON-LD"):
        yield link(dataset, f"{_VOID}feature", f"{_FEATURES}{name}")
    yield say(dataset, f"{_VOID}triples", int(str(run(store, "pages/triplets").rows[0][0])))
    counts = [(str(cls), int(str(count))) for cls, count in run(store, "pages/comptes").rows]
    yield say(dataset, f"{_VOID}classes", len(counts))
    for number, (cls, count) in enumerate(counts, 1):
        part = f"{here}/.well-known/void#classe-{number}"
        yield link(dataset, f"{_VOID}classPartition", part)
        yield link(part, f"{_VOID}class", cls)
        yield say(part, f"{_VOID}entities", count)
