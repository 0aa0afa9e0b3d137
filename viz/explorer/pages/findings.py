"""The findings about a thing: what is missing, contradictory or doubtful in what was read."""

from __future__ import annotations

from dataclasses import dataclass

from maillage.queries import run
from viz.explorer.facts import source, told
from viz.explorer.views import Source
from viz.explorer.visit import Visit
from viz.labels import concept


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding, its severity, and where to look."""

    severity: str
    label: str
    subject: str
    message: str
    source: Source


def findings(visit: Visit, key: str) -> tuple[Finding, ...]:
    """Return the findings whose subject is ``key`` or a part of it, the gravest first."""
    message = "message_en" if visit.language == "en" else "message"
    found = [
        Finding(
            told(record, "gravite"),
            concept("gravites", told(record, "gravite"), visit.language),
            told(record, "sujet"),
            told(record, message),
            source(visit, record),
        )
        for record in run(visit.store, "pages/constats", {"cle": key})
        if _about(told(record, "sujet"), key)
    ]
    return tuple(sorted(found, key=lambda finding: _GRAVEST.index(finding.severity)))


def _about(subject: str, key: str) -> bool:
    return subject == key or subject.startswith((f"{key}/", f"{key} "))


_GRAVEST = ("violation", "avertissement", "information")
