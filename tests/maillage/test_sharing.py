"""Work shared between processes: every answer once, a process that dies costs one thing, nothing is left running."""

from __future__ import annotations

import os
import signal
import time
from multiprocessing import active_children
from pathlib import Path

import pytest

from maillage.sharing import prepare, share

WRONG = 9


def work(thing: int) -> tuple[int, bool]:
    """Return what becomes of ``thing``, and whether this process did it."""
    return thing * thing, os.environ["MAILLAGE_TEST_PID"] == str(os.getpid())


def whose(_thing: int) -> int:
    """Return the process that does it, which takes its time."""
    time.sleep(0.01)
    return os.getpid()


def deadly(thing: int) -> int:
    """Die at whatever the other process is told first; this one waits for that at its own first thing."""
    mark = Path(os.environ["MAILLAGE_TEST_MARK"])
    if os.environ["MAILLAGE_TEST_PID"] != str(os.getpid()) and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    end = time.monotonic() + 60
    while not mark.exists() and time.monotonic() < end:
        time.sleep(0.01)
    return thing


def wrong(thing: int) -> int:
    """Raise at one thing."""
    if thing == WRONG:
        raise ValueError(thing)
    return thing


def told(thing: int) -> int:
    """Stand for what died."""
    return -thing


@pytest.fixture(autouse=True)
def _this_process(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("MAILLAGE_TEST_PID", str(os.getpid()))
    monkeypatch.setenv("MAILLAGE_TEST_MARK", str(tmp_path / "mark"))


@pytest.mark.parametrize("jobs", [1, 2, 50])
def test_every_thing_is_answered_once(jobs: int) -> None:
    things = list(range(5))
    answers = dict(share(work, things, jobs))
    assert sorted(answers) == things
    assert [answers[n][0] for n in things] == [0, 1, 4, 9, 16]
    assert not active_children()


def test_processes_begun_ahead_do_their_part() -> None:
    prepare(2, "json")
    (ahead,) = active_children()
    answers = share(whose, range(200), 2)
    assert ahead.pid in {answer for _, answer in answers}
    assert not active_children()


def test_nothing_takes_nobody() -> None:
    assert list(share(work, [], 4)) == []


def test_a_process_that_dies_costs_what_it_was_at() -> None:
    things = list(range(1, 12))
    answers = dict(share(deadly, things, 2, told))
    assert sorted(abs(answers[rank]) for rank in answers) == things
    assert len([answer for answer in answers.values() if answer < 0]) == 1
    assert not active_children()


def test_a_death_that_nobody_answers_for_is_raised() -> None:
    with pytest.raises(RuntimeError, match="died at"):
        list(share(deadly, list(range(1, 12)), 2))


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_the_work_raises_is_raised_here(jobs: int) -> None:
    with pytest.raises(ValueError, match="9"):
        list(share(wrong, range(20), jobs))
    assert not active_children()


def test_work_that_is_given_up_leaves_nothing_running() -> None:
    answers = share(work, range(1000), 2)
    next(answers)
    del answers
    assert not active_children()


def test_where_no_process_can_be_begun_this_one_does_all(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_self: object) -> None:
        raise OSError

    monkeypatch.setattr("multiprocessing.context.SpawnProcess.start", refuse)
    assert dict(share(work, range(4), 3)) == {n: (n * n, True) for n in range(4)}
