"""The figures of a store, and what a build has to say at its end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from maillage.errors import MaillageError
from maillage.findings import SEVERITIES
from maillage.queries import run
from maillage.store import Store


@dataclass(frozen=True, slots=True)
class Summary:
    """What a store holds, and what of its build must be looked at.

    ``figures`` counts acts, conventions, fiches, engagements and amounts (``montants``); ``findings`` counts by
    severity. ``changed`` is False where the store was up to date already.
    """

    figures: Mapping[str, int]
    triples: int
    findings: Mapping[str, int]
    changed: bool = True
    problems: tuple[MaillageError, ...] = ()


def summarise(store: Store, *, changed: bool = True, problems: tuple[MaillageError, ...] = ()) -> Summary:
    """Count what ``store`` holds. Raises StoreError where it cannot be read."""
    counted = {str(row["mesure"]): int(str(row["nombre"])) for row in run(store, "lookups/bilan")}
    findings = {str(severity): counted.pop(severity, 0) for severity in SEVERITIES}
    return Summary(counted, store.manifest.quads, findings, changed, problems)
