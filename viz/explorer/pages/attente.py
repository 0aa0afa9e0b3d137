"""Attente: how far the work on a document is, or how it ended."""

from __future__ import annotations

from dataclasses import dataclass

from maillage.graph.iris import mint
from maillage.pipeline.deposits.job import State, Status
from viz.explorer.adding.at import At
from viz.explorer.addresses import page_of
from viz.plain import plain, shorten

TEMPLATE = "attente.html"
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Attente:
    """What the page shows: the document's name, what is being done, why it failed, where what was made is."""

    key: str
    seal: str
    name: str
    state: State
    step: str
    done: int
    among: int
    problem: str
    waits: bool
    href: str


def page(at: At, status: Status) -> Attente:
    """Return the page of work that has a ``status``."""
    deposit = at.desk.deposit(at.key)
    return Attente(
        at.key,
        at.seal,
        shorten(deposit.called, _LONGEST) if deposit else status.made,
        status.state,
        plain(status.words),
        status.done,
        status.among,
        plain(status.error.text(at.visit.language)) if status.error else "",
        deposit is not None,
        page_of(mint("document", status.made)) if status.made else "",
    )
