"""A server that works ahead does so in a process of its own, which ends with it."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from maillage.store import Store
from tests.viz.conftest import COMMON, quads
from tests.viz.explorer.serving import build
from tests.viz.explorer.test_killed import of
from viz.explorer.ahead import working_ahead

T = TypeVar("T")


def _run(work: Coroutine[object, object, T]) -> T:
    """Run ``work`` in a thread of its own: a browser of another test may have a loop in this one."""
    with ThreadPoolExecutor(1) as alone:
        return alone.submit(asyncio.run, work).result()


async def _seen(store: Store) -> set[int]:
    """Return the processes that had the store open while it was worked ahead."""
    assert store.root
    former = of(store.root)
    async with working_ahead(store):
        for _ in range(600):
            if found := of(store.root) - former:
                return found
            await asyncio.sleep(0.05)
    return set()


def test_a_process_works_ahead_and_ends(tmp_path: Path) -> None:
    store = build(tmp_path / "store", quads(*sorted(COMMON.glob("*.jsonl"))))
    seen = _run(_seen(store))
    assert len(seen) == 1
    assert store.root
    assert not seen & of(store.root)


def test_a_store_in_memory_has_nothing_to_keep() -> None:
    assert _run(_nothing()) is None


async def _nothing() -> None:
    async with working_ahead(Store.memory()):
        await asyncio.sleep(0)
