"""What is asked ahead is there for whoever asks next; a build that goes by ends it."""

from __future__ import annotations

from pathlib import Path

import pytest

from maillage import queries
from maillage.queries import ahead
from maillage.store import Building, Store, shelf
from tests.viz.conftest import COMMON, quads
from tests.viz.explorer.serving import build


@pytest.fixture
def on_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """Two fictional conventions in a store on disk, every answer of which takes long."""
    monkeypatch.setattr(shelf, "LONG", -1)
    monkeypatch.setattr(ahead, "LONG", -1)
    return build(tmp_path / "store", quads(*sorted(COMMON.glob("*.jsonl"))))


def test_what_was_asked_ahead_is_not_asked_again(on_disk: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = list(ahead.ask_ahead(on_disk))
    answers = [queries.run(on_disk, one.name, one.words) for one in asked]
    monkeypatch.setattr(Store, "select", None)
    assert [queries.run(on_disk, one.name, one.words) for one in asked] == answers


def test_questions_are_asked_as_they_stand_and_for_each_concept(on_disk: Store) -> None:
    asked = {(one.name, *sorted(one.words.items())) for one in ahead.ask_ahead(on_disk)}
    alone = [one for one in queries.catalogue() if not any(parameter.required for parameter in one.parameters)]
    assert {(one.name,) for one in alone} <= asked
    assert ("ctg-par-theme", ("theme", "parentalite")) in asked
    assert ("copilotages", ("role", "financeur")) in asked
    assert not any(name == "fiches-d-une-ctg" for name, *_ in asked)


def test_a_build_ends_it(on_disk: Store) -> None:
    asked = ahead.ask_ahead(on_disk)
    next(asked)
    assert on_disk.root
    with Building.at(on_disk.root) as building:
        building.put("urn:g", ["<urn:s> <urn:p> <urn:o> <urn:g> ."])
        building.commit({})
    assert list(asked) == []


def test_what_is_quick_is_not_asked_for_each_concept(on_disk: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "LONG", 3600)
    asked = {(one.name, *one.words) for one in ahead.ask_ahead(on_disk)}
    assert ("presence-d-un-type-d-action",) in asked
    assert ("presence-d-un-type-d-action", "type") not in asked
