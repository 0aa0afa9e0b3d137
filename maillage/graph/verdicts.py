"""The graph of findings: what the checks found, with the places where it can be verified."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from maillage.facts import parse_place
from maillage.findings import Finding
from maillage.graph import iris
from maillage.graph.citing import cite
from maillage.graph.nquads import Writer
from maillage.vocabulary import RDFS, M


def finding_quads(findings: Iterable[Finding]) -> Iterator[str]:
    """Give ``findings`` as N-Quads. A finding is named by its code, its subject, its message and its places."""
    writer = Writer(iris.FINDINGS)
    for finding in findings:
        _describe(writer, finding)
    yield from writer.lines


def _describe(writer: Writer, finding: Finding) -> None:
    key = iris.digest(finding.subject, finding.message_fr, *finding.documents, *finding.lines)
    subject = iris.mint("constat", finding.code, key)
    writer.is_a(subject, M.Constat)
    writer.say(subject, M.codeConstat, finding.code)
    writer.link(subject, M.gravite, iris.concept("gravite", finding.severity))
    writer.say(subject, M.sujet, finding.subject)
    writer.say(subject, RDFS.comment, finding.message_fr, "fr")
    writer.say(subject, RDFS.comment, finding.message_en, "en")
    for document, lines in zip(finding.documents, finding.lines, strict=True):
        writer.say(subject, M.documentConcerne, document)
        writer.say(subject, M.lignes, lines)
        if lines:
            writer.link(subject, M.lieu, cite(writer, parse_place(document, lines)))
    for act in finding.acts:
        writer.link(subject, M.acteConcerne, act)
