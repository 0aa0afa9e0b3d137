"""What samples come to: how long answers took, what they cost, and what else the machine did meanwhile."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, process_time

from benchmarks.load import servers
from benchmarks.load.crowd import Sample
from benchmarks.load.servers import Server


@dataclass(frozen=True, slots=True)
class Figures:
    """How ``samples`` went in so many ``seconds``; the seconds of work of the server and of the clients.

    ``others`` is the share of the machine that was taken by neither.
    """

    samples: Sequence[Sample]
    seconds: float
    server: float
    clients: float
    others: float

    @property
    def median(self) -> float:
        """Seconds in which half of the queries were answered."""
        return median(one.seconds for one in self.samples)

    def percentile(self, percent: int) -> float:
        """Seconds in which so many queries in a hundred were answered."""
        return quantiles([one.seconds for one in self.samples], n=100, method="inclusive")[percent - 1]

    def line(self, name: str) -> str:
        """Return the figures as one prints them, in milliseconds."""
        count, statuses = len(self.samples), Counter(one.status for one in self.samples)
        errors = (f"{number} x {status or 'none'}" for status, number in sorted(statuses.items()) if status != 200)
        return (
            f"{name:36} {count:7} answers {count / self.seconds:7.0f} /s   median {self.median * 1000:7.1f}   "
            f"p95 {self.percentile(95) * 1000:7.1f}   p99 {self.percentile(99) * 1000:7.1f}   "
            f"work {self.server / count * 1000:6.2f} + {self.clients / count * 1000:4.2f}   "
            f"others {self.others:4.0%}   {', '.join(errors) or 'no error'}"
        )


def taken(server: Server, ask: Callable[[], Sequence[Sample]]) -> Figures:
    """Return how what ``ask`` asks of ``server`` goes."""
    begun = perf_counter(), servers.work(server.process), process_time(), _machine()
    samples = ask()
    ended = perf_counter(), servers.work(server.process), process_time(), _machine()
    seconds, work, own = ended[0] - begun[0], ended[1] - begun[1], ended[2] - begun[2]
    busy, whole = (after - before for after, before in zip(ended[3], begun[3], strict=True))
    return Figures(samples, seconds, work, own, max(0.0, busy - work - own) / whole)


def _machine() -> tuple[float, float]:
    """Return the seconds that all processors have worked since the machine began, and those that there were."""
    times = [int(word) / servers.TICKS for word in Path("/proc/stat").read_text("ascii").split("\n", 1)[0].split()[1:9]]
    return sum(times) - times[3] - times[4], sum(times)
