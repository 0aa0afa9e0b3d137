"""The build: from sources and documents to a store that answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from maillage import checks, graph, search
from maillage.findings import Finding
from maillage.language import tr
from maillage.pipeline import inputs
from maillage.pipeline.added import Added
from maillage.pipeline.extracting import Extraction
from maillage.pipeline.finding import Document, beside, found, hashed, kept
from maillage.pipeline.gathering import Gathered, gather, keys
from maillage.pipeline.graphs import by_graph, quads, standing
from maillage.pipeline.reading import Loaders, Progress, untold
from maillage.pipeline.shelf import Shelf
from maillage.pipeline.sources import shipped
from maillage.pipeline.summary import Summary, summarise
from maillage.store import Building, Store


def build(store: Path, places: Sequence[Path], loaders: Loaders, jobs: int = 1, progress: Progress = untold) -> Summary:
    """Make the store at ``store`` hold the reference, the shipped sources and the documents at ``places``.

    Documents that ``add`` has put into it stay, unless one of ``places`` has their name. What has not changed since the
    former build is neither read nor written again. A document that cannot be read is left out and told in the summary.
    Raises UsageError, FactsError (a person who holds no public office, too), DeclarationError or StoreError; the former
    store is then as it was.
    """
    given = hashed(found(places, loaders))
    with Building.at(store) as building:
        documents = beside(given, Added(building).documents())
        return _make(building, documents, Shelf(building.readings, loaders), loaders, jobs, progress)


def add(store: Path, extraction: Extraction, loaders: Loaders, jobs: int = 1, progress: Progress = untold) -> Summary:
    """Put the documents of ``extraction`` into the store at ``store``, which is built where there is none.

    What is in the store stays, but for documents of the same name, which these replace. Raises as ``build`` does.
    """
    with Building.at(store) as building:
        added = Added(building)
        documents = beside(added.offer(extraction.files), [*added.documents(), *kept(building.inputs)])
        shelf = Shelf(building.readings, loaders, extraction.readings)
        summary = _make(building, documents, shelf, loaders, jobs, progress)
        added.settle(building.inputs)
        return summary


def remove(store: Path, stem: str, loaders: Loaders, jobs: int = 1, progress: Progress = untold) -> Summary:
    """Take the document ``stem``, which ``add`` put into the store at ``store``, out of it. Raises as ``build`` does.

    Its copy goes once a store without it has been named: killed in between, the document is in the next build again.
    """
    with Building.at(store) as building:
        added = Added(building)
        leaving = [document for document in added.documents() if document.path.stem == stem]
        staying = [document for document in added.documents() if document.path.stem != stem]
        shelf = Shelf(building.readings, loaders)
        summary = _make(building, [*staying, *kept(building.inputs)], shelf, loaders, jobs, progress)
        added.drop(leaving)
        return summary


def _make(
    building: Building,
    documents: Sequence[Document],
    shelf: Shelf,
    loaders: Loaders,
    jobs: int,
    progress: Progress,
) -> Summary:
    """Make the store hold the reference, the shipped sources and ``documents``."""
    sources = tuple(shipped())
    wanted = inputs.rules() | {"reading": _reading(building, documents, loaders)} | keys(sources, documents)
    if building.inputs == wanted:
        return summarise(Store.open(building.root), changed=False)
    with ThreadPoolExecutor(1) as aside:  # the reference is loaded while documents are read
        standing = aside.submit(_stand, building, wanted)
        gathered = gather(sources, documents, loaders, shelf, jobs, progress)
        same_rules = standing.result()
    _write(building, gathered, jobs, progress, judge=not same_rules)
    # A document that failed is not among what went in: the next build tries it again, and tells it again.
    building.commit({name: key for name, key in wanted.items() if name not in gathered.failed})
    return _indexed(Store.open(building.root), gathered, progress)


def _indexed(store: Store, gathered: Gathered, progress: Progress) -> Summary:
    """Index a new store for the search, and return what there is to say of it."""
    progress(tr("index de recherche", "search index"))
    search.opened(store)
    return summarise(store, problems=gathered.problems)


def _reading(building: Building, documents: Iterable[Document], loaders: Loaders) -> str:
    """Return which rules have read ``documents``: where some are only kept, no newer ones than those of the store."""
    if any(document.origin == "kept" for document in documents):
        return building.inputs["reading"]
    return loaders.key


def _stand(building: Building, wanted: Mapping[str, str]) -> bool:
    """Put the graphs that depend on no document, unless all is as in the former build; return whether it is."""
    same = all(building.inputs.get(name) == wanted[name] for name in inputs.rules())
    if not same:
        for name, lines in standing().items():
            building.put(name, lines)
        building.stage()
    return same


def _write(building: Building, gathered: Gathered, jobs: int, progress: Progress, *, judge: bool) -> None:
    """Put what is gathered into the store and, where anything is new, what the checks find in it."""
    progress(tr("écriture du graphe", "writing the graph"))
    stated = by_graph(quads(gathered.statements.values()))
    for name, lines in stated.items():
        building.put(name, lines)
    building.keep_only({*stated, *standing(), graph.FINDINGS})
    if building.changed or judge:
        progress(tr("contrôles", "checks"))
        findings = _checked(building, jobs)
        checks.refuse_persons(findings)
        building.put(graph.FINDINGS, graph.finding_quads(findings))


def _checked(building: Building, jobs: int) -> tuple[Finding, ...]:
    """Return what the checks find; the store is let go of, so that a build that is refused leaves nothing open."""
    staged = building.stage()
    return checks.check(staged, jobs, staged.verdicts)
