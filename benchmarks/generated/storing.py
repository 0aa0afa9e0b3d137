"""The store of the fictional CTG: their facts through our own graph, checks and search index."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from benchmarks.generated.ctg import documents
from maillage import checks, graph, search
from maillage.pipeline.graphs import by_graph, quads, standing
from maillage.store import Building, Store

_JOBS = 2


def lines(count: int) -> Iterator[str]:
    """Give the first ``count`` CTG, their actors, the reference and the ontology as N-Quads, without findings."""
    yield from quads(documents(count))
    yield from chain.from_iterable(standing().values())


def store(root: Path, count: int, *, bare: bool = False) -> Store:
    """Make the store at ``root`` hold the first ``count`` CTG, with what the checks find unless ``bare``."""
    with Building.at(root) as building:
        graphs = by_graph(lines(count))
        for name, stated in graphs.items():
            building.put(name, stated)
        building.keep_only({*graphs, graph.FINDINGS})
        if not bare:
            staged = building.stage()
            building.put(graph.FINDINGS, graph.finding_quads(checks.check(staged, _JOBS, staged.verdicts)))
        building.commit({"generated": str(count)})
    made = Store.open(root)
    search.opened(made)
    return made
