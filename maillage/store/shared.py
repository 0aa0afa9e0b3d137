"""Answers under way: those who ask the same at the same time wait for one answer."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine

from maillage.store.wire import Answered, Asked

Answering = Coroutine[None, None, Answered]


class Shared:
    """The questions that are being answered, each with how many wait; one that nobody waits for any more is ended."""

    def __init__(self) -> None:
        self._tasks: dict[Asked, asyncio.Task[Answered]] = {}
        self._waiting: dict[Asked, int] = {}

    async def ask(self, asked: Asked, answer: Callable[[Asked], Answering]) -> Answered:
        """Return what ``answer`` gives, which is called by the first to ask. A caller may be cancelled."""
        if asked not in self._tasks:
            self._tasks[asked] = asyncio.create_task(answer(asked))
        task = self._tasks[asked]
        self._waiting[asked] = self._waiting.get(asked, 0) + 1
        try:
            return await asyncio.shield(task)
        finally:
            self._waiting[asked] -= 1
            if not self._waiting[asked]:
                del self._waiting[asked], self._tasks[asked]
                await _ended(task)


async def _ended(task: asyncio.Task[Answered]) -> None:
    """End ``task`` where it goes on."""
    if not task.done():
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
