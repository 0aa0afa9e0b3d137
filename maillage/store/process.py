"""A worker seen from the server: a process that is asked, and ended when it takes too long."""

from __future__ import annotations

import asyncio
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from contextlib import suppress
from dataclasses import asdict

from maillage.store import wire
from maillage.store.answering import out_of_memory
from maillage.store.idle import environment
from maillage.store.wire import Answered, Asked, Outcome, Settings

_MODULE = "maillage.store.worker"


class WorkerProcess:
    """A process that answers one query at a time."""

    def __init__(self, process: Process) -> None:
        self._process = process

    @classmethod
    async def start(cls, settings: Settings, quads: bytes) -> WorkerProcess:
        """Start a worker; it makes itself ready while nobody waits for it."""
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-P", "-m", _MODULE, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, env=environment()
        )
        worker = cls(process)
        with suppress(ConnectionError):
            worker._write(wire.pack(asdict(settings), quads))
        return worker

    @property
    def alive(self) -> bool:
        """Whether it can be asked."""
        return self._process.returncode is None

    async def ask(self, asked: Asked) -> Answered:
        """Return the answer; where the process dies of the query, what that says of it."""
        try:
            self._write(wire.pack_asked(asked))
            output = self._process.stdout
            if output is None:
                raise ConnectionError
            header, body = wire.SIZES.unpack(await output.readexactly(wire.SIZES.size))
            return wire.answered(await output.readexactly(header), await output.readexactly(body))
        except (asyncio.IncompleteReadError, ConnectionError):
            return _cause_of_death(await self._process.wait())

    async def end(self) -> None:
        """End the process, whatever it does."""
        with suppress(ProcessLookupError):
            self._process.kill()
        await self._process.wait()

    def _write(self, message: bytes) -> None:
        if self._process.stdin is None:
            raise ConnectionError
        self._process.stdin.write(message)


def too_slow(seconds: float) -> Answered:
    """Return the answer of a query that takes more than ``seconds``."""
    return Answered(
        Outcome.SLOW,
        fr=f"arrêtée après {seconds:g} secondes : ajoutez LIMIT, ou filtrez davantage.",
        en=f"stopped after {seconds:g} seconds: add LIMIT, or filter more.",
    )


def _cause_of_death(status: int) -> Answered:
    if status == -signal.SIGSEGV:  # the stack of the engine, which follows the nesting of the query
        return Answered(
            Outcome.REFUSED,
            fr="la requête est trop longue ou imbriquée pour être évaluée.",
            en="the query is too long or nested to be evaluated.",
        )
    if status in {-signal.SIGALRM, -signal.SIGPROF}:
        return Answered(Outcome.LONG)
    return out_of_memory()
