"""Work aside: in a process of its own that is told when to stop, with bounds of time and memory, telling how far it is.

For what a stranger's file may make endless or too large: whatever happens there, this process goes on.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from time import monotonic
from typing import Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")

Tell = Callable[..., None]
Work = Callable[[T, Tell], R]

_SPAWN = get_context("spawn")  # a fork of a process that has threads may never wake up


@dataclass(frozen=True, slots=True)
class Bounds:
    """How long work aside may take, in seconds on the wall, and how many bytes of memory."""

    seconds: float
    memory: int


@dataclass(frozen=True, slots=True)
class _Told:
    """What the work tells of its progress."""

    words: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class _Raised:
    """What the work raised."""

    error: Exception


class Aside(Generic[T, R]):
    """``work`` done with ``thing`` in another process, once; ``work`` is a function that other processes can import."""

    def __init__(self, work: Work[T, R], thing: T, bounds: Bounds) -> None:
        self._bounds = bounds
        self._line, theirs = _SPAWN.Pipe()
        self._theirs = theirs
        self._given_up = False
        self._process: SpawnProcess = _SPAWN.Process(target=_do, args=(work, thing, bounds, theirs), daemon=True)

    def run(self, tell: Tell) -> R:
        """Do the work and return what it gives; ``tell`` is called with all that it tells.

        Raises what the work raises; TimeoutError where it lasts too long, ChildProcessError where it is ended, by
        ``end`` or by the system for want of memory.
        """
        if self._given_up:
            raise ChildProcessError
        self._process.start()
        self._theirs.close()
        try:
            if self._given_up:  # while it was begun
                raise ChildProcessError
            return self._listen(tell, monotonic() + self._bounds.seconds)
        finally:
            self.end()
            self._process.join()
            self._line.close()

    def end(self) -> None:
        """End the work, and whatever programs it has begun; what has not begun never will."""
        self._given_up = True
        if self._process.pid is None:
            return
        with suppress(ProcessLookupError, PermissionError):
            if sys.platform == "win32":
                self._process.kill()
            else:
                os.killpg(self._process.pid, signal.SIGKILL)
        self._process.kill()

    def _listen(self, tell: Tell, until: float) -> R:
        while True:
            if not self._line.poll(max(until - monotonic(), 0)):
                raise TimeoutError
            try:
                said: R | _Told | _Raised = self._line.recv()
            except (EOFError, OSError) as error:
                raise ChildProcessError from error
            if isinstance(said, _Told):
                tell(*said.words)
            elif isinstance(said, _Raised):
                raise said.error
            else:
                return said


def _do(work: Work[T, R], thing: T, bounds: Bounds, line: Connection) -> None:
    """Do the work within its bounds, and say what comes of it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interruption is for who asked, and ends this
    _confine(bounds.memory)
    with suppress(BrokenPipeError, EOFError):
        try:
            line.send(work(thing, lambda *words: line.send(_Told(words))))
        except MemoryError:
            return
        except Exception as error:  # noqa: BLE001 - it is raised where the answer is asked for
            line.send(_Raised(error))


def _confine(memory: int) -> None:
    """Take no more than ``memory``, let others go first, and stand apart so that all that is begun can be ended."""
    if sys.platform != "win32":
        import resource

        os.setsid()
        os.nice(5)
        resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
