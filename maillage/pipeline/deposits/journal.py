"""The journal: what was added, corrected and taken back in the explorer, and why; of who did it, but an office."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from maillage.facts import Correction, Fact
from maillage.pipeline.corrections.applying import key_of, subject_of
from maillage.pipeline.corrections.declared import parse

Happened = Literal["add", "undo", "remove"]


@dataclass(frozen=True, slots=True)
class Change:
    """A correction: its key, what it does to which fact, and why."""

    key: str
    operation: str
    subject: str
    reason: str
    author: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a document: it was added, a correction was taken back, it was taken out."""

    happened: Happened
    document: str
    date: str
    changes: tuple[Change, ...] = ()


def changes_in(facts: Iterable[Fact]) -> tuple[Change, ...]:
    """Return the corrections among ``facts``."""
    return tuple(
        Change(fact.correction, fact.operation, fact.subject, fact.reason, fact.author, fact.date)
        for fact in facts
        if isinstance(fact, Correction)
    )


def changes_of(text: str) -> tuple[Change, ...]:
    """Return the corrections in the ``text`` of a corrections file. Raises FactsError where it is none."""
    return tuple(
        Change(key_of(entry), entry.operation, subject_of(entry), entry.reason, entry.author, entry.date)
        for entry in parse(text).entries
    )


def note(file: Path, event: Event) -> None:
    """Write ``event`` at the end of the journal. Raises OSError."""
    with file.open("a", encoding="utf-8") as journal:
        journal.write(json.dumps(asdict(event), ensure_ascii=False) + "\n")


def events(file: Path) -> tuple[Event, ...]:
    """Return what happened, the newest first; a line that was cut short is left out."""
    try:
        rows = file.read_text("utf-8").splitlines()
    except FileNotFoundError:
        return ()
    return tuple(reversed([event for row in rows if (event := _event(row))]))


def _event(row: str) -> Event | None:
    try:
        record = json.loads(row)
        changes = tuple(Change(**change) for change in record["changes"])
        return Event(record["happened"], record["document"], record["date"], changes)
    except (ValueError, KeyError, TypeError):
        return None
