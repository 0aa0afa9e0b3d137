"""What is measured of Maillage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from threading import Event, Thread
from time import sleep

from benchmarks.load import mix, servers
from benchmarks.load.crowd import Crowd, ask
from benchmarks.load.figures import Figures, taken
from benchmarks.load.servers import Server

_ROUNDS = 5  # of the whole mix, that one client asks
_FEW = 4  # clients that ask cheap queries beside the endless ones
_CHEAP = 0.02
_PAUSE = 1.0  # seconds that somebody looks at an answer
_SPAWN = get_context("spawn")


@dataclass(frozen=True, slots=True)
class Setting:
    """A store, what it is asked, by how many, for how many seconds."""

    store: Path
    queries: Sequence[str]
    clients: int
    seconds: float


def measured(setting: Setting) -> None:
    """Print the figures of Maillage; each server begins with nothing kept."""
    with servers.maillage(setting.store) as server:
        one = Crowd(server.port, setting.queries, most=len(setting.queries))
        first = _told("one client, the first time", server, one)
        again = _told("one client, again", server, replace(one, most=_ROUNDS * len(setting.queries)))
    alone = {"of the first time": first, "of the next ones": again}
    with servers.maillage(setting.store) as server:
        many = _crowd(server, setting)
        _compare(_told(f"{setting.clients} clients, from the start", server, many), alone)
    with servers.maillage(setting.store) as server:
        paced = replace(many, port=server.port, pause=_PAUSE)
        _compare(_told(f"{setting.clients} clients who read, from the start", server, paced), alone)
    cheap = [setting.queries[one.query] for one in first.samples if one.status == 200 and one.seconds < _CHEAP]
    with servers.maillage(setting.store) as server:
        _beside(server, setting, cheap, new=False)
    _measure_new(setting, cheap)


def _measure_new(setting: Setting, cheap: Sequence[str]) -> None:
    """Print the figures of queries that nobody has asked."""
    numbers = iter(range(0, 1_000_000_000, 1_000_000))
    with servers.maillage(setting.store) as server:
        one = Crowd(server.port, setting.queries, most=_ROUNDS * len(setting.queries), first=next(numbers))
        alone = {"of one client": _told("one client, new", server, one)}
        many = replace(_crowd(server, setting), first=next(numbers))
        _compare(_told(f"{setting.clients} clients, new", server, many), alone)
        paced = replace(many, pause=_PAUSE, first=next(numbers))
        _compare(_told(f"{setting.clients} clients who read, new", server, paced), alone)
        _beside(server, setting, cheap, new=True)


def _crowd(server: Server, setting: Setting) -> Crowd:
    return Crowd(server.port, setting.queries, setting.clients, setting.seconds)


def _beside(server: Server, setting: Setting, cheap: Sequence[str], *, new: bool) -> None:
    """Print the figures of cheap queries without and with endless ones beside them, and the memory of the server."""
    kind = "new" if new else "again"
    numbers = (500_000_000, 600_000_000) if new else (None, None)
    few = Crowd(server.port, cheap, _FEW, setting.seconds / 3)
    without = _told(f"cheap, {kind}", server, replace(few, first=numbers[0]))
    with _endless(server), _watching(server) as memory:
        sleep(5)
        beside = _told(f"cheap beside endless, {kind}", server, replace(few, first=numbers[1]))
    ratio = beside.percentile(95) / without.percentile(95)
    print(f"    p95 is {ratio:.1f} times that without them; memory, at most {max(memory) / 1e6:.0f} MB")


@contextmanager
def _endless(server: Server) -> Iterator[None]:
    """Have somebody ask each endless query again and again."""
    crowd = Crowd(server.port, tuple(mix.ENDLESS.values()), len(mix.ENDLESS))
    process = _SPAWN.Process(target=ask, args=(crowd,))
    process.start()
    try:
        yield
    finally:
        process.kill()
        process.join()


@contextmanager
def _watching(server: Server) -> Iterator[list[int]]:
    """Note how many bytes of memory the server holds, twice a second."""
    seen, over = [0], Event()

    def watch() -> None:
        while not over.wait(0.5):
            seen.append(servers.memory(server.process))

    watcher = Thread(target=watch)
    watcher.start()
    try:
        yield seen
    finally:
        over.set()
        watcher.join()


def _told(name: str, server: Server, crowd: Crowd) -> Figures:
    figures = taken(server, partial(ask, crowd))
    print(figures.line(name), flush=True)
    return figures


def _compare(many: Figures, alone: dict[str, Figures]) -> None:
    ratios = (f"{many.percentile(99) / one.median:.1f} times the median {name}" for name, one in alone.items())
    print(f"    p99 is {', '.join(ratios)}", flush=True)
