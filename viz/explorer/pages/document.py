"""Document (or one act of it): its acts, and the agreements they are about."""

from __future__ import annotations

from dataclasses import dataclass

from viz.explorer.facts import Section, ask, date, grid, of_scheme, text, thing
from viz.explorer.names import name_of
from viz.explorer.problems import NotFoundError
from viz.explorer.views import Grid
from viz.explorer.visit import Visit

TEMPLATE = "document.html"
_ACTES = Section(
    "actes",
    "document",
    (
        of_scheme("nature", "natures-acte"),
        text("numero"),
        date("date"),
        thing("emetteur", "emetteur_nom"),
        text("intitule"),
    ),
)


@dataclass(frozen=True, slots=True)
class Document:
    """What the page shows."""

    title: str
    stem: str
    acts: Grid


def page(visit: Visit, iri: str) -> Document:
    """Return the page of the document or act ``iri``. Raises NotFoundError where there is none."""
    records = tuple(ask(visit, "document", iri))
    if not records:
        raise NotFoundError(iri)
    return Document(name_of(visit, iri), str(records[0]["document"]), grid(visit, _ACTES, records))
