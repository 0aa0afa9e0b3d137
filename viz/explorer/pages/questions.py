"""Questions: the catalogue."""

from __future__ import annotations

from dataclasses import dataclass

from maillage.queries import catalogue
from viz.explorer.views import Mark
from viz.explorer.visit import Visit

TEMPLATE = "questions.html"


@dataclass(frozen=True, slots=True)
class Entry:
    """A question of the catalogue."""

    link: Mark
    description: str


@dataclass(frozen=True, slots=True)
class Questions:
    """What the page shows."""

    entries: tuple[Entry, ...]


def page(visit: Visit) -> Questions:
    """Return the list of questions."""
    english = visit.language == "en"
    return Questions(
        tuple(
            Entry(
                Mark(one.title_en if english else one.title_fr, f"/questions/{one.name}"),
                one.description_en if english else one.description_fr,
            )
            for one in catalogue()
        )
    )
