"""The plan d'actions: its socles, enjeux, objectifs, actions and activités, in tables, lists or numbered lines."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.acts.parts import by_convention
from loaders.acts.section import Section
from loaders.readers.fiches.sheets import outside
from loaders.readers.plan.entries import mend
from loaders.readers.plan.flow import PlanFlow
from loaders.readers.plan.nodes import Plan
from loaders.remembering import remembered
from maillage.facts import Fact


def read(section: Section) -> Iterator[Fact]:
    """Give the nodes of the plan that ``section`` states, of each convention that it is about."""
    for part in by_convention(section):
        if part.convention:
            yield from plan_of(part).facts(part)


@remembered(2)
def plan_of(section: Section) -> Plan:
    """Return the plan that ``section``, about one convention, states."""
    plan = Plan()
    PlanFlow(plan).read(outside(section.blocks))
    mend([node for node in plan.nodes if node.entry])
    return plan
