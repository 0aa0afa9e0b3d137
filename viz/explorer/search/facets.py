"""Facets: the values by which results can be told apart, with how many have each, and how many have none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from maillage.graph.iris import territory
from viz.explorer.addresses import with_query
from viz.explorer.names import name_of
from viz.explorer.search.counting import FACETS, UNKNOWN, Counts
from viz.explorer.visit import Visit
from viz.labels import concept, kind

_SCHEMES = {"theme": "themes", "type": "types-action", "role": "roles", "palier": "paliers"}
_TONES = {"theme": "theme", "role": "role"}
_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet: how many results have it, and the address that shows them alone (or all again)."""

    id: str
    label: str
    count: int
    href: str
    chosen: bool
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet: the choices that most results have, and the others."""

    id: str
    label: str
    first: tuple[Choice, ...]
    more: tuple[Choice, ...]

    @property
    def chosen(self) -> bool:
        """Whether one of its values is chosen."""
        return any(choice.chosen for choice in (*self.first, *self.more))


def chosen(visit: Visit) -> Mapping[str, str]:
    """Return the value that the address chooses for each facet, where it does."""
    return {facet: visit.query[facet].strip() for facet in FACETS if visit.query.get(facet, "").strip()}


def facets(visit: Visit, counts: Counts, wanted: Mapping[str, str]) -> tuple[Facet, ...]:
    """Return the facets of what was found, whose values are counted in ``counts``; ``wanted`` are those chosen."""
    made = (_facet(visit, name, counts[name], wanted) for name in FACETS)
    return tuple(facet for facet in made if any(one.id != UNKNOWN for one in facet.first) or facet.chosen)


def _facet(visit: Visit, name: str, counts: Mapping[str, int], wanted: Mapping[str, str]) -> Facet:
    counted = {**counts, wanted[name]: counts.get(wanted[name], 0)} if name in wanted else counts
    choices = [_choice(visit, name, value, count, wanted) for value, count in counted.items()]
    ranked = sorted(choices, key=lambda one: (not one.chosen, one.id == UNKNOWN, -one.count, one.label, one.id))
    return Facet(name, visit.words(f"facet.{name}"), tuple(ranked[:_SHOWN]), tuple(ranked[_SHOWN:]))


def _choice(visit: Visit, facet: str, value: str, count: int, wanted: Mapping[str, str]) -> Choice:
    is_chosen = wanted.get(facet) == value
    tone = f"{_TONES[facet]}-{value}" if facet in _TONES and value != UNKNOWN else ""
    href = without(visit, facet) if is_chosen else address(visit, **{**wanted, facet: value})
    return Choice(value, label_of(visit, facet, value), count, href, is_chosen, tone)


def label_of(visit: Visit, facet: str, value: str) -> str:
    """Return what a value is called."""
    if value == UNKNOWN:
        return visit.words("facet.unknown")
    if facet in _SCHEMES:
        return concept(_SCHEMES[facet], value, visit.language)
    if facet == "territoire":
        return name_of(visit, territory(value))
    if facet == "acteur":
        return kind(value, visit.language)
    known = f"family.{value}"
    return visit.words(known) if visit.words.has(known) else value.replace("-", "–")


def without(visit: Visit, facet: str) -> str:
    """Return this search without what it asks of ``facet``."""
    return address(visit, **{name: value for name, value in chosen(visit).items() if name != facet})


def address(visit: Visit, **wanted: str) -> str:
    """Return the address of the same words in the same order with the filters ``wanted``, from the first page."""
    return with_query("/recherche", q=visit.query.get("q", ""), tri=visit.query.get("tri", ""), **wanted)
