"""Fact: the one noun that goes into the house.

One class a table of the tidy export; its fields are that table's columns, less ``document`` and ``lines``, which are
its Place. Texts are as printed, without layout noise; unknown is the empty string (None for a number). A date is ISO
8601, cut to what is known: ``2021``, ``2021-06`` or ``2021-06-30``.
"""

from __future__ import annotations

from maillage.facts.agreements import (
    Act,
    Amendment,
    Convention,
    CoveredCommune,
    DeclaredCommunes,
    Deliberation,
    Signatory,
)
from maillage.facts.fact import PROVENANCE, Fact, Source, Tier, stated
from maillage.facts.judgements import CORRECTIONS, Classification, Correction, Doubt, TypeDecision
from maillage.facts.means import Equipment, Funding, Governance, Statistic
from maillage.facts.places import Box, Place, Span, Unit, merge, parse_box, parse_place
from maillage.facts.plans import Fiche, FicheActor, FicheItem, PlanNode

FACTS: tuple[type[Fact], ...] = (
    Act,
    Deliberation,
    Convention,
    DeclaredCommunes,
    Amendment,
    Signatory,
    CoveredCommune,
    PlanNode,
    Fiche,
    FicheActor,
    FicheItem,
    Equipment,
    Funding,
    Statistic,
    Governance,
    Doubt,
    TypeDecision,
    Correction,
)

__all__ = [
    "CORRECTIONS",
    "FACTS",
    "PROVENANCE",
    "Act",
    "Amendment",
    "Box",
    "Classification",
    "Convention",
    "Correction",
    "CoveredCommune",
    "DeclaredCommunes",
    "Deliberation",
    "Doubt",
    "Equipment",
    "Fact",
    "Fiche",
    "FicheActor",
    "FicheItem",
    "Funding",
    "Governance",
    "Place",
    "PlanNode",
    "Signatory",
    "Source",
    "Span",
    "Statistic",
    "Tier",
    "TypeDecision",
    "Unit",
    "merge",
    "parse_box",
    "parse_place",
    "stated",
]
