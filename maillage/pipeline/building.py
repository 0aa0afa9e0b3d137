"""The build: from sources and documents to a store that answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from maillage import checks, graph
from maillage.language import tr
from maillage.pipeline import inputs
from maillage.pipeline.finding import found
from maillage.pipeline.gathering import Gathered, gather, hashed, keys
from maillage.pipeline.reading import Loaders, Progress, Shelf
from maillage.pipeline.sources import shipped
from maillage.pipeline.summary import Summary, summarise
from maillage.store import Building, Store


def build(
    store: Path, places: Sequence[Path], loaders: Loaders, jobs: int = 1, progress: Progress = lambda _step: None
) -> Summary:
    """Make the store at ``store`` hold the reference, the shipped sources and the documents at ``places``.

    What has not changed since the former build is neither read nor written again. A document that cannot be read is
    left out and told in the summary. Raises UsageError, FactsError, DeclarationError or StoreError; the former store
    is then as it was.
    """
    sources = tuple(shipped())
    documents = hashed(found(places, loaders))
    wanted = inputs.rules() | {"reading": loaders.key} | keys(sources, documents)
    with Building.at(store) as building:
        if building.inputs == wanted:
            return summarise(Store.open(store), changed=False)
        gathered = gather(sources, documents, loaders, Shelf(building.readings, loaders), jobs, progress)
        _write(building, gathered, wanted, jobs, progress)
        # A document that failed is not among what went in: the next build tries it again, and tells it again.
        building.commit({name: key for name, key in wanted.items() if name not in gathered.failed})
    return summarise(Store.open(store), problems=tuple(gathered.problems))


def _write(building: Building, gathered: Gathered, wanted: Mapping[str, str], jobs: int, progress: Progress) -> None:
    """Put what is gathered into the store, and what the checks find in it."""
    progress(tr("écriture du graphe", "writing the graph"))
    same_rules = all(building.inputs.get(name) == key for name, key in inputs.rules().items())
    kept = {graph.REFERENCE, graph.ONTOLOGY, graph.DATASET} if same_rules else set()
    put = set()
    for name, lines in _graphs(gathered, skip_rules=same_rules):
        building.put(name, lines)
        put.add(name)
    building.keep_only(put | kept | {graph.FINDINGS})
    if building.changed or not same_rules:
        progress(tr("contrôles", "checks"))
        building.put(graph.FINDINGS, graph.finding_quads(checks.check(building.stage(), jobs)))
