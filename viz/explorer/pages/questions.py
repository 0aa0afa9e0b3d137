"""Questions: the catalogue."""

from __future__ import annotations

from dataclasses import dataclass

from maillage.queries import catalogue
from maillage.table import Table
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


def table(visit: Visit) -> Table:
    """Return the catalogue: a question a row, its parameters apart by spaces, those that it needs first."""
    english = visit.language == "en"
    rows = (
        (
            one.name,
            one.title_en if english else one.title_fr,
            one.description_en if english else one.description_fr,
            " ".join(parameter.name for parameter in one.parameters if parameter.required) or None,
            " ".join(parameter.name for parameter in one.parameters if not parameter.required) or None,
            " ".join(column.name for column in one.columns),
            " ".join(one.audience),
        )
        for one in catalogue()
    )
    return Table(("name", "title", "description", "required", "optional", "columns", "audience"), tuple(rows))
