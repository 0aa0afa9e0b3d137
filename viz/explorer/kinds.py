"""The page of each kind of thing."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from viz.explorer.pages import acteur, chose, convention, document, equipement, fiche, lieu, territoire
from viz.explorer.visit import Visit

Page = tuple[str, Callable[[Visit, str], object]]

_PAGES: Mapping[str, Page] = {
    "acte": (document.TEMPLATE, document.page),
    "acteur": (acteur.TEMPLATE, acteur.page),
    "commune": (territoire.TEMPLATE, territoire.page),
    "convention": (convention.TEMPLATE, convention.page),
    "departement": (territoire.TEMPLATE, territoire.page),
    "document": (document.TEMPLATE, document.page),
    "epci": (territoire.TEMPLATE, territoire.page),
    "equipement": (equipement.TEMPLATE, equipement.page),
    "fiche": (fiche.TEMPLATE, fiche.page),
    "lieu": (lieu.TEMPLATE, lieu.page),
    "region": (territoire.TEMPLATE, territoire.page),
}
"""The page of each type of thing, by the first part of its address; any other has the page of ``chose``."""


def page_of_kind(kind: str) -> Page:
    """Return the template and the page of a thing by the first part of its address."""
    return _PAGES.get(kind, (chose.TEMPLATE, chose.page))
