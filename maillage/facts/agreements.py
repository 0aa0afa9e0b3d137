"""What acts state of agreements: who decides, who signs, for which time and communes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from maillage.facts.fact import Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Act(Fact):
    """A legal act in the document: ``deliberation``, ``convention``, ``avenant`` or ``rapport``."""

    table: ClassVar[str] = "acts"

    kind: str
    number: str = ""
    date: str = ""
    issuer: str = ""
    issuer_code: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deliberation(Fact):
    """A vote of an assembly; ``conventions`` are the keys of the conventions that it is about."""

    table: ClassVar[str] = "deliberations"

    number: str = ""
    date: str = ""
    body: str = ""
    body_code: str = ""
    votes_for: int | None = None
    votes_against: int | None = None
    abstentions: int | None = None
    decision: tuple[str, ...] = ()
    conventions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Convention(Fact):
    """What an act states of a convention: one row a stated signature date."""

    table: ClassVar[str] = "conventions"

    convention: str
    label: str = ""
    territory: str = ""
    territory_code: str = ""
    generation: int | None = None
    start: str = ""
    end: str = ""
    signed_on: str = ""
    status: str = ""
    previous: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclaredCommunes(Fact):
    """How many communes an act says the convention covers; not a table, but the measure of ``covered_communes``."""

    table: ClassVar[str] = "declared_communes"

    convention: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment(Fact):
    """An avenant: what it changes of the period, and who joins by it."""

    table: ClassVar[str] = "amendments"

    convention: str
    number: str = ""
    start: str = ""
    end: str = ""
    joining_actors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatory(Fact):
    """A party; ``signed_act`` (column ``act``) is ``convention``, or the avenant's number: ``avenant`` for none."""

    table: ClassVar[str] = "signatories"

    convention: str
    signed_act: str
    actor: str
    actor_kind: str = ""
    actor_code: str = ""
    representative: str = ""
    representative_role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoveredCommune(Fact):
    """A commune that the convention covers, as printed, with its INSEE code."""

    table: ClassVar[str] = "covered_communes"

    convention: str
    commune: str
    commune_code: str = ""
