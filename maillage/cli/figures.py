"""The figures of a store, told at the end of what has written it."""

from __future__ import annotations

from maillage.language import tr
from maillage.pipeline.summary import Summary


def report(summary: Summary, seconds: float) -> str:
    """Return the figures of the store, a line each."""
    counted = {
        tr("actes", "acts"): summary.figures.get("actes", 0),
        tr("conventions", "agreements"): summary.figures.get("conventions", 0),
        tr("fiches action", "fiches action"): summary.figures.get("fiches", 0),
        tr("engagements", "commitments"): summary.figures.get("engagements", 0),
        tr("montants", "amounts"): summary.figures.get("montants", 0),
        "triples": summary.triples,
    }
    lines = [f"{name:<15}{number:>10}" for name, number in counted.items()]
    lines.append(f"{tr('constats', 'findings'):<15}{sum(summary.findings.values()):>10}  {_by_severity(summary)}")
    lines.append(f"{tr('secondes', 'seconds'):<15}{seconds:>10.1f}{'' if summary.changed else _unchanged()}")
    return "\n".join(lines)


def _by_severity(summary: Summary) -> str:
    names = {
        "violation": tr("violations", "violations"),
        "avertissement": tr("avertissements", "warnings"),
        "information": tr("informations", "notes"),
    }
    return ", ".join(f"{number} {names.get(severity, severity)}" for severity, number in summary.findings.items())


def _unchanged() -> str:
    return tr("  rien n'a changé", "  nothing changed")
