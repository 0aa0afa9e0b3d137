"""Maillage beside rdflib-endpoint: the same queries of the same store in the same run, each within a bounded time.

Who has not answered by then has not, and is begun anew where it cannot stop by itself; ratios are of what both
answered.
"""

from __future__ import annotations

import http.client
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from statistics import median
from time import perf_counter
from urllib.parse import urlencode

from benchmarks.load import servers
from benchmarks.load.crowd import Crowd, ask
from benchmarks.load.figures import taken
from benchmarks.load.running import Setting
from benchmarks.load.servers import Server

_PATIENCE = 5.0
_WHOLE = 900.0
_HEADERS = {"Accept": "application/sparql-results+json", "Content-Type": "application/x-www-form-urlencoded"}


@dataclass(frozen=True, slots=True)
class Answer:
    """How long an answer took, and how many rows it has."""

    seconds: float
    rows: int


def compare(setting: Setting) -> None:
    """Print how both answer each query to one client, then those that both answer to many at once."""
    with servers.maillage(setting.store) as server:
        own = _alone(server, setting.queries, lambda: None)
        print(
            f"Maillage answered {len(own)} of {len(setting.queries)} queries, each within {_PATIENCE:g} s", flush=True
        )
        with servers.peer(setting.store) as other:
            theirs = _alone(other, setting.queries, lambda: servers.renew(other))
            print(f"rdflib-endpoint answered {len(theirs)} of {len(setting.queries)}", flush=True)
            if not own.keys() & theirs.keys():
                return
            _tell_alone(own, theirs)
            _together(setting, [setting.queries[query] for query in sorted(own.keys() & theirs.keys())], server, other)


def _alone(server: Server, queries: Sequence[str], renew: Callable[[], None]) -> dict[int, Answer]:
    """Return the answers to one client, by the rank of the query."""
    answers, until = dict[int, Answer](), perf_counter() + _WHOLE
    for rank, query in enumerate(queries):
        if perf_counter() > until:
            print(f"    {len(queries) - rank} queries were not asked: {_WHOLE:g} s were over")
            break
        if answer := _answer(server, query):
            answers[rank] = answer
        else:
            renew()
    return answers


def _answer(server: Server, query: str) -> Answer | None:
    """Return the answer to ``query``; None where it is no answer, or too late."""
    line = http.client.HTTPConnection("127.0.0.1", server.port, timeout=_PATIENCE)
    begun = perf_counter()
    try:
        line.request("POST", "/sparql", urlencode({"query": query}), _HEADERS)
        response = line.getresponse()
        body = response.read()
    except (OSError, http.client.HTTPException):
        return None
    finally:
        line.close()
    seconds = perf_counter() - begun
    return Answer(seconds, len(json.loads(body)["results"]["bindings"])) if response.status == 200 else None


def _tell_alone(own: Mapping[int, Answer], theirs: Mapping[int, Answer]) -> None:
    """Print how much longer the peer takes; a query that it has not answered takes at least the time that it had."""
    both = sorted(own.keys() & theirs.keys())
    ratios = [theirs[query].seconds / own[query].seconds for query in both]
    least = [(theirs[query].seconds if query in theirs else _PATIENCE) / one.seconds for query, one in own.items()]
    same = sum(own[query].rows == theirs[query].rows for query in both)
    own_median, their_median = (median(answers[query].seconds for query in both) * 1000 for answers in (own, theirs))
    print(
        f"one client, the {len(both)} that both answered: medians {own_median:.1f} and {their_median:.1f} ms, as many "
        f"rows for {same}\n    rdflib-endpoint takes {min(ratios):.1f} to {max(ratios):.1f} times as long, "
        f"{median(ratios):.1f} times for half of them, at least {median(least):.1f} times for half of all",
        flush=True,
    )


def _together(setting: Setting, queries: Sequence[str], own: Server, other: Server) -> None:
    """Print how both answer many clients who ask what nobody has asked."""
    servers.renew(other)
    rates = list[float]()
    for name, server in (("Maillage", own), ("rdflib-endpoint", other)):
        crowd = Crowd(server.port, queries, setting.clients, setting.seconds, patience=setting.seconds, first=0)
        figures = taken(server, partial(ask, crowd))
        answered = sum(one.status == 200 for one in figures.samples)
        rates.append(answered / figures.cost.seconds)
        print(figures.line(f"{name}, {setting.clients} clients, new"))
        print(f"    {answered} of {len(figures.samples)} answered, each within {setting.seconds:g} s", flush=True)
    print(f"    Maillage answers {rates[0] / rates[1]:.1f} times as many in the same time" if rates[1] else "    none")
