"""Queries of strangers, answered by a few processes: short ones at once, long ones behind, endless ones not at all.

Each query is first given a moment in the *quick* lane. One that needs more is begun anew in the *patient* lane, whose
processes work only where nobody else would, and is remembered, so that it goes there at once the next time. So however
many long queries there are, a short one finds a worker. An answer is kept for those who ask the same after it, and two
who ask the same at once get one.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from dataclasses import dataclass

from maillage.store.kept import Kept, is_steady
from maillage.store.lane import Lane
from maillage.store.process import too_slow
from maillage.store.shared import Shared
from maillage.store.wire import Answered, Asked, Outcome, Settings

_MOST_REMEMBERED = 1000


@dataclass(frozen=True, slots=True)
class Limits:
    """What a query may take: seconds, bytes of its result and of memory; and how many run at a time.

    ``kept`` are the bytes of the answers that are kept for those who ask the same.
    """

    seconds: float = 20.0
    quick_cpu: float = 0.5
    quick_seconds: float = 4.0
    patience: float = 10.0
    result: int = 20_000_000
    memory: int = 450_000_000
    quick: int = 2
    patient: int = 2
    waiting: int = 100
    kept: int = 64_000_000


class Workers:
    """The processes that answer; they are started when first needed, or by ``start``."""

    def __init__(self, limits: Limits, quads: bytes = b"") -> None:
        self.limits = limits
        quick = Settings(limits.quick_seconds, limits.quick_cpu, limits.result, limits.memory)
        self._quick = Lane(quick, quads, limits.quick)
        patient = Settings(limits.seconds, limits.seconds, limits.result, limits.memory, idle=True)
        self._patient = Lane(patient, quads, limits.patient)
        self._long: OrderedDict[Asked, None] = OrderedDict()
        self._kept = Kept(limits.kept)
        self._shared = Shared()

    async def start(self, folder: str = "") -> None:
        """Start the quick workers, so that the first query of the generation in ``folder`` finds them ready."""
        await self._quick.warm(folder)

    async def close(self) -> None:
        """End all workers."""
        await self._quick.close()
        await self._patient.close()

    def kept(self, asked: Asked) -> Answered | None:
        """Return the answer to ``asked`` where somebody had it before; None elsewhere."""
        return self._kept.get(asked)

    async def ask(self, asked: Asked) -> Answered:
        """Return the answer to ``asked``. The last caller that is cancelled ends the query."""
        if not is_steady(asked):
            return await self._ask_workers(asked)
        return self.kept(asked) or await self._shared.ask(asked, self._ask)

    async def _ask(self, asked: Asked) -> Answered:
        answered = await self._ask_workers(asked)
        self._kept.put(asked, answered)
        return answered

    async def _ask_workers(self, asked: Asked) -> Answered:
        if asked not in self._long:
            if self._quick.waiting >= self.limits.waiting:
                return _busy()
            answered = await self._quick.ask(asked, self.limits.quick_seconds)
            if answered.outcome not in {Outcome.LONG, Outcome.MEMORY}:
                return answered
            self._remember(asked)
        return await self._ask_patiently(asked)

    async def _ask_patiently(self, asked: Asked) -> Answered:
        try:
            await asyncio.wait_for(self._patient.enter(), self.limits.patience)
        except TimeoutError:
            return _busy()
        try:
            answered = await self._patient.run(asked, self.limits.seconds)
            return too_slow(self.limits.seconds) if answered.outcome is Outcome.LONG else answered
        finally:
            self._patient.leave()

    def _remember(self, asked: Asked) -> None:
        self._long[asked] = None
        while len(self._long) > _MOST_REMEMBERED:
            self._long.popitem(last=False)


def _busy() -> Answered:
    return Answered(
        Outcome.BUSY,
        fr="le serveur est occupé par d'autres longues requêtes : réessayez dans un moment.",
        en="the server is busy with other long queries: try again in a moment.",
    )
