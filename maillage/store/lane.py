"""A lane: so many workers, each with one query at a time, and those who wait for one."""

from __future__ import annotations

import asyncio
from contextlib import suppress

from maillage.store.process import WorkerProcess
from maillage.store.wire import Answered, Asked, Outcome, Settings


class Lane:
    """At most ``seats`` workers with the same settings; one that is ended is replaced."""

    def __init__(self, settings: Settings, quads: bytes, seats: int) -> None:
        self._settings = settings
        self._quads = quads
        self._seats = asyncio.Semaphore(seats)
        self._count = seats
        self._idle: list[WorkerProcess] = []
        self.waiting = 0

    async def warm(self, folder: str) -> None:
        """Start the workers, and one to spare, and wait until each has opened the generation in ``folder``."""
        workers = [await self._start() for _ in range(self._count + 1)]
        self._idle.extend(workers)
        await asyncio.gather(*(worker.ask(Asked("", folder)) for worker in workers))

    async def close(self) -> None:
        """End the workers that do nothing; those at work end with the one who asks."""
        while self._idle:
            await self._idle.pop().end()

    async def enter(self) -> None:
        """Wait for a seat; ``leave`` gives it back."""
        self.waiting += 1
        try:
            await self._seats.acquire()
        finally:
            self.waiting -= 1

    def leave(self) -> None:
        """Give the seat back."""
        self._seats.release()

    async def ask(self, asked: Asked, seconds: float) -> Answered:
        """Return the answer; LONG where it takes more ``seconds`` or work than it may, and then nothing goes on."""
        await self.enter()
        try:
            return await self.run(asked, seconds)
        finally:
            self.leave()

    async def run(self, asked: Asked, seconds: float) -> Answered:
        """Do as ``ask`` for one who has a seat."""
        worker = await self._take()
        answered: Answered | None = None
        try:
            with suppress(TimeoutError):
                answered = await asyncio.wait_for(worker.ask(asked), seconds)
        finally:
            if answered is not None and worker.alive:
                self._idle.append(worker)
            else:
                await self._replace(worker)
        return Answered(Outcome.LONG) if answered is None else answered

    async def _take(self) -> WorkerProcess:
        while self._idle:
            worker = self._idle.pop(0)  # the one that has been there longest
            if worker.alive:
                return worker
        return await self._start()

    async def _start(self) -> WorkerProcess:
        return await WorkerProcess.start(self._settings, self._quads)

    async def _replace(self, worker: WorkerProcess) -> None:
        """End ``worker`` and have another one ready."""
        await worker.end()
        self._idle.append(await self._start())
