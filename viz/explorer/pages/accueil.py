"""Accueil: search, figures, and the ways in by convention, theme and actor."""

from __future__ import annotations

from dataclasses import dataclass

from maillage.names import ascii_words
from maillage.thesauri import SCHEMES
from viz.explorer.addresses import page_of_theme
from viz.explorer.names import link, name_of
from viz.explorer.views import Mark
from viz.explorer.visit import Visit
from viz.labels import kind
from viz.numbers import number

TEMPLATE = "accueil.html"
_MEASURES = ("conventions", "fiches", "engagements", "montants", "actes")


@dataclass(frozen=True, slots=True)
class Figure:
    """How many there are of something."""

    number: str
    label: str


@dataclass(frozen=True, slots=True)
class Actors:
    """The actors of a kind."""

    kind: str
    label: str
    actors: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Accueil:
    """What the page shows."""

    figures: tuple[Figure, ...]
    conventions: tuple[Mark, ...]
    themes: tuple[Mark, ...]
    actors: tuple[Actors, ...]


def page(visit: Visit) -> Accueil:
    """Return the home page."""
    counted = visit.library.figures
    conventions = visit.library.of("convention")
    named = sorted(conventions, key=lambda thing: ascii_words(name_of(visit, thing.iri)))
    return Accueil(
        tuple(
            Figure(number(counted.get(name, 0), visit.language), visit.words(f"figure.{name}")) for name in _MEASURES
        ),
        tuple(link(visit, thing.iri) for thing in named),
        tuple(
            Mark(theme.en if visit.language == "en" else theme.fr, page_of_theme(theme.id), f"theme-{theme.id}")
            for theme in SCHEMES["themes"]
        ),
        _actors(visit),
    )


def _actors(visit: Visit) -> tuple[Actors, ...]:
    """Return the actors by kind, those kinds first whose actors stand in several agreements."""
    found: dict[str, list[Mark]] = {name: [] for name in _FIRST_KINDS}
    for thing in visit.library.of("acteur", "territoire"):
        if thing.kind in found:
            found[thing.kind].append(link(visit, thing.iri))
    return tuple(Actors(name, kind(name, visit.language), tuple(marks)) for name, marks in found.items() if marks)


_FIRST_KINDS = ("caf", "msa", "departement", "epci", "operateur", "association", "etat")
