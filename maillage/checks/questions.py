"""Findings by question: each row that a question of ``queries/constats`` answers is an anomaly of the store."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from maillage.errors import DeclarationError
from maillage.findings import SEVERITIES, Finding, Severity
from maillage.queries import Question, questions_of, run
from maillage.store import Endpoint
from maillage.table import Cell

FOLDER = "constats"


def ask(store: Endpoint) -> Iterator[Finding]:
    """Ask every question of findings. Raises DeclarationError for one whose header is not that of a finding."""
    for question in questions_of(FOLDER):
        yield from findings_of(store, question)


def findings_of(store: Endpoint, question: Question) -> Iterator[Finding]:
    """Ask one question of findings. Raises DeclarationError for one whose header is not that of a finding."""
    severity = severity_of(question)
    for row in run(store, question.name):
        yield _finding(question, severity, row)


def severity_of(question: Question) -> Severity:
    """Return the severity that the header gives. Raises DeclarationError where it gives none that is known."""
    for severity in SEVERITIES:
        if question.severity == severity:
            return severity
    known = ", ".join(SEVERITIES)
    raise DeclarationError(
        f"« severity » doit être l'un de : {known}.", f"“severity” must be one of: {known}.", file=question.file
    )


def _finding(question: Question, severity: Severity, row: Mapping[str, Cell]) -> Finding:
    """Make a finding of ``row``; a question may give the code itself (column ``code``), else its name is the code."""
    words = {name: "" if value is None else str(value) for name, value in row.items()}
    words |= {name: words[name].replace(";", ", ") for name in question.lists}
    return Finding(
        words.get("code") or question.name.rpartition("/")[2],
        severity,
        words["subject"],
        question.message_fr.format(**words),
        question.message_en.format(**words),
        (words["document"].rpartition("/")[2],),
        (words["lines"],),
    )
