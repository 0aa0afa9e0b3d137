"""``/sparql``: the SPARQL 1.1 Protocol over the graph, read only, for anybody."""

from viz.explorer.sparql.endpoint import Endpoint

__all__ = ["Endpoint"]
