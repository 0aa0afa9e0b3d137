"""The report of the checks, for a person (text, HTML) or a machine (JSON, Turtle), in French or English."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from html import escape
from itertools import groupby

from maillage.findings import SEVERITIES, Finding
from maillage.language import tr

FORMATS = ("text", "json", "ttl", "html")
_SH = {"violation": "sh:Violation", "avertissement": "sh:Warning", "information": "sh:Info"}


def render(findings: Iterable[Finding], output_format: str = "text") -> str:
    """Write ``findings`` in one of FORMATS, the gravest first. Raises KeyError for another format."""
    ordered = sorted(findings, key=lambda f: (SEVERITIES.index(f.severity), f))
    return {"text": _text, "json": _json, "ttl": _turtle, "html": _html}[output_format](ordered)


def count(findings: Iterable[Finding]) -> dict[str, int]:
    """Return how many findings there are of each severity, all severities present."""
    counted = dict.fromkeys(SEVERITIES, 0)
    for finding in findings:
        counted[finding.severity] += 1
    return {str(severity): number for severity, number in counted.items()}


def title(severity: str, number: int) -> str:
    """Return ``3 avertissements`` (or ``3 warnings``)."""
    singular = {"violation": "violation", "avertissement": "warning", "information": "note"}[severity]
    plural = "s" if number > 1 else ""
    return tr(f"{number} {severity}{plural}", f"{number} {singular}{plural}")


def message(finding: Finding) -> str:
    """Return the finding's message in the language of the session."""
    return tr(finding.message_fr, finding.message_en)


def where(finding: Finding) -> str:
    """Return the places of a finding as ``document l. 12;40, other l. 3``."""
    places = zip(finding.documents, finding.lines, strict=True)
    return ", ".join(f"{document} l. {lines}" for document, lines in places)


def _text(findings: Sequence[Finding]) -> str:
    lines = []
    for severity, group in groupby(findings, key=lambda finding: finding.severity):
        members = list(group)
        lines.append(title(severity, len(members)))
        for finding in members:
            lines += [f"  [{finding.code}] {finding.subject}", f"    {message(finding)}"]
            if finding.documents:
                lines.append(f"    → {where(finding)}")
        lines.append("")
    counts = count(findings)
    lines.append(", ".join(title(severity, number) for severity, number in counts.items()))
    return "\n".join(lines) + "\n"


def _json(findings: Sequence[Finding]) -> str:
    return json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=1) + "\n"


def _turtle(findings: Sequence[Finding]) -> str:
    """Write a SHACL validation report; a finding's place stands in rdfs:comment."""
    conforms = json.dumps(all(finding.severity != "violation" for finding in findings))
    lines = [
        "@prefix ms: <https://w3id.org/maillage/shapes/> .",
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .",
        "@prefix sh: <http://www.w3.org/ns/shacl#> .",
        "",
        f"[] a sh:ValidationReport ; sh:conforms {conforms} .",
    ]
    return "\n".join([*lines, *map(_turtle_result, findings)]) + "\n"


def _turtle_result(finding: Finding) -> str:
    return (
        f"[] a sh:ValidationResult ; sh:sourceShape ms:{finding.code} ; sh:resultSeverity {_SH[finding.severity]} ;"
        f" rdfs:label {_literal(finding.subject)} ; sh:resultMessage {_literal(finding.message_fr)}@fr,"
        f" {_literal(finding.message_en)}@en ; rdfs:comment {_literal(where(finding))} ."
    )


def _literal(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _html(findings: Sequence[Finding]) -> str:
    heading = tr("Constats", "Findings")
    columns = (tr("Gravité", "Severity"), "Code", tr("Sujet", "Subject"), "Message", tr("Place", "Place"))
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in columns)
    rows = "\n".join(_html_row(finding) for finding in findings)
    return (
        f'<!doctype html>\n<html lang="{tr("fr", "en")}">\n<meta charset="utf-8">\n'
        f"<title>Maillage : {heading}</title>\n"
        f"<h1>{heading}</h1>\n<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>\n</html>\n"
    )


def _html_row(finding: Finding) -> str:
    cells = (title(finding.severity, 1)[2:], finding.code, finding.subject, message(finding), where(finding))
    return "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>"
