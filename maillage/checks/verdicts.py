"""Verdicts kept from one run to the next: an act that has not changed is not judged again by the same shapes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path

from maillage.checks.engines import versions
from maillage.findings import SEVERITIES, Finding, Severity
from maillage.places import folder

Verdict = tuple[Finding, ...]


class Verdicts:
    """What the shapes said of each act, a file each in ``kept``, named by what they saw of it and by their own hash.

    Without a folder, or where it cannot be written, nothing is kept and everything is judged: that is slower, not
    wrong.
    """

    def __init__(self, kept: Path | None) -> None:
        self._kept = kept
        self._rules = _rules() if kept else ""

    def take(self, seen: str) -> Verdict | None:
        """Return the verdict on an act of which the shapes see the triples ``seen``; None where there is none."""
        if self._kept is None:
            return None
        try:
            records = json.loads(self._file(seen).read_text("utf-8"))
            return tuple(_finding(record, record) for record in records)
        except (OSError, ValueError, TypeError, KeyError):
            return None

    def keep(self, verdicts: Iterable[tuple[str, Verdict]]) -> None:
        """Keep these verdicts, and throw away those on acts that are not among them or by other shapes."""
        if self._kept is None:
            return
        try:
            self._keep(self._kept, verdicts)
        except OSError:
            return  # a store that can only be read can still be checked

    def _keep(self, kept: Path, verdicts: Iterable[tuple[str, Verdict]]) -> None:
        kept.mkdir(exist_ok=True)
        current = {self._file(seen): verdict for seen, verdict in verdicts}
        for file, verdict in current.items():
            if not file.exists():
                fresh = file.with_suffix(".new")
                fresh.write_text(json.dumps([asdict(finding) for finding in verdict], ensure_ascii=False), "utf-8")
                fresh.replace(file)
        for file in sorted(kept.glob("*.json")):
            if file not in current:
                file.unlink(missing_ok=True)

    def _file(self, seen: str) -> Path:
        return (self._kept or Path()) / f"{sha256(seen.encode('utf-8')).hexdigest()}-{self._rules[:16]}.json"


def _rules() -> str:
    """Return the hash of all that decides a verdict: the shapes, what is made of their results, and the engines."""
    total = sha256(versions().encode())
    for file in (*sorted(folder("shapes").glob("*.ttl")), *sorted(Path(__file__).parent.glob("*.py"))):
        total.update(file.read_bytes())
    return total.hexdigest()


def _finding(record: Mapping[str, str], places: Mapping[str, Iterable[str]]) -> Finding:
    """Read a finding back. Raises KeyError or TypeError for what is none."""
    severities: dict[str, Severity] = {known: known for known in SEVERITIES}
    severity = severities[record["severity"]]
    messages = record["message_fr"], record["message_en"]
    named = tuple(places["documents"]), tuple(places["lines"])
    return Finding(record["code"], severity, record["subject"], *messages, *named)
