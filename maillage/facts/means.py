"""What acts state of means: équipements, money, figures, steering bodies."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from maillage.facts.fact import Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Equipment(Fact):
    """An équipement or service in the list of a collectivité that supports it."""

    table: ClassVar[str] = "equipments"

    convention: str
    supporter: str
    supporter_code: str = ""
    type: str = ""
    name: str
    address: str = ""
    postcode: str = ""
    commune: str = ""
    commune_code: str = ""
    capacity: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Funding(Fact):
    """An amount in euros: who gives it, to whom, for what, under which scheme, over what time."""

    table: ClassVar[str] = "funding"

    convention: str
    funder: str = ""
    recipient: str = ""
    object: str = ""
    scheme: tuple[str, ...] = ()
    amount_eur: Decimal
    period: str = ""
    year: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistic(Fact):
    """A figure of the diagnosis, for one territory and one year."""

    table: ClassVar[str] = "statistics"

    convention: str
    territory: str
    territory_code: str = ""
    section: str = ""
    indicator: str
    year: str = ""
    value: Decimal | None = None
    unit: str = ""
    change_5y_pct: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Governance(Fact):
    """A steering body and one of its members (``member`` empty where none is stated)."""

    table: ClassVar[str] = "governance"

    convention: str
    instance: str
    instance_kind: str = ""
    frequency: str = ""
    member: str = ""
