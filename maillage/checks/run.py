"""The run of the checks over a store: act by act in parallel, then the questions over all acts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import reduce
from multiprocessing import get_context
from operator import or_

from maillage.checks.acts import acts, view
from maillage.checks.questions import ask
from maillage.facts import Place, parse_place
from maillage.findings import Finding
from maillage.store import Endpoint


def check(store: Endpoint, jobs: int = 1) -> tuple[Finding, ...]:
    """Return every finding of ``store``, in order: shapes on each act, by ``jobs`` processes, and finding questions.

    Raises StoreError and QueryError as the store does, DeclarationError for a bad shape or question.
    """
    views = {act: view(store, act) for act in acts(store)}
    return join([*_judged(views, jobs), *ask(store)])


def _judged(views: Mapping[str, str], jobs: int) -> Iterable[Finding]:
    from maillage.checks.shapes import judge  # only here: pySHACL takes long to load, and few commands judge

    if jobs == 1 or len(views) < 2:
        judged = [judge(act) for act in views.values()]
    else:
        with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
            judged = list(pool.map(judge, views.values()))
    for act, findings in zip(views, judged, strict=True):
        yield from (replace(finding, acts=(act,)) for finding in findings)


def join(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Make one finding of those that say the same of the same subject, with the places of all, a document once."""
    places: dict[Finding, dict[str, set[str]]] = {}
    concerned: dict[Finding, set[str]] = {}
    for finding in findings:
        bare = replace(finding, documents=(), lines=(), acts=())
        concerned.setdefault(bare, set()).update(finding.acts)
        by_document = places.setdefault(bare, {})
        for document, lines in zip(finding.documents, finding.lines, strict=True):
            by_document.setdefault(document, set()).add(lines)
    return tuple(_joined(bare, places[bare], sorted(concerned[bare])) for bare in sorted(places))


def _joined(bare: Finding, places: Mapping[str, set[str]], concerned: Iterable[str]) -> Finding:
    documents = tuple(sorted(places))
    lines = tuple(_all(document, places[document]).lines for document in documents)
    return replace(bare, documents=documents, lines=lines, acts=tuple(concerned))


def _all(document: str, lines: Iterable[str]) -> Place:
    """Return the place that holds all of ``lines``."""
    stated = [parse_place(document, text) for text in sorted(lines)]
    return reduce(or_, stated)
