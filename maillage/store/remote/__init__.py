"""The graph on somebody else's SPARQL server: asked there, and sent there."""

from maillage.store.remote.addresses import Account, account, queries_of
from maillage.store.remote.graph_store import GraphStore
from maillage.store.remote.publishing import Published, publish
from maillage.store.remote.server import Server

__all__ = ["Account", "GraphStore", "Published", "Server", "account", "publish", "queries_of"]
