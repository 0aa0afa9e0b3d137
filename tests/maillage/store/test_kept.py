"""Answers are kept within a size, and those who ask the same at once wait for one."""

from __future__ import annotations

import asyncio

from anyio.from_thread import start_blocking_portal

from maillage.store import Answered, Asked, Limits, Outcome, Workers, is_steady
from maillage.store.kept import Kept
from maillage.store.shared import Shared

QUAD = b"<http://exemple.test/a> <http://exemple.test/p> <http://exemple.test/b> <http://exemple.test/g> ."


def answered(size: int = 10, outcome: Outcome = Outcome.ANSWERED) -> Answered:
    return Answered(outcome, b"x" * size)


def test_what_was_not_asked_for_the_longest_goes_first() -> None:
    kept = Kept(40_000)
    for number in range(9):
        kept.put(Asked(str(number)), answered(3900))
        assert kept.get(Asked("0"))
    assert kept.get(Asked("8"))
    assert not kept.get(Asked("1"))


def test_neither_large_answers_nor_refusals_are_kept() -> None:
    kept = Kept(40_000)
    kept.put(Asked("large"), answered(20_000))
    kept.put(Asked("slow"), answered(outcome=Outcome.SLOW))
    assert not kept.get(Asked("large"))
    assert not kept.get(Asked("slow"))


def test_another_generation_is_another_question() -> None:
    kept = Kept(40_000)
    kept.put(Asked("q", "generations/000001"), answered())
    assert kept.get(Asked("q", "generations/000001"))
    assert not kept.get(Asked("q", "generations/000002"))


def test_time_and_chance_are_not_steady() -> None:
    assert is_steady(Asked("SELECT ?nowhere { ?nowhere ?p ?o }"))
    assert not is_steady(Asked("SELECT (now() AS ?t) {}"))
    assert not is_steady(Asked("SELECT (STRUUID() AS ?t) {}"))


def test_those_who_ask_the_same_at_once_get_one_answer() -> None:
    async def run() -> int:
        shared, calls = Shared(), list[Asked]()

        async def answer(asked: Asked) -> Answered:
            calls.append(asked)
            await asyncio.sleep(0.01)
            return answered()

        await asyncio.gather(*(shared.ask(Asked("q"), answer) for _ in range(10)))
        await shared.ask(Asked("q"), answer)
        return len(calls)

    with start_blocking_portal() as portal:
        assert portal.call(run) == 2


def test_the_last_one_to_leave_ends_the_query() -> None:
    async def run() -> list[str]:
        shared, told = Shared(), list[str]()

        async def answer(_asked: Asked) -> Answered:
            try:
                await asyncio.sleep(60)
            finally:
                told.append("ended")
            return answered()

        first, second = (asyncio.create_task(shared.ask(Asked("q"), answer)) for _ in range(2))
        await asyncio.sleep(0.01)
        first.cancel()
        await asyncio.gather(first, return_exceptions=True)
        told.append("one left")
        second.cancel()
        await asyncio.gather(second, return_exceptions=True)
        return told

    with start_blocking_portal() as portal:
        assert portal.call(run) == ["one left", "ended"]


def test_a_worker_answers_the_same_question_once() -> None:
    async def run() -> tuple[bool, bool, bool]:
        workers = Workers(Limits(), QUAD)
        steady, chance = Asked("SELECT ?o { ?s ?p ?o }"), Asked("SELECT (RAND() AS ?r) { ?s ?p ?o }")
        before = workers.kept(steady) is not None
        first = await workers.ask(steady)
        await workers.ask(chance)
        same = await workers.ask(steady) is first
        kept = workers.kept(chance) is not None
        await workers.close()
        return before, same, kept

    with start_blocking_portal() as portal:
        assert portal.call(run) == (False, True, False)
