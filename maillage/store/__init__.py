"""The store: the graph on disk (or in memory), written only by a build, read by everything else."""

from maillage.store.binding import bound
from maillage.store.building import Building
from maillage.store.content import triples_as
from maillage.store.endpoint import Endpoint, Graph
from maillage.store.kept import is_steady
from maillage.store.manifest import Manifest
from maillage.store.store import Store
from maillage.store.terms import Iri, Value
from maillage.store.wire import Answered, Asked, Outcome
from maillage.store.workers import Limits, Workers

__all__ = [
    "Answered",
    "Asked",
    "Building",
    "Endpoint",
    "Graph",
    "Iri",
    "Limits",
    "Manifest",
    "Outcome",
    "Store",
    "Value",
    "Workers",
    "bound",
    "is_steady",
    "triples_as",
]
