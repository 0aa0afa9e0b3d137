"""Thèmes: which agreements have which, at a glance."""

from __future__ import annotations

from dataclasses import dataclass

from maillage.graph.iris import convention
from maillage.queries import run
from maillage.thesauri import SCHEMES
from viz.explorer.facts import theme_marks
from viz.explorer.names import link
from viz.explorer.presence import Line, Matrix, counted, presence, readings
from viz.explorer.views import Mark
from viz.explorer.visit import Visit

TEMPLATE = "themes.html"
_THEMES = tuple(theme.id for theme in SCHEMES["themes"])


@dataclass(frozen=True, slots=True)
class Themes:
    """What the page shows."""

    matrix: Matrix
    themes: tuple[Mark, ...]


def page(visit: Visit) -> Themes:
    """Return the themes and the matrix of agreements by theme."""
    found = counted(run(visit.store, "themes-par-ctg", {}), "ctg", "sujet")
    marks = theme_marks(visit, ";".join(_THEMES))
    lines = []
    for iri, reading in readings(visit).items():
        key = iri.rsplit("/", 1)[-1]
        counts = [found.get((key, theme), 0) for theme in _THEMES]
        cells = (presence(visit, reading.state(count), count) for count in counts)
        lines.append(Line(link(visit, convention(key)), tuple(cells)))
    return Themes(
        Matrix("themes", visit.words("presence.themes"), visit.words("column.convention"), marks, tuple(lines)), marks
    )
