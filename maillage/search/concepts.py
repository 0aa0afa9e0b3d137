"""The concepts by which a thing is found: its own, those above them, those that they replaced or that replaced them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from maillage.queries import run
from maillage.store import Endpoint
from maillage.thesauri import SCHEMES, above

CONCEPT_SCHEMES = ("types-action", "types-equipement", "themes", "genres-acteur")
"""The schemes whose concepts are searched."""

Wider = Mapping[str, tuple[str, ...]]


def wider(store: Endpoint) -> Wider:
    """Return for each concept that replaces or is replaced those with which it is one thing (a RAM is now an RPE)."""
    found: dict[str, tuple[str, ...]] = {}
    for row in run(store, "search/remplacements"):
        pair = str(row["concept"]), str(row["replaced"])
        for one, other in (pair, pair[::-1]):
            found[one] = (*found.get(one, ()), other)
    return found


def widened(concepts: Iterable[str], same: Wider) -> tuple[str, ...]:
    """Return ``concepts`` with those above each, and those of ``same``: who asks for these finds the thing too."""
    every: dict[str, None] = {}
    for concept in concepts:
        for iri in (concept, *same.get(concept, ())):
            every |= dict.fromkeys((iri, *_above().get(iri, ())))
    return tuple(every)


@cache
def _above() -> Mapping[str, tuple[str, ...]]:
    """Return for each concept those above it, by their IRIs."""
    found: dict[str, tuple[str, ...]] = {}
    for scheme in CONCEPT_SCHEMES:
        iris = {concept.id: concept.iri for concept in SCHEMES[scheme]}
        found |= {iris[name]: tuple(iris[one] for one in above(scheme, name)) for name in iris}
    return found
