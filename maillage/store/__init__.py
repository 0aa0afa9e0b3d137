"""The store: the graph on disk (or in memory), written only by a build, read by everything else."""

from maillage.store.building import Building
from maillage.store.endpoint import Endpoint
from maillage.store.manifest import Manifest
from maillage.store.store import Store
from maillage.store.terms import Iri, Value

__all__ = ["Building", "Endpoint", "Iri", "Manifest", "Store", "Value"]
