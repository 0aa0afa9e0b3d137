"""Sharing work between processes: this one takes its part, and each of the others is told one thing at a time.

``prepare`` begins the others ahead, so that they load what they need while this one does. A process that dies (the
system kills one that takes too much memory) costs the thing it was at, which is told; another takes its place. Nothing
is left running when the work is given up.
"""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib import import_module
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")

_SPAWN = get_context("spawn")  # a fork of a process that has threads may never wake up


@dataclass(frozen=True, slots=True)
class _Raised:
    """What the work raised, on its way to who asked for it."""

    error: Exception


_READY: deque[tuple[SpawnProcess, Connection]] = deque()
"""The processes that were begun ahead and have nothing to do yet; they end with this one."""


def prepare(jobs: int, module: str) -> None:
    """Begin the processes that the next ``share`` among ``jobs`` will want; each imports ``module`` meanwhile.

    No more are begun than there are processors: ``share`` begins the others when there is work for them.
    """
    while len(_READY) < min(jobs, os.cpu_count() or 1) - 1:
        begun = _begin(module)
        if begun is None:
            return  # where there is no room for it, ``share`` will see
        _READY.append(begun)


def share(
    work: Callable[[T], R], things: Sequence[T], jobs: int, lost: Callable[[T], R] | None = None
) -> Iterator[tuple[int, R]]:
    """Give the rank of each of ``things`` with what ``work`` makes of it, as soon as it is done.

    ``jobs`` processes work, this one among them; things are begun in their order. ``work`` is a function that other
    processes can import; ``lost`` is what stands for its answer where a process died at it, by default a RuntimeError.
    Raises what ``work`` raises.
    """
    waiting = deque(range(len(things)))
    done: SimpleQueue[tuple[int, R | _Raised] | None] = SimpleQueue()
    helpers = [_Helper(work, things, waiting, done, lost) for _ in range(min(jobs, len(things)) - 1)]
    try:
        for helper in helpers:
            helper.start()
        for _ in things:
            rank, answer = _next(work, things, waiting, done)
            if isinstance(answer, _Raised):
                raise answer.error
            yield rank, answer
    finally:
        waiting.clear()
        for helper in helpers:
            helper.stop()


def _next(
    work: Callable[[T], R], things: Sequence[T], waiting: deque[int], done: SimpleQueue[tuple[int, R | _Raised] | None]
) -> tuple[int, R | _Raised]:
    """Return an answer that is there already, else that of a thing worked out here, else the next to come."""
    while True:
        with suppress(Empty):
            if answer := done.get_nowait():
                return answer
        try:
            rank = waiting.popleft()
        except IndexError:
            if answer := done.get():
                return answer
        else:
            return rank, work(things[rank])


class _Helper(Thread, Generic[T, R]):
    """Another process at work, and the thread that tells it what to do next."""

    def __init__(
        self,
        work: Callable[[T], R],
        things: Sequence[T],
        waiting: deque[int],
        done: SimpleQueue[tuple[int, R | _Raised] | None],
        lost: Callable[[T], R] | None,
    ) -> None:
        super().__init__(daemon=True)
        self._work, self._things, self._waiting, self._done, self._lost = work, things, waiting, done, lost
        self._process: SpawnProcess | None = None
        self._given_up = False

    def run(self) -> None:
        """Have things worked out as long as any wait."""
        line: Connection | None = None
        while (rank := self._taken()) is not None:
            line = line or self._begun()
            if line is None:
                self._waiting.appendleft(rank)  # where no process can be begun, the others do its part
                self._done.put(None)  # whoever waits for an answer looks again
                return
            try:
                line.send(self._things[rank])
                self._done.put((rank, line.recv()))
            except (EOFError, OSError):
                line = None
                self._done.put((rank, self._loss(self._things[rank])))

    def stop(self) -> None:
        """End the process, whatever it is at."""
        self._given_up = True
        if self._process is not None:
            self._process.kill()
        self.join()
        if self._process is not None:
            self._process.join()

    def _taken(self) -> int | None:
        """Return the rank of the next thing that nobody has begun; None where there is none."""
        try:
            return self._waiting.popleft()
        except IndexError:
            return None

    def _begun(self) -> Connection | None:
        """Return the line to a process once it listens; None where it does not come to that."""
        try:
            begun: tuple[SpawnProcess, Connection] | None = _READY.popleft()
        except IndexError:
            begun = _begin()
        if begun is None:
            return None
        self._process, line = begun
        if self._given_up:
            self._process.kill()
        try:
            line.send(self._work)
            line.recv()
        except (EOFError, OSError):
            return None
        return line

    def _loss(self, thing: T) -> R | _Raised:
        if self._lost is None:
            return _Raised(RuntimeError(f"a process died at {thing!r:.80}"))
        return self._lost(thing)


def _begin(module: str = "") -> tuple[SpawnProcess, Connection] | None:
    """Begin a process and return it with the line to it; None where none can be begun."""
    ours, theirs = _SPAWN.Pipe()
    process = _SPAWN.Process(target=_help, args=(module, theirs), daemon=True)
    try:
        with _uninterrupted():
            process.start()
    except (OSError, RuntimeError):  # no room for it, or a script that begins processes while it is imported
        return None
    theirs.close()
    return process, ours


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Keep an interruption from the processes begun meanwhile: this one alone is to see it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # beginning it would let interruptions through again
    former = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, former)


def _help(module: str, line: Connection) -> None:
    """Hear what the work is, say so, then answer what comes down ``line`` until nobody is there any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if module:
        import_module(module)
    with suppress(EOFError, OSError):
        work = line.recv()
        line.send(None)
        while True:
            thing = line.recv()
            try:
                line.send(work(thing))
            except Exception as error:  # noqa: BLE001 - it is raised where the answer is asked for
                line.send(_Raised(error))
