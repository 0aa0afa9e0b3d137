"""The act that has every kind of fact and nothing wrong, for those who damage it."""

from __future__ import annotations

from pathlib import Path

import pytest

from maillage import facts_file
from maillage.checks.acts import acts, view
from maillage.classification import classify
from maillage.graph import act_quads, actor_quads, ontology_quads, reference_quads
from maillage.reference import load
from maillage.store import Store

CASES = Path(__file__).parents[1] / "cases" / "shapes"


@pytest.fixture(scope="session")
def valid() -> str:
    """The triples of an act that has every kind of fact and nothing wrong."""
    source, facts = facts_file.loads((CASES / "valid.jsonl").read_text("utf-8"))
    lines = [
        *act_quads(source, (*facts, *classify(facts)), None),
        *actor_quads(facts),
        *reference_quads(load()),
        *ontology_quads(),
    ]
    store = Store.memory(lines)
    (act,) = acts(store)
    return view(store, act)
