"""Journal: what was added, corrected and taken back, why, and what of it can be taken back."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from maillage.graph.iris import mint
from viz.explorer.adding.at import At
from viz.explorer.addresses import page_of
from viz.explorer.views import Mark
from viz.numbers import day
from viz.plain import shorten

TEMPLATE = "journal.html"
_MOST = 200
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Line:
    """A correction: what it does, to what, why, in which office; ``standing`` where it can be taken back."""

    key: str
    operation: str
    subject: str
    reason: str
    author: str
    standing: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that happened to a document."""

    happened: str
    stem: str
    document: Mark
    day: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Journal:
    """What the page shows; ``removable`` are the documents that can be taken out."""

    seal: str
    entries: tuple[Entry, ...]
    removable: tuple[str, ...]


def page(at: At) -> Journal:
    """Return the page."""
    ledger = at.desk.ledger
    standing = cache(ledger.standing)
    entries = tuple(
        Entry(
            event.happened,
            event.document,
            Mark(event.document, page_of(mint("document", event.document))),
            day(event.date, at.visit.language),
            tuple(
                Line(
                    change.key,
                    change.operation,
                    shorten(change.subject, _LONGEST),
                    shorten(change.reason, _LONGEST),
                    shorten(change.author, _LONGEST),
                    event.happened == "add" and change.key in standing(event.document),
                )
                for change in event.changes
            ),
        )
        for event in ledger.events()[:_MOST]
    )
    return Journal(at.seal, entries, ledger.added())
