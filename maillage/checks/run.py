"""The run of the checks over a store: act by act in parallel, then the questions over all acts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context

from maillage.checks.acts import acts, view
from maillage.checks.questions import ask
from maillage.checks.shapes import judge
from maillage.findings import Finding
from maillage.store import Endpoint


def check(store: Endpoint, jobs: int = 1) -> tuple[Finding, ...]:
    """Return every finding of ``store``, in order: shapes on each act, by ``jobs`` processes, and finding questions.

    Raises StoreError and QueryError as the store does, DeclarationError for a bad shape or question.
    """
    views = {act: view(store, act) for act in acts(store)}
    return join([*_judged(views, jobs), *ask(store)])


def _judged(views: Mapping[str, str], jobs: int) -> Iterable[Finding]:
    if jobs == 1 or len(views) < 2:
        judged = [judge(act) for act in views.values()]
    else:
        with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
            judged = list(pool.map(judge, views.values()))
    for act, findings in zip(views, judged, strict=True):
        yield from (replace(finding, acts=(act,)) for finding in findings)


def join(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Make one finding of those that say the same of the same subject, with the places of all."""
    places: dict[Finding, set[tuple[str, str]]] = {}
    concerned: dict[Finding, set[str]] = {}
    for finding in findings:
        bare = replace(finding, documents=(), lines=(), acts=())
        places.setdefault(bare, set()).update(zip(finding.documents, finding.lines, strict=True))
        concerned.setdefault(bare, set()).update(finding.acts)
    return tuple(_joined(bare, sorted(places[bare]), sorted(concerned[bare])) for bare in sorted(places))


def _joined(bare: Finding, places: list[tuple[str, str]], concerned: list[str]) -> Finding:
    documents = tuple(document for document, _ in places)
    return replace(bare, documents=documents, lines=tuple(lines for _, lines in places), acts=tuple(concerned))
