"""Where the nodes of a network start: near the convention they belong to, those of several between them."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from viz.network import Link

Position = tuple[float, float]

_GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))
_SPACING = 62.0


def positions(iris: Sequence[str], links: Iterable[Link]) -> Mapping[str, Position]:
    """Return a starting point for each of ``iris``; the same network always starts in the same way."""
    belonging: dict[str, set[str]] = defaultdict(set)
    for link in links:
        for end in (link.source, link.target):
            belonging[end].add(link.convention)
    centres = _circle(sorted({name for names in belonging.values() for name in names}), len(iris))
    turns: dict[Position, int] = defaultdict(int)
    found = {}
    for iri in iris:
        centre = _mean([centres[name] for name in sorted(belonging[iri])])
        found[iri] = _spiral(centre, turns[centre])
        turns[centre] += 1
    return found


def _circle(names: Sequence[str], size: int) -> Mapping[str, Position]:
    """Place ``names`` on a circle that has room for ``size`` nodes; a single one in the middle."""
    radius = 0.0 if len(names) < 2 else _SPACING * math.sqrt(size) * 1.1
    step = 2 * math.pi / max(len(names), 1)
    return {name: (radius * math.cos(at * step), radius * math.sin(at * step)) for at, name in enumerate(names)}


def _mean(points: Sequence[Position]) -> Position:
    if not points:
        return (0.0, 0.0)
    return (sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points))


def _spiral(centre: Position, turn: int) -> Position:
    distance = _SPACING * math.sqrt(turn)
    angle = turn * _GOLDEN_ANGLE
    return (round(centre[0] + distance * math.cos(angle), 1), round(centre[1] + distance * math.sin(angle), 1))
