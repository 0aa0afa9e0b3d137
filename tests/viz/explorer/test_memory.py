"""The explorer keeps what it was answered, within a size."""

from __future__ import annotations

import pytest

from maillage.store import Store
from viz.explorer import memory
from viz.explorer.memory import Remembering

THINGS = [f"<urn:{n}> <urn:p> <urn:o> <urn:g> ." for n in range(20)]


def ask(remembering: Remembering, limit: int) -> object:
    return remembering.select(f"SELECT ?s {{ ?s ?p ?o }} ORDER BY ?s LIMIT {limit}")


def test_the_same_question_is_answered_once() -> None:
    remembering = Remembering(Store.memory(THINGS))
    assert ask(remembering, 3) is ask(remembering, 3)
    assert ask(remembering, 3) is not ask(remembering, 4)


def test_what_was_not_asked_for_the_longest_goes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "_MOST_CELLS", 40)
    remembering = Remembering(Store.memory(THINGS))
    first = ask(remembering, 9)
    for limit in (7, 8):
        ask(remembering, limit)
        assert ask(remembering, 9) is first
    other = ask(remembering, 6)
    assert ask(remembering, 9) is first
    assert ask(remembering, 6) is other
    assert ask(remembering, 20) is not ask(remembering, 20)
