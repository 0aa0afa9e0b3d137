"""What is measured of one server."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count, cycle, islice
from statistics import median, quantiles
from time import perf_counter

from benchmarks.load import mix, servers
from benchmarks.load.client import Client, Sample

_ALONE = 300  # queries that one client asks
_FEW = 4  # clients that ask cheap queries beside the endless ones
_CHEAP = 0.02
_PAUSE = 1.0  # seconds that somebody looks at an answer


@dataclass(slots=True)
class Setting:
    """A server, what it is asked, by how many, for how many seconds; and the most memory that it was seen to hold."""

    port: int
    process: int
    queries: Sequence[str]
    clients: int
    seconds: float
    memory: int = 0
    numbers: count[int] = field(default_factory=count)


async def compared(setting: Setting) -> dict[str, float]:
    """Print and return as ``measured`` does what a peer is compared by: one client, and many with new queries."""
    found: dict[str, float] = {}
    _tell("one client, first time", await _alone(setting, setting.queries, new=False), found)
    many = await _together(setting, setting.queries, setting.clients, setting.seconds, new=True)
    _tell(f"{setting.clients} clients, new", many, found)
    return found


async def measured(setting: Setting) -> dict[str, float]:
    """Print the figures of Maillage, and return the medians and p99 by name, in seconds."""
    watching = asyncio.create_task(_watch(setting))
    found: dict[str, float] = {}
    first = await _alone(setting, setting.queries, new=False)
    _tell("one client, first time", first, found)
    cheap = [
        query for query, one in zip(setting.queries, first, strict=True) if one.status == 200 and one.seconds < _CHEAP
    ]
    for new in (False, True):
        kind = "new" if new else "as asked"
        alone = await _alone(setting, list(islice(cycle(setting.queries), _ALONE)), new=new)
        _tell(f"one client, {kind}", alone, found)
        many = await _together(setting, setting.queries, setting.clients, setting.seconds, new=new)
        _tell(f"{setting.clients} clients, {kind}", many, found)
        paced = await _together(setting, setting.queries, setting.clients, setting.seconds / 3, new=new, pause=_PAUSE)
        _tell(f"{setting.clients} clients who read, {kind}", paced, found)
        middle = median(one.seconds for one in alone)
        print(
            f"    p99 is {_p(many, 99) / middle:.1f} times the median of one client, "
            f"{_p(paced, 99) / middle:.1f} with pauses"
        )
        await _beside(setting, cheap, kind, found, new=new)
    watching.cancel()
    print(f"    memory, at most {setting.memory / 1e6:.0f} MB")
    return found


async def _beside(setting: Setting, cheap: Sequence[str], kind: str, found: dict[str, float], *, new: bool) -> None:
    """Measure cheap queries without and with endless ones beside them."""
    without = await _together(setting, cheap, _FEW, setting.seconds / 3, new=new)
    _tell(f"cheap, {kind}", without, found)
    tasks = [asyncio.create_task(_again(setting, query)) for query in mix.ENDLESS.values()]
    await asyncio.sleep(5)
    with_them = await _together(setting, cheap, _FEW, setting.seconds / 3, new=new)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    _tell(f"cheap beside endless, {kind}", with_them, found)
    print(f"    p95 is {_p(with_them, 95) / _p(without, 95):.1f} times that without them")


async def _alone(setting: Setting, queries: Sequence[str], *, new: bool) -> list[Sample]:
    client = Client(setting.port)
    samples = [await client.ask(_text(setting, query, new=new)) for query in queries]
    client.close()
    return samples


async def _together(
    setting: Setting, queries: Sequence[str], clients: int, seconds: float, *, new: bool, pause: float = 0
) -> list[Sample]:
    """Have ``clients`` ask for ``seconds``, each from elsewhere in ``queries`` and with a ``pause`` after an answer."""
    until, samples = perf_counter() + seconds, list[Sample]()

    async def one(number: int) -> None:
        client = Client(setting.port)
        await asyncio.sleep(pause * number / clients)
        for query in islice(cycle(queries), number * len(queries) // clients, None):
            if perf_counter() >= until:
                break
            samples.append(await client.ask(_text(setting, query, new=new)))
            await asyncio.sleep(pause)
        client.close()

    await asyncio.gather(*(one(number) for number in range(clients)))
    return samples


async def _again(setting: Setting, query: str) -> None:
    """Ask an endless query again and again."""
    client = Client(setting.port)
    try:
        while True:
            await client.ask(query)
    finally:
        client.close()


async def _watch(setting: Setting) -> None:
    """Note how much memory the server holds, every second."""
    while True:
        setting.memory = max(setting.memory, await asyncio.to_thread(servers.memory, setting.process))
        await asyncio.sleep(1)


def _text(setting: Setting, query: str, *, new: bool) -> str:
    return mix.new(query, next(setting.numbers)) if new else query


def _p(samples: Sequence[Sample], percent: int) -> float:
    return quantiles((one.seconds for one in samples), n=100, method="inclusive")[percent - 1]


def _tell(name: str, samples: Sequence[Sample], found: dict[str, float]) -> None:
    """Print how ``samples`` went and keep their median and p99."""
    middle, p95, p99 = median(one.seconds for one in samples), _p(samples, 95), _p(samples, 99)
    statuses = Counter(one.status for one in samples)
    errors = ", ".join(f"{number} x {status or 'none'}" for status, number in sorted(statuses.items()) if status != 200)
    print(
        f"{name:32} {len(samples):7} answers   median {middle * 1000:8.1f}   p95 {p95 * 1000:8.1f}   "
        f"p99 {p99 * 1000:8.1f}   {errors or 'no error'}",
        flush=True,
    )
    found[f"{name}, median"], found[f"{name}, p99"] = middle, p99
