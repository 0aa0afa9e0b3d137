"""What samples come to: how long answers took, what they cost, and what else the machine did meanwhile."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median, quantiles
from time import perf_counter, process_time
from typing import NamedTuple

from benchmarks.load import servers
from benchmarks.load.crowd import Sample
from benchmarks.load.servers import Server


class Cost(NamedTuple):
    """What some time took: its seconds, the seconds of work of the server and of the clients.

    ``others`` is the share of the machine that was taken by neither.
    """

    seconds: float
    server: float
    clients: float
    others: float


class Meter:
    """Tells what was taken since it began."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._begun = self._now()

    def read(self) -> Cost:
        """Return what was taken until now."""
        differences = (after - before for after, before in zip(self._now(), self._begun, strict=True))
        seconds, server, clients, busy, whole = differences
        return Cost(seconds, server, clients, max(0.0, busy - server - clients) / whole)

    def _now(self) -> tuple[float, ...]:
        return perf_counter(), servers.work(self._server.process), process_time(), *servers.machine()


@dataclass(frozen=True, slots=True)
class Figures:
    """How ``samples`` went, and what they cost."""

    samples: Sequence[Sample]
    cost: Cost

    @property
    def median(self) -> float:
        """Seconds in which half of the queries were answered."""
        return median(one.seconds for one in self.samples)

    def percentile(self, percent: int) -> float:
        """Seconds in which so many queries in a hundred were answered."""
        return quantiles([one.seconds for one in self.samples], n=100, method="inclusive")[percent - 1]

    def line(self, name: str) -> str:
        """Return the figures as one prints them, in milliseconds."""
        count, statuses, cost = len(self.samples), Counter(one.status for one in self.samples), self.cost
        errors = (f"{number} x {status or 'none'}" for status, number in sorted(statuses.items()) if status != 200)
        return (
            f"{name:36} {count:7} answers {count / cost.seconds:7.0f} /s   median {self.median * 1000:7.1f}   "
            f"p95 {self.percentile(95) * 1000:7.1f}   p99 {self.percentile(99) * 1000:7.1f}   "
            f"work {cost.server / count * 1000:6.2f} + {cost.clients / count * 1000:4.2f}   "
            f"others {cost.others:4.0%}   {', '.join(errors) or 'no error'}"
        )


def taken(server: Server, ask: Callable[[], Sequence[Sample]]) -> Figures:
    """Return how what ``ask`` asks of ``server`` goes."""
    meter = Meter(server)
    return Figures(ask(), meter.read())
