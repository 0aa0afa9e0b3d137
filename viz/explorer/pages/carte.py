"""Carte: every territory that has an agreement and, where one is chosen, where a theme or a type of action is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from maillage.thesauri import SCHEMES
from viz.explorer.addresses import page_of_theme, page_of_type, with_query
from viz.explorer.areas import Area, Areas, areas, rings_of
from viz.explorer.kinds_of_action import types
from viz.explorer.names import link
from viz.explorer.presence import PRESENT, UNREAD, latest, presence, readings
from viz.explorer.problems import NotFoundError
from viz.explorer.spread import spread
from viz.explorer.views import Mark
from viz.explorer.visit import Visit
from viz.labels import concept

TEMPLATE = "carte.html"

Json = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a filter."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Carte:
    """What the page shows; ``about`` is the page of what is chosen, ``data`` the address of what a script draws."""

    about: Mark | None
    themes: tuple[Choice, ...]
    types: tuple[Choice, ...]
    areas: Areas
    data: str


def page(visit: Visit) -> Carte:
    """Return the map of ``?theme=`` or ``?type=``. Raises NotFoundError for an unknown one."""
    theme, name = _chosen(visit)
    return Carte(
        _about(visit, theme, name),
        tuple(Choice(one.id, concept("themes", one.id, visit.language), one.id == theme) for one in SCHEMES["themes"]),
        tuple(Choice(one, concept("types-action", one, visit.language), one == name) for one in types()),
        _areas(visit, theme, name),
        with_query("/carte.geojson", theme=theme, type=name, lang=visit.language),
    )


def plan(visit: Visit) -> Json:
    """Return the territories of the map as GeoJSON: only those with contours, and nothing of the file but these."""
    found = _areas(visit, *_chosen(visit))
    features = [_feature(visit, area) for group in found.groups for area in group.areas]
    return {"type": "FeatureCollection", "features": [one for one in features if one]}


def _feature(visit: Visit, area: Area) -> Json | None:
    rings = rings_of(visit.contours, area.code) if visit.contours else ()
    if not rings:
        return None
    polygons = [[[[ring[at], ring[at + 1]] for at in range(0, len(ring) - 1, 2)]] for ring in rings]
    told = {
        "name": area.link.text,
        "href": area.link.href,
        "state": area.presence.state,
        "words": area.presence.words,
        "convention": area.convention.text,
    }
    return {"type": "Feature", "properties": told, "geometry": {"type": "MultiPolygon", "coordinates": polygons}}


def _chosen(visit: Visit) -> tuple[str, str]:
    """Return the theme or the type of action that is asked for; a type wins."""
    theme, name = (visit.query.get(key, "").strip() for key in ("theme", "type"))
    if name and name not in types():
        raise NotFoundError(name)
    if theme and theme not in {one.id for one in SCHEMES["themes"]}:
        raise NotFoundError(theme)
    return ("" if name else theme), name


def _about(visit: Visit, theme: str, name: str) -> Mark | None:
    if name:
        return Mark(concept("types-action", name, visit.language), page_of_type(name))
    return Mark(concept("themes", theme, visit.language), page_of_theme(theme)) if theme else None


def _areas(visit: Visit, theme: str, name: str) -> Areas:
    if name:
        return spread(visit, "presence-d-un-type-d-action", type=name).areas
    if theme:
        return spread(visit, "presence-d-un-theme", theme=theme).areas
    known = (one for one in latest(readings(visit).values()) if one.territory)
    return areas(
        visit,
        [
            Area(
                one.territory,
                link(visit, one.territory),
                link(visit, one.convention),
                presence(visit, PRESENT if one.read else UNREAD),
            )
            for one in known
        ],
    )
