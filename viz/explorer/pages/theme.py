"""Thème: where it is present, by agreement."""

from __future__ import annotations

from dataclasses import dataclass

from maillage.thesauri import SCHEMES
from viz.explorer.addresses import theme_iri
from viz.explorer.facts import Column, Record, Section, ask, grid, of_scheme, text, thing, told
from viz.explorer.names import link
from viz.explorer.problems import NotFoundError
from viz.explorer.views import Grid, Mark
from viz.explorer.visit import Visit
from viz.labels import concept
from viz.plain import plain

TEMPLATE = "theme.html"
_PLAN = Section("theme", "theme", (of_scheme("genre", "genres-noeud"), text("numero"), thing("objet", "intitule")))
_FICHES = Section("fiches", "theme", (Column("fiche", thing("objet").make),))


@dataclass(frozen=True, slots=True)
class Presence:
    """What an agreement has on the theme."""

    convention: Mark
    fiches: Grid
    plan: Grid


@dataclass(frozen=True, slots=True)
class Theme:
    """What the page shows; ``without`` are the agreements in which nothing of the theme was read."""

    title: str
    id: str
    others: tuple[str, ...]
    presences: tuple[Presence, ...]
    without: tuple[Mark, ...]


def page(visit: Visit, theme: str) -> Theme:
    """Return the page of the ``theme`` with that id. Raises NotFoundError where there is none."""
    found = next((one for one in SCHEMES["themes"] if one.id == theme), None)
    if found is None:
        raise NotFoundError(theme)
    records = tuple(ask(visit, "theme", theme_iri(theme)))
    present = dict.fromkeys(told(record, "convention") for record in records)
    absent = (one.iri for one in visit.library.of("convention") if one.iri not in present)
    return Theme(
        concept("themes", theme, visit.language),
        theme,
        tuple(plain(label) for label in found.labels) if visit.language == "fr" else (),
        tuple(_presence(visit, iri, records) for iri in present),
        tuple(link(visit, iri) for iri in absent),
    )


def _presence(visit: Visit, convention: str, records: tuple[Record, ...]) -> Presence:
    own = [record for record in records if told(record, "convention") == convention]
    return Presence(
        link(visit, convention),
        grid(visit, _FICHES, [record for record in own if not told(record, "genre")]),
        grid(visit, _PLAN, [record for record in own if told(record, "genre")]),
    )
