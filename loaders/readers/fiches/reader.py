"""Fiches action: those whose sheets an act holds, and those that it lists with number and title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.acts.parts import by_convention
from loaders.acts.section import Section
from loaders.readers.fiches.announced import announced
from loaders.readers.fiches.facts import FicheSheet
from loaders.readers.fiches.lists import listed_fiches
from loaders.readers.fiches.mending import mended
from loaders.readers.fiches.of_avenant import of_avenant
from loaders.readers.fiches.sheets import Sheet, sheets
from loaders.readers.plan.reader import plan_of
from maillage.facts import Fact, Fiche

_FEW = 3


def read(section: Section) -> Iterator[Fact]:
    """Give the facts of the fiches that ``section`` holds or lists, of each convention that it is about."""
    for part in by_convention(section):
        if part.convention:
            yield from of_avenant(part, list(_read(part)))


def _read(section: Section) -> Iterator[Fact]:
    """Give the facts of the fiches of an act, or part of an act, about one convention."""
    found = [FicheSheet(section, sheet) for sheet in sheets(section.blocks)]
    whole = list(_whole([fiche for fiche in found if fiche.is_full]))
    bare = [fiche.sheet for fiche in found if fiche not in whole]
    full, doubts = mended(section, whole)
    yield from doubts
    for fiche in full:
        yield from (fiche if fiche.title else _titled(fiche, bare)).facts()
    listed = list(listed_fiches(section, bare, {fiche.number: fiche.title for fiche in full}))
    yield from listed
    given = {*(fiche.number for fiche in full), *(fact.number for fact in listed if isinstance(fact, Fiche))}
    yield from (
        fact
        for sheet in announced(section.blocks)
        if sheet.number not in given
        for fact in FicheSheet(section, sheet).facts()
    )


def _titled(fiche: FicheSheet, others: Sequence[Sheet]) -> FicheSheet:
    """Return a sheet headed by its number alone with the title that its caption or the plan gives to this number."""
    captions = (other.title for other in others if other.number == fiche.number and other.title)
    nodes = (node for node in plan_of(fiche.section).nodes if node.kind == "action" and node.number == fiche.number)
    title = next(captions, None) or next((node.words[0] for node in nodes if node.words), None)
    if title is None or not fiche.number:
        return fiche
    return FicheSheet(fiche.section, replace(fiche.sheet, title=title, head=(*fiche.sheet.head, title)))


def _whole(fiches: Sequence[FicheSheet]) -> Iterator[FicheSheet]:
    """Give the sheets, without an entry of the plan that only seems one: its number heads a sheet with more rubrics."""
    most: dict[str, int] = {}
    for fiche in fiches:
        most[fiche.number] = max(most.get(fiche.number, 0), len(fiche.kinds))
    for fiche in fiches:
        if not fiche.number or len(fiche.kinds) > 1 or most[fiche.number] < _FEW:
            yield fiche
