"""Borrowing: what only another act of the same document tells of a convention, its year or its avenant's number."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from loaders.acts.agreements import Agreement
from loaders.acts.section import Section


def borrow(sections: Sequence[Section]) -> None:
    """Give each agreement what it lacks: first what another act states, then the year in which it was voted on."""
    every = [agreement for section in sections for agreement in section.agreements]
    for section in sections:
        _from_others(section.agreements, every)
    _from_votes(sections)
    for section in sections:
        _from_others(section.agreements, every)


def _from_others(agreements: Iterable[Agreement], every: Sequence[Agreement]) -> None:
    """Give the agreements the year and the avenant's number that only another act of the document states."""
    for agreement in agreements:
        apart = [a for a in every if a is not agreement and a is not agreement.previous]
        alike = [a for a in apart if a.code and a.code == agreement.code]
        if not agreement.avenant:
            agreement.other_avenant = next((a.avenant for a in alike if a.main and a.avenant), "")
        if agreement.start or agreement.borrowed:
            continue
        same = [a for a in alike if a.start or a.borrowed]
        peers = [a for a in same if a.main == agreement.main] or (same if len(same) == 1 and agreement.main else [])
        if peers:
            agreement.borrowed = max(a.start or a.borrowed for a in peers)


def _from_votes(sections: Sequence[Section]) -> None:
    """Give a convention that begins with a signature of which no act has the day the year in which it was voted on."""
    voted = ""
    for section in sections:
        if section.kind == "deliberation":
            voted = section.head.date
        for agreement in section.agreements:
            signed = agreement.start or agreement.borrowed or agreement.signatures
            if agreement.main and not signed and agreement.says("from_signature"):
                agreement.borrowed = voted[:4]
