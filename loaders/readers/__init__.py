"""The readers: one module a family of facts. ``READERS`` names them in the order in which they are run."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from loaders.acts.section import Section
    from maillage.facts import Fact

Reader = Callable[["Section"], Iterable["Fact"]]

READERS: tuple[str, ...] = (
    "acts",
    "deliberations",
    "conventions",
    "amendments",
    "parties",
    "communes",
    "plan",
    "fiches",
    "equipments",
    "funding",
    "statistics",
    "governance",
)
