"""Territories side by side: drawn from their contours where these were given, and as tiles, by département."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from maillage.graph.iris import territory
from maillage.reference import load
from viz.explorer.choropleth import WIDTH, frame, on_the_map
from viz.explorer.contours import Contours
from viz.explorer.names import name_of
from viz.explorer.presence import Presence
from viz.explorer.views import Mark
from viz.explorer.visit import Visit

_SIREN = 9
"""The digits of the code of an EPCI."""


@dataclass(frozen=True, slots=True)
class Area:
    """A territory with what is told of it, and the agreement that says so."""

    iri: str
    link: Mark
    convention: Mark
    presence: Presence

    @property
    def code(self) -> str:
        """Its official code."""
        return self.iri.rsplit("/", 1)[-1]


@dataclass(frozen=True, slots=True)
class Group:
    """The territories of a département, by name."""

    name: str
    areas: tuple[Area, ...]


@dataclass(frozen=True, slots=True)
class Zone:
    """A territory on a map."""

    path: str
    area: Area


@dataclass(frozen=True, slots=True)
class Map:
    """A drawing of territories over the départements that they are in."""

    height: int
    zones: tuple[Zone, ...]
    around: tuple[str, ...]
    width: int = WIDTH


@dataclass(frozen=True, slots=True)
class Areas:
    """Territories as tiles, and on a map where there are contours."""

    groups: tuple[Group, ...]
    map: Map | None = None

    def __bool__(self) -> bool:
        return bool(self.groups)


def areas(visit: Visit, found: Iterable[Area]) -> Areas:
    """Return the territories by département, each in the order of the names; and on a map, if there is one."""
    groups: dict[str, list[Area]] = defaultdict(list)
    for area in found:
        groups[_departement(area)].append(area)
    named = tuple(
        Group(
            name_of(visit, territory(code), _name(code)),
            tuple(sorted(groups[code], key=lambda area: (area.link.text.casefold(), area.iri))),
        )
        for code in sorted(groups)
    )
    shown = [area for group in named for area in group.areas]
    return Areas(named, _map(visit.contours, shown, sorted(groups)) if visit.contours else None)


def _map(contours: Contours, shown: Iterable[Area], departements: Iterable[str]) -> Map | None:
    """Draw what the contours know of the territories ``shown``; nothing where they know none."""
    known = [(area, rings) for area in shown if on_the_map(rings := rings_of(contours, area.code))]
    if not known:
        return None
    around = [rings for code in departements if on_the_map(rings := contours.of(code))]
    held = frame([rings for _area, rings in known])
    # a commune lies within its EPCI: it is drawn after it
    ordered = sorted(known, key=lambda one: (len(one[0].code) != _SIREN, one[0].code))
    zones = (Zone(held.path(rings), area) for area, rings in ordered)
    return Map(held.height, tuple(zones), tuple(held.path(rings) for rings in around))


def rings_of(contours: Contours, code: str) -> tuple[array[float], ...]:
    """Return the contours of a territory: its own, or those of its communes."""
    reference = load()
    known = code in reference.epcis
    return contours.of(code, reference.members(code, reference.vintages[-1]) if known else ())


def _departement(area: Area) -> str:
    """Return the code of the département of a territory, that of a département being its own."""
    reference = load()
    known = reference.epcis.get(area.code) or reference.communes.get(area.code)
    return known.parent if known else area.code


def _name(code: str) -> str:
    known = load().departements.get(code)
    return known.name if known else code
