"""Thèmes: all of them."""

from __future__ import annotations

from dataclasses import dataclass

from maillage.thesauri import SCHEMES
from viz.explorer.facts import theme_marks
from viz.explorer.views import Mark
from viz.explorer.visit import Visit

TEMPLATE = "themes.html"


@dataclass(frozen=True, slots=True)
class Themes:
    """What the page shows."""

    themes: tuple[Mark, ...]


def page(visit: Visit) -> Themes:
    """Return the list of themes."""
    return Themes(theme_marks(visit, ";".join(theme.id for theme in SCHEMES["themes"])))
