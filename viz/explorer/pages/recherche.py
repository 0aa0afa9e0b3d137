"""Recherche: the things that some words name, by family."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from viz.explorer.addresses import page_of, with_query
from viz.explorer.finding import LONGEST_QUERY, Hit, find, find_official
from viz.explorer.library import Thing
from viz.explorer.names import full_name, kind_of, name_of
from viz.explorer.problems import BadRequestError
from viz.explorer.views import Mark
from viz.explorer.visit import Visit
from viz.labels import kind
from viz.plain import plain, shorten

TEMPLATE = "recherche.html"
FAMILIES = ("territoire", "convention", "fiche", "acteur", "equipement", "document")
_SHOWN = 60
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Family:
    """A family of things as a filter: how many there are, and the address that shows them alone."""

    id: str
    label: str
    count: int
    href: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Result:
    """A thing that was found: its link, what it is, and where it belongs."""

    link: Mark
    kind: str
    context: str


@dataclass(frozen=True, slots=True)
class Recherche:
    """What the page shows; ``unread`` are official territories that no act mentions."""

    query: str
    families: tuple[Family, ...]
    results: tuple[Result, ...]
    total: int
    unread: tuple[Result, ...]


def page(visit: Visit) -> Recherche:
    """Return the results of ``?q=`` in the family ``?genre=``. Raises BadRequestError for an unknown family."""
    query, family = visit.query.get("q", "").strip(), visit.query.get("genre", "")
    if family and family not in FAMILIES:
        raise BadRequestError("problem.family", value=shorten(family, 40), values=", ".join(FAMILIES))
    if len(query) > LONGEST_QUERY:
        raise BadRequestError("problem.long", most=LONGEST_QUERY)
    hits = tuple(hit for hit in find(visit.library, query) if hit.thing.family in FAMILIES)
    kept = [hit for hit in hits if family in {"", hit.thing.family}]
    official = find_official(query, visit.library) if family in {"", "territoire"} else ()
    return Recherche(
        plain(query),
        _families(visit, hits, query, family),
        tuple(_result(visit, hit.thing) for hit in kept[:_SHOWN]),
        len(kept),
        tuple(_result(visit, thing) for thing in official),
    )


def _families(visit: Visit, hits: tuple[Hit, ...], query: str, chosen: str) -> tuple[Family, ...]:
    counted = Counter(hit.thing.family for hit in hits)
    every = Family("", visit.words("family.all"), len(hits), with_query("/recherche", q=query), not chosen)
    found = (
        Family(
            name,
            visit.words(f"family.{name}"),
            counted[name],
            with_query("/recherche", q=query, genre=name),
            name == chosen,
        )
        for name in FAMILIES
        if counted[name] or name == chosen
    )
    return (every, *found)


def _result(visit: Visit, thing: Thing) -> Result:
    name = shorten(full_name(visit, thing), _LONGEST)
    context = name_of(visit, thing.convention) if thing.kind in {"fiche", "equipement"} and thing.convention else ""
    mark = Mark(name, page_of(thing.iri), f"kind-{kind_of(visit, thing.iri)}")
    return Result(mark, kind(thing.kind, visit.language), context)
