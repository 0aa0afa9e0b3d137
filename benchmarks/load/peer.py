"""``python -m benchmarks.load.peer STORE PORT``: rdflib-endpoint over the acts of a store, without the reference."""

from __future__ import annotations

import sys
from pathlib import Path

import uvicorn
from rdflib_endpoint import SparqlEndpoint

from benchmarks.questions import acts
from maillage.store import Store

if __name__ == "__main__":
    graph = acts(Store.open(Path(sys.argv[1])))
    uvicorn.run(SparqlEndpoint(graph=graph, path="/sparql"), host="127.0.0.1", port=int(sys.argv[2]), log_level="error")
