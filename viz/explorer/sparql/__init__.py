"""``/sparql``: the SPARQL 1.1 Protocol over the graph, read only, for anybody."""

from viz.explorer.sparql.endpoint import Endpoint
from viz.explorer.sparql.recall import Recall

__all__ = ["Endpoint", "Recall"]
