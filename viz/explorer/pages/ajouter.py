"""Ajouter un document: where a file is handed in, and what waits."""

from __future__ import annotations

from dataclasses import dataclass

from maillage.graph.iris import mint
from viz.explorer.adding.at import At
from viz.explorer.addresses import page_of
from viz.explorer.names import name_of
from viz.explorer.views import Mark
from viz.plain import shorten

TEMPLATE = "ajouter.html"
_LONGEST = 120
_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Added:
    """A document that was added: the link to its page, and its name in the store."""

    link: Mark
    stem: str


@dataclass(frozen=True, slots=True)
class Ajouter:
    """What the page shows: ``problem`` says why a file was not taken, ``most`` how many megabytes it may have."""

    seal: str
    extensions: str
    most: int
    waiting: tuple[Mark, ...]
    added: tuple[Added, ...]
    problem: str = ""


def page(at: At, extensions: frozenset[str], most: int, problem: str = "") -> Ajouter:
    """Return the page where files with one of ``extensions``, of ``most`` bytes, are handed in."""
    waiting = (Mark(shorten(deposit.called, _LONGEST), f"/ajouter/{deposit.id}") for deposit in at.desk.waiting())
    return Ajouter(
        at.seal,
        ",".join(sorted(extensions)),
        most // _MEGABYTE,
        tuple(waiting),
        tuple(Added(_link(at, stem), stem) for stem in at.desk.ledger.added()),
        problem,
    )


def _link(at: At, stem: str) -> Mark:
    iri = mint("document", stem)
    return Mark(name_of(at.visit, iri, stem), page_of(iri))
