"""From statements to the named graphs of a store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from maillage import graph
from maillage.facts import Fact
from maillage.pipeline.reading import Statements


def by_graph(lines: Iterable[str]) -> dict[str, list[str]]:
    """Return N-Quads ``lines`` by the IRI of their named graph."""
    grouped: dict[str, list[str]] = {}
    for line in lines:
        name = line[line.rindex("<") + 1 : line.rindex(">")]
        grouped.setdefault(name, []).append(line)
    return grouped
