"""Search by words over the names of things: every word must begin a word of one name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from maillage.graph.iris import territory
from maillage.names import ascii_words
from maillage.reference import Territory, load
from viz.explorer.library import Library, Thing

LONGEST_QUERY = 200
_MOST_TERRITORIES = 12


@dataclass(frozen=True, slots=True)
class Hit:
    """A thing that was found, and how well its name answers (0 best)."""

    thing: Thing
    rank: int


def find(library: Library, query: str) -> tuple[Hit, ...]:
    """Return the things of ``library`` that ``query`` names, the closest first; all of them for an empty query."""
    wanted = ascii_words(query)
    hits = (Hit(thing, rank) for thing, names in library.words if (rank := _rank(names, wanted)) >= 0)
    return tuple(sorted(hits, key=lambda hit: hit.rank))


def find_official(query: str, known: Library) -> tuple[Thing, ...]:
    """Return a few official territories that ``query`` names and that no act of ``known`` mentions."""
    wanted = ascii_words(query)
    if not wanted:
        return ()
    start = f" {wanted.split()[0]}"
    near = ((name[1:], area) for name, area in _official() if start in name)
    ranked = [(_rank((name,), wanted), -(area.population or 0), area.code, area) for name, area in near]
    found = [area for rank, _population, _code, area in sorted(ranked, key=lambda one: one[:3]) if rank >= 0]
    things = (Thing(territory(area.code), area.name, area.kind) for area in found)
    return tuple(thing for thing in things if thing.iri not in known.things)[:_MOST_TERRITORIES]


def _rank(names: tuple[str, ...], wanted: str) -> int:
    return min((rank for name in names if (rank := _rank_of(name, wanted)) >= 0), default=-1)


def _rank_of(name: str, wanted: str) -> int:
    """Return 0 for the name itself, 1 for its beginning, 2 where its words begin so, -1 otherwise."""
    if name == wanted:
        return 0
    if name.startswith(wanted):
        return 1
    spaced = f" {name}"
    return 2 if all(f" {word}" in spaced for word in wanted.split()) else -1


@cache
def _official() -> tuple[tuple[str, Territory], ...]:
    """Return the official territories with their names as they are compared, a space before the first word."""
    reference = load()
    areas = (*reference.epcis.values(), *reference.communes.values(), *reference.departements.values())
    return tuple((f" {ascii_words(area.name)}", area) for area in areas)
