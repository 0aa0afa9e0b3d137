"""``python -m benchmarks.load.peer STORE PORT``: rdflib-endpoint over all that a store holds.

It cannot stop a query. What serves is a child that has the graph from its parent: once ended it is there again, with
nothing under way, without reading the graph anew.
"""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

import uvicorn
from rdflib import Dataset
from rdflib_endpoint import SparqlEndpoint

from maillage.store import Store


def main(store: Path, port: int) -> None:
    """Serve until ended."""
    graph = Dataset(default_union=True)
    graph.parse(data="\n".join(Store.open(store).dump_nquads()) + "\n", format="nquads")
    endpoint = SparqlEndpoint(graph=graph, path="/sparql")
    gc.collect()
    gc.freeze()  # else each child looks at the whole graph in search of garbage, and copies it
    while child := os.fork():
        os.waitpid(child, 0)
    uvicorn.run(endpoint, host="127.0.0.1", port=port, log_level="error")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
