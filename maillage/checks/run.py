"""The run of the checks over a store: act by act in parallel, then the questions over all acts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import reduce
from operator import or_
from pathlib import Path

from maillage.checks.acts import acts, view
from maillage.checks.questions import ask
from maillage.checks.verdicts import Verdict, Verdicts
from maillage.facts import Place, parse_place
from maillage.findings import Finding
from maillage.sharing import share
from maillage.store import Graph


def check(store: Graph, jobs: int = 1, kept: Path | None = None) -> tuple[Finding, ...]:
    """Return every finding of ``store``, in order: shapes on each act, ``jobs`` at once, and finding questions.

    The shapes' verdicts are kept in the folder ``kept``: the next run judges only the acts that changed. Raises
    StoreError and QueryError as the store does, DeclarationError for a bad shape or question.
    """
    verdicts = Verdicts(kept)
    with ThreadPoolExecutor(1) as beside:
        # The store answers in Rust, which lets Python run, and so does rudof; pySHACL does not, and takes processes.
        asked = beside.submit(lambda: [*ask(store)])
        judged = _judged({act: view(store, act) for act in acts(store)}, jobs, verdicts)
        verdicts.keep((seen, verdict) for _, seen, verdict in judged)
        found = (replace(finding, acts=(act,)) for act, _, verdict in judged for finding in verdict)
        return join([*found, *asked.result()])


def _judged(views: Mapping[str, str], jobs: int, verdicts: Verdicts) -> list[tuple[str, str, Verdict]]:
    """Return each act, what the shapes see of it and their verdict.

    ``jobs`` processes judge, the longest first: nobody waits for it alone at the end.
    """
    known = {act: verdicts.take(seen) for act, seen in views.items()}
    fresh = sorted((act for act in views if known[act] is None), key=lambda act: len(views[act]), reverse=True)
    judged = share(_verdict, [views[act] for act in fresh], jobs)
    verdict = {act: one for act, one in known.items() if one is not None} | {fresh[at]: one for at, one in judged}
    return [(act, seen, verdict[act]) for act, seen in views.items()]


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
