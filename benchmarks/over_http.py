"""``python -m benchmarks.over_http STORE``: each question of the catalogue over HTTP, a row of a table each.

A question is asked with up to four values of what it needs; the slowest of them is given. *First* is its first answer
at ``/query/``, *again* the median of the next ones there, *new* the median at ``/sparql`` of the same question as one
that nobody has asked, *work* what the server works for one of these. Milliseconds; *kB* is the size of the largest
answer.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple
from urllib.parse import quote, urlencode

import httpx

from benchmarks.load import servers
from benchmarks.load.figures import Meter
from benchmarks.load.mix import asked, new, values
from benchmarks.load.servers import Server
from maillage import queries
from maillage.queries import Question
from maillage.store import Store

_TIMES = 7
_BOUND = 0.040
"""Seconds that the median of a question may take."""


class Times(NamedTuple):
    """What a question takes, in seconds, and the bytes of its answer."""

    first: float
    again: float
    new: float
    work: float
    size: float


class _Asker:
    """Somebody who asks a server the questions of a store, over one connection."""

    def __init__(self, store: Store, server: Server, client: httpx.Client) -> None:
        self._store = store
        self._server = server
        self._client = client

    def worst(self, question: Question) -> Times:
        """Return what ``question`` takes, with those of its values that take the most."""
        found = [self._times(question, words) for words in values(self._store, question)]
        return Times(*map(max, zip(*found, strict=True)))

    def _times(self, question: Question, words: Mapping[str, str]) -> Times:
        address = f"/query/{quote(question.name)}?{urlencode(words)}"
        first, *again = (self._send("GET", address)[0] for _ in range(_TIMES + 1))
        text, before = asked(self._store, question, words), servers.work(self._server.process)
        taken = [self._send("POST", "/sparql", new(text, number)) for number in range(_TIMES)]
        work = (servers.work(self._server.process) - before) / _TIMES
        return Times(first, median(again), median(one for one, _ in taken), work, max(size for _, size in taken))

    def _send(self, method: str, address: str, query: str = "") -> tuple[float, int]:
        """Return the seconds until the whole answer is there, and its bytes. Raises HTTPStatusError for an error."""
        begun = perf_counter()
        response = self._client.request(method, address, data={"query": query} if query else None)
        seconds = perf_counter() - begun
        response.raise_for_status()
        return seconds, len(response.content)


def _print(rows: Mapping[str, Times], others: float) -> None:
    print("| question | first | again | new | work | kB |\n| --- | ---: | ---: | ---: | ---: | ---: |")
    for name, times in sorted(rows.items(), key=lambda row: -row[1].new):
        cells: Sequence[str] = [f"{seconds * 1000:.1f}" for seconds in times[:4]]
        print(f"| {name} | {' | '.join(cells)} | {times.size / 1000:.0f} |")
    print()
    for name, found in zip(Times._fields[:4], zip(*rows.values(), strict=True), strict=False):
        under = sum(one < _BOUND for one in found)
        print(f"{name}: {under} of {len(rows)} under {_BOUND * 1000:g} ms, median {median(found) * 1000:.1f}")
    print(f"others took {others:.0%} of the machine")


def main(root: Path) -> None:
    """Print the table."""
    store = Store.open(root)
    with servers.maillage(root) as server, httpx.Client(base_url=f"http://127.0.0.1:{server.port}") as client:
        meter, asker = Meter(server), _Asker(store, server, client)
        rows = {question.name: asker.worst(question) for question in queries.catalogue()}
        _print(rows, meter.read().others)


main(Path(sys.argv[1]))
