"""What documents state, put into a store in memory and judged there."""

from __future__ import annotations

from collections.abc import Iterable

from maillage import checks, graph
from maillage.language import tr
from maillage.pipeline.graphs import nearby, territories
from maillage.pipeline.reading import Progress, untold
from maillage.store import Store


def stored(quads: Iterable[str], jobs: int = 1, progress: Progress = untold) -> Store:
    """Return a store in memory that holds ``quads`` and what the checks find in them, to be asked as any other.

    Each text of ``quads`` is put into it as it comes, so that this is done while others are made. Raises
    DeclarationError where a shape or a question is not as it should be.
    """
    store, named = Store.memory(), set[str]()
    for text in quads:
        store.load((text,))
        named |= territories(text)
    store.load(nearby(named))
    progress(tr("contrôles", "checks"))
    store.load(graph.finding_quads(checks.check(store, jobs)))
    return store
