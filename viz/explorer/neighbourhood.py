"""The neighbourhood of a thing: who is bound to it, in which role, drawn as a fan; the same way for the same facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from viz.explorer.addresses import page_of
from viz.explorer.facts import Record, told
from viz.explorer.names import kind_of, name_of
from viz.explorer.roles import rank_of
from viz.explorer.visit import Visit
from viz.labels import concept
from viz.palette import palette
from viz.plain import fold_lines
from viz.shapes import mark

WIDTH = 440
_HUB = 52
_TEXT_AT = 206
_ROW = 40
_HEADING = 30
_MARGIN = 14
_MOST = 22
_WIDEST_LABEL = 31
_HUB_LABEL = 13


@dataclass(frozen=True, slots=True)
class Spoke:
    """A neighbour: its mark at ``y``, the curve that joins it to the centre, its name on up to two lines."""

    y: int
    path: str
    role: str
    kind: str
    mark: str
    lines: tuple[str, ...]
    href: str
    title: str
    count: int


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a role above its spokes; its line is the legend."""

    y: int
    role: str
    label: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A fan from one thing to its neighbours; ``left_out`` of them stand in the table alone."""

    height: int
    hub_x: int
    hub_y: int
    hub_mark: str
    hub_kind: str
    hub_lines: tuple[str, ...]
    title: str
    headings: tuple[Heading, ...]
    spokes: tuple[Spoke, ...]
    left_out: int
    width: int = WIDTH

    def __bool__(self) -> bool:
        return bool(self.spokes)


Neighbour = tuple[str, str, str]
"""Role, IRI (empty for one that nobody recognised), name as printed."""


def of_actors(records: Iterable[Record]) -> Iterable[Neighbour]:
    """Give the actors bound by the engagements ``records``, one a record."""
    return ((told(record, "role"), told(record, "acteur"), told(record, "acteur_nom")) for record in records)


def of_objects(records: Iterable[Record]) -> Iterable[Neighbour]:
    """Give what actors are bound to by the engagements ``records``, one a record."""
    return ((told(record, "role"), told(record, "objet"), "") for record in records)


def draw(visit: Visit, centre: str, neighbours: Iterable[Neighbour]) -> Drawing:
    """Draw ``centre`` and its neighbours, by role in the order of the palette, then by number of facts and name."""
    counted = Counter(_known(visit, neighbour) for neighbour in neighbours)
    ranked = sorted(counted, key=lambda one: (rank_of(one[0]), -counted[one], one[2], one[1]))
    shown = ranked[:_MOST]
    places = _places(shown)
    height = max(places.bottom + _MARGIN, 130)
    hub_y = height // 2
    return Drawing(
        height=height,
        hub_x=_HUB,
        hub_y=hub_y,
        hub_mark=mark(palette().of_kind(kind_of(visit, centre)).shape),
        hub_kind=kind_of(visit, centre),
        hub_lines=fold_lines(name_of(visit, centre), _HUB_LABEL, 4),
        title=name_of(visit, centre),
        headings=tuple(Heading(y, role, concept("roles", role, visit.language)) for role, y in places.headings),
        spokes=tuple(_spoke(visit, one, y, hub_y, counted[one]) for one, y in zip(shown, places.spokes, strict=True)),
        left_out=len(ranked) - len(shown),
    )


@dataclass(frozen=True, slots=True)
class _Places:
    headings: tuple[tuple[str, int], ...]
    spokes: tuple[int, ...]
    bottom: int


def _places(shown: list[Neighbour]) -> _Places:
    """Return the height of each heading and spoke, from the top down."""
    headings: list[tuple[str, int]] = []
    spokes: list[int] = []
    y = _MARGIN
    for role, _iri, _name in shown:
        if not headings or headings[-1][0] != role:
            headings.append((role, y + 12))
            y += _HEADING
        spokes.append(y + _ROW // 2 - 4)
        y += _ROW
    return _Places(tuple(headings), tuple(spokes), y)


def _known(visit: Visit, neighbour: Neighbour) -> Neighbour:
    role, iri, printed = neighbour
    return role, iri, name_of(visit, iri, printed) if iri else printed


def _spoke(visit: Visit, one: Neighbour, y: int, hub_y: int, count: int) -> Spoke:
    role, iri, name = one
    kind = kind_of(visit, iri)
    start, end = _HUB + 14, _TEXT_AT - 24
    bend = (start + end) // 2
    return Spoke(
        y=y,
        path=f"M{start} {hub_y}C{bend} {hub_y} {bend} {y} {end} {y}",
        role=role,
        kind=kind,
        mark=mark(palette().of_kind(kind).shape),
        lines=fold_lines(name, _WIDEST_LABEL, 2),
        href=page_of(iri),
        title=f"{concept('roles', role, visit.language)} : {name}",
        count=count,
    )
