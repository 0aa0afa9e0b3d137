"""Thème: in which agreements and territories it is present, absent or not read, and what they have on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from maillage.thesauri import SCHEMES
from viz.explorer.addresses import theme_iri
from viz.explorer.facts import Column, Record, Section, ask, grid, of_scheme, text, thing, told
from viz.explorer.kinds_of_action import matrix, types
from viz.explorer.names import link
from viz.explorer.presence import Matrix
from viz.explorer.problems import NotFoundError
from viz.explorer.spread import Spread, spread
from viz.explorer.views import Grid, Mark
from viz.explorer.visit import Visit
from viz.labels import concept
from viz.plain import plain

TEMPLATE = "theme.html"
_PLAN = Section("theme", "theme", (of_scheme("genre", "genres-noeud"), text("numero"), thing("objet", "intitule")))
_FICHES = Section("fiches", "theme", (Column("fiche", thing("objet").make),))


@dataclass(frozen=True, slots=True)
class Statements:
    """What an agreement has on the theme."""

    convention: Mark
    fiches: Grid
    plan: Grid


@dataclass(frozen=True, slots=True)
class Theme:
    """What the page shows."""

    title: str
    id: str
    others: tuple[str, ...]
    spread: Spread
    types: Matrix
    statements: tuple[Statements, ...]


def page(visit: Visit, theme: str) -> Theme:
    """Return the page of the ``theme`` with that id. Raises NotFoundError where there is none."""
    found = next((one for one in SCHEMES["themes"] if one.id == theme), None)
    if found is None:
        raise NotFoundError(theme)
    name = concept("themes", theme, visit.language)
    return Theme(
        name,
        theme,
        tuple(plain(label) for label in found.labels) if visit.language == "fr" else (),
        spread(visit, "presence-d-un-theme", theme=theme),
        matrix(visit, visit.words("presence.types_of", theme=name), _types_of(theme)),
        tuple(_statements(visit, iri, records) for iri, records in _by_convention(visit, theme).items()),
    )


def _types_of(theme: str) -> tuple[str, ...]:
    return tuple(one.id for one in types().values() if theme in one.themes)


def _by_convention(visit: Visit, theme: str) -> Mapping[str, Sequence[Record]]:
    """Return what the acts state of the ``theme``, by agreement."""
    found: dict[str, list[Record]] = {}
    for record in ask(visit, "theme", theme_iri(theme)):
        found.setdefault(told(record, "convention"), []).append(record)
    return found


def _statements(visit: Visit, convention: str, own: Sequence[Record]) -> Statements:
    return Statements(
        link(visit, convention),
        grid(visit, _FICHES, [record for record in own if not told(record, "genre")]),
        grid(visit, _PLAN, [record for record in own if told(record, "genre")]),
    )
