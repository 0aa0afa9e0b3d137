"""Accueil: search, figures, and the ways in by territory, theme, actor, map and network."""

from __future__ import annotations

from dataclasses import dataclass

from maillage.names import ascii_words
from maillage.thesauri import SCHEMES
from viz.explorer.addresses import page_of_theme
from viz.explorer.library import Thing
from viz.explorer.names import link
from viz.explorer.views import Mark
from viz.explorer.visit import Visit
from viz.labels import kind
from viz.numbers import number

TEMPLATE = "accueil.html"
_MOST_AREAS = 24
_MOST_ACTORS = 5  # of a kind, as the template shows them
_VIEWS = {"map": "/carte", "network": "/reseau"}
_MEASURES = ("conventions", "fiches", "engagements", "montants", "actes")


@dataclass(frozen=True, slots=True)
class Figure:
    """How many there are of something."""

    number: str
    label: str


@dataclass(frozen=True, slots=True)
class Actors:
    """The first actors of a kind, one more than are shown where there are more."""

    kind: str
    label: str
    actors: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Area:
    """A territory and its agreements, the latest first; agreements of no known territory stand alone."""

    territory: Mark | None
    conventions: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Accueil:
    """What the page shows: the first ``areas``, of ``agreements`` in all, and the ``views`` that the server has."""

    figures: tuple[Figure, ...]
    areas: tuple[Area, ...]
    agreements: int
    views: tuple[Mark, ...]
    themes: tuple[Mark, ...]
    actors: tuple[Actors, ...]


def page(visit: Visit) -> Accueil:
    """Return the home page."""
    counted = visit.library.figures
    return Accueil(
        tuple(
            Figure(number(counted.get(name, 0), visit.language), visit.words(f"figure.{name}")) for name in _MEASURES
        ),
        _areas(visit)[:_MOST_AREAS],
        len(visit.library.of("convention")),
        tuple(Mark(visit.words(f"menu.{name}"), href) for name, href in _VIEWS.items() if href in visit.served),
        tuple(
            Mark(theme.en if visit.language == "en" else theme.fr, page_of_theme(theme.id), f"theme-{theme.id}")
            for theme in SCHEMES["themes"]
        ),
        _actors(visit),
    )


def _areas(visit: Visit) -> tuple[Area, ...]:
    """Return the agreements by territory, in the order of their names."""
    found: dict[str, list[Thing]] = {}
    for thing in visit.library.of("convention"):
        found.setdefault(thing.convention or thing.iri, []).append(thing)
    areas = (
        Area(
            link(visit, iri) if things[0].convention else None,
            tuple(link(visit, thing.iri) for thing in sorted(things, key=lambda one: one.number, reverse=True)),
        )
        for iri, things in found.items()
    )
    return tuple(sorted(areas, key=lambda area: ascii_words((area.territory or area.conventions[0]).text)))


def _actors(visit: Visit) -> tuple[Actors, ...]:
    """Return the actors by kind, those kinds first whose actors stand in several agreements."""
    found: dict[str, list[Mark]] = {name: [] for name in _FIRST_KINDS}
    for thing in visit.library.of("acteur", "territoire"):
        if thing.kind in found and len(found[thing.kind]) <= _MOST_ACTORS:
            found[thing.kind].append(link(visit, thing.iri))
    return tuple(Actors(name, kind(name, visit.language), tuple(marks)) for name, marks in found.items() if marks)


_FIRST_KINDS = ("caf", "msa", "departement", "epci", "operateur", "association", "etat")
