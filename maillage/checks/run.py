"""The run of the checks over a store: act by act in parallel, then the questions over all acts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import reduce
from operator import or_
from pathlib import Path

from maillage.checks.acts import acts, view
from maillage.checks.engines import is_fast
from maillage.checks.questions import ask
from maillage.checks.verdicts import Verdict, Verdicts
from maillage.facts import Place, parse_place
from maillage.findings import Finding
from maillage.sharing import share
from maillage.store import Endpoint


def check(store: Endpoint, jobs: int = 1, kept: Path | None = None) -> tuple[Finding, ...]:
    """Return every finding of ``store``, in order: shapes on each act, ``jobs`` at once, and finding questions.

    The shapes' verdicts are kept in the folder ``kept``: the next run judges only the acts that changed. Raises
    StoreError and QueryError as the store does, DeclarationError for a bad shape or question.
    """
    views = {act: view(store, act) for act in acts(store)}
    return join([*_judged(views, jobs, Verdicts(kept)), *ask(store)])


def _judged(views: Mapping[str, str], jobs: int, verdicts: Verdicts) -> Iterable[Finding]:
    """Give what the shapes find in each act, from the verdicts kept or afresh."""
    known = {act: verdicts.take(seen) for act, seen in views.items()}
    fresh = [act for act, verdict in known.items() if verdict is None]
    judged = {**known, **dict(zip(fresh, _judge([views[act] for act in fresh], jobs), strict=True))}
    found = {act: verdict for act, verdict in judged.items() if verdict is not None}
    verdicts.keep((views[act], verdict) for act, verdict in found.items())
    for act, verdict in found.items():
        yield from (replace(finding, acts=(act,)) for finding in verdict)


def _judge(views: list[str], jobs: int) -> list[Verdict]:
    """Judge what the shapes see of each act, the longest first so that nobody waits for it alone at the end."""
    if jobs == 1 or len(views) < 2:
        return [_verdict(seen) for seen in views]
    order = sorted(range(len(views)), key=lambda at: len(views[at]), reverse=True)
    longest = [views[at] for at in order]
    if is_fast():  # in Rust, which lets the other threads run: no process is worth beginning
        with ThreadPoolExecutor(jobs) as pool:
            judged = dict(zip(order, pool.map(_verdict, longest), strict=True))
    else:
        judged = {order[rank]: verdict for rank, verdict in share(_verdict, longest, jobs)}
    return [judged[at] for at in range(len(views))]


def _verdict(seen: str) -> Verdict:
    """Judge what the shapes see of one act."""
    from maillage.checks.shapes import judge  # SHACL takes long to load: each process does it while the others do

    return judge(seen)


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
