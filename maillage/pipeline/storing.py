"""What documents state, put into a store in memory and judged there."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from maillage import checks, graph
from maillage.language import tr
from maillage.pipeline.graphs import nearby
from maillage.pipeline.reading import Progress, untold
from maillage.store import Store


def stored(quads: Sequence[str], jobs: int = 1, progress: Progress = untold) -> Store:
    """Return a store in memory that holds ``quads`` and what the checks find in them, to be asked as any other.

    Raises DeclarationError where a shape or a question is not as it should be.
    """
    store = Store.memory(chain(quads, nearby(quads)))
    progress(tr("contrôles", "checks"))
    store.load(graph.finding_quads(checks.check(store, jobs)))
    return store
