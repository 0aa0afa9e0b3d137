"""What acts state of a plan d'actions: its nodes and fiches, who does what in them, and what they say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from maillage.facts.fact import Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanNode(Fact):
    """A node of the plan d'actions: ``socle``, ``enjeu``, ``objectif``, ``action`` or ``activite``."""

    table: ClassVar[str] = "plan"

    convention: str
    kind: str
    number: str = ""
    parent_number: str = ""
    label: str
    themes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fiche(Fact):
    """A fiche action, from its sheet or from the plan that lists it."""

    table: ClassVar[str] = "fiches"

    convention: str
    number: str
    title: str = ""
    status: str = ""
    themes: tuple[str, ...] = ()
    deadline: str = ""
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FicheActor(Fact):
    """An actor's part in a fiche: ``pilote``, ``service``, ``partenaire`` or ``financeur``."""

    table: ClassVar[str] = "fiche_actors"

    convention: str
    fiche: str
    role: str
    actor: str
    actor_kind: str = ""
    actor_code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FicheItem(Fact):
    """An item of a fiche: ``objectif``, ``public``, ``modalite``, ``resultat``, ``indicateur`` or ``diagnostic``."""

    table: ClassVar[str] = "fiche_items"

    convention: str
    fiche: str
    kind: str
    number: str = ""
    text: str
