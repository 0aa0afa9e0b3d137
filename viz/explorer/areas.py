"""Territories side by side: as tiles, by département, where no contours were given."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from maillage.graph.iris import territory
from maillage.reference import load
from viz.explorer.names import name_of
from viz.explorer.presence import Presence
from viz.explorer.views import Mark
from viz.explorer.visit import Visit


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
class Areas:
    """Territories as tiles."""

    groups: tuple[Group, ...]

    def __bool__(self) -> bool:
        return bool(self.groups)


def areas(visit: Visit, found: Iterable[Area]) -> Areas:
    """Return the territories by département, each in the order of the names."""
    groups: dict[str, list[Area]] = defaultdict(list)
    for area in found:
        groups[_departement(area)].append(area)
    return Areas(
        tuple(
            Group(
                name_of(visit, territory(code), _name(code)),
                tuple(sorted(groups[code], key=lambda area: (area.link.text.casefold(), area.iri))),
            )
            for code in sorted(groups)
        )
    )


def _departement(area: Area) -> str:
    """Return the code of the département of a territory, that of a département being its own."""
    reference = load()
    known = reference.epcis.get(area.code) or reference.communes.get(area.code)
    return known.parent if known else area.code


def _name(code: str) -> str:
    known = load().departements.get(code)
    return known.name if known else code
