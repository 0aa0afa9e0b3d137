"""The agreements that a comparison puts side by side, found by what a reader calls them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from maillage.names import ascii_words
from viz.explorer.library import Thing
from viz.explorer.names import full_name, link
from viz.explorer.presence import Reading, latest, readings
from viz.explorer.problems import BadRequestError
from viz.explorer.views import Mark
from viz.explorer.visit import Visit
from viz.plain import shorten

NAMES = ("a", "b", "c", "d", "e", "f")
"""The parts of the address that name a side, in their order."""

_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Side:
    """An agreement that is compared: its IRI and key, its links, the year it starts, and what was read of it."""

    iri: str
    link: Mark
    territory: Mark | None
    year: str
    reading: Reading

    @property
    def key(self) -> str:
        """The key of the agreement."""
        return self.iri.rsplit("/", 1)[-1]


def sides(visit: Visit, words: Sequence[str]) -> tuple[Side, ...]:
    """Return the agreements that ``words`` name, each once: a territory stands for the last one that was read of it.

    Raises BadRequestError for words that name none.
    """
    known = readings(visit)
    territories, agreements = _territories(visit, known), _agreements(visit, known)
    found = dict.fromkeys(_named(one, territories, agreements) for one in words)
    return tuple(_side(visit, known[iri]) for iri in found)


def names(visit: Visit) -> tuple[str, ...]:
    """Return what may be compared, as a reader calls it: territories, then agreements."""
    known = readings(visit)
    territories = dict.fromkeys(link(visit, one.territory).text for one in known.values() if one.territory)
    return (*territories, *(link(visit, iri).text for iri in known))


def _territories(visit: Visit, known: Mapping[str, Reading]) -> Mapping[str, str]:
    """Return the last agreement of each territory by each of the names, as they are compared, of the territory."""
    found: dict[str, str] = {}
    for one in latest(known.values()):
        for name in _names_of_territory(visit, one):
            found.setdefault(ascii_words(name), one.convention)
    return found


def _agreements(visit: Visit, known: Mapping[str, Reading]) -> Mapping[str, str]:
    """Return the agreements by their keys and names, as they are compared."""
    found: dict[str, str] = {}
    for iri in known:
        thing = visit.library.things.get(iri)
        for name in (iri.rsplit("/", 1)[-1], full_name(visit, thing) if thing else ""):
            found.setdefault(ascii_words(name), iri)
    return found


def _names_of_territory(visit: Visit, one: Reading) -> Iterator[str]:
    territory = visit.library.things.get(one.territory, Thing(one.territory, "", ""))
    yield one.territory.rsplit("/", 1)[-1]
    yield territory.label
    yield from territory.others
    yield one.convention.rsplit("/", 1)[-1].rstrip("0123456789").rstrip("-")


def _named(words: str, territories: Mapping[str, str], agreements: Mapping[str, str]) -> str:
    """Return the agreement that ``words`` name, or that of the only territory whose name holds them."""
    wanted = ascii_words(words[:_LONGEST])
    found = territories.get(wanted) or agreements.get(wanted)
    near = {iri for name, iri in territories.items() if wanted and f" {wanted}" in f" {name}"}
    if found is None and len(near) != 1:
        raise BadRequestError("compare.unknown", value=shorten(words, 60))
    return found or near.pop()


def _side(visit: Visit, reading: Reading) -> Side:
    thing = visit.library.things.get(reading.convention)
    territory = link(visit, reading.territory) if reading.territory else None
    return Side(reading.convention, link(visit, reading.convention), territory, thing.number if thing else "", reading)
