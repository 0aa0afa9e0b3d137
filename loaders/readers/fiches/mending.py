"""Numbers of sheets that the print damaged: two sheets bear one, but the plan lists the title of each under its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from loaders.acts.section import Section
from loaders.readers.fiches.facts import FicheSheet
from loaders.readers.plan.reader import plan_of
from loaders.resolve import fold
from maillage.facts import Doubt


def mended(section: Section, fiches: Sequence[FicheSheet]) -> tuple[list[FicheSheet], list[Doubt]]:
    """Return ``fiches`` with the numbers that the plan gives to their titles, and what was so mended.

    Only one that another sheet bears too is mended, by one that none bears (contract, *Values* of ``plan.number``).
    """
    counts = Counter(fiche.number for fiche in fiches if fiche.number)
    if not any(count > 1 for count in counts.values()):
        return list(fiches), []
    listed = {fold(node.label): node.number for node in plan_of(section).nodes if node.kind == "action" and node.number}
    found: list[FicheSheet] = []
    doubts: list[Doubt] = []
    for fiche in fiches:
        number = listed.get(fold(fiche.title.text), "")
        if counts[fiche.number] > 1 and number and number not in counts:
            doubts.append(_doubt(section, fiche, number))
            fiche = FicheSheet(section, replace(fiche.sheet, number=number))
        found.append(fiche)
    return found, doubts


def _doubt(section: Section, fiche: FicheSheet, number: str) -> Doubt:
    """Say that a number was mended: what is printed, what the plan has."""
    return Doubt(
        place=section.place(*fiche.sheet.head, fiche.title),
        act=section.act,
        rule="fiche.sheet",
        tier="derived",
        code="numero-retabli",
        subject=f"{section.convention}, fiche {number}",
        detail=f"{fiche.number} → {number} : {' '.join(fiche.title.text.split())}",
    )
