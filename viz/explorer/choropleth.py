"""Territories drawn from their contours, each by what is told of it; the same drawing for the same facts."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, radians
from typing import TypeAlias

WIDTH = 760
_TALLEST = 900
_MARGIN = 8
_FINEST = 0.6
"""The least distance, in pixels, between two points of a drawn contour."""

_MAINLAND = (-6.0, 41.0, 10.5, 51.6)
"""What metropolitan France is within: west, south, east, north."""

Rings: TypeAlias = "Sequence[array[float]]"


@dataclass(frozen=True, slots=True)
class Frame:
    """What turns degrees into pixels: the corner, the scale, and how much a degree of longitude is shorter."""

    west: float
    north: float
    scale: float
    squeeze: float
    height: int

    def path(self, rings: Rings) -> str:
        """Return the path of ``rings``, less the points that nobody would see."""
        return "".join(_drawn(self._points(ring)) for ring in rings)

    def _points(self, ring: array[float]) -> list[tuple[float, float]]:
        kept: list[tuple[float, float]] = []
        for at in range(0, len(ring) - 1, 2):
            x = (ring[at] - self.west) * self.squeeze * self.scale + _MARGIN
            y = (self.north - ring[at + 1]) * self.scale + _MARGIN
            if not kept or abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= _FINEST:
                kept.append((x, y))
        return kept


def _drawn(points: Sequence[tuple[float, float]]) -> str:
    if len(points) < 3:
        return ""
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + "Z"


def on_the_map(rings: Rings) -> bool:
    """Whether ``rings`` begin in metropolitan France, which is what a map shows; the rest stands in the list."""
    if not rings or not rings[0]:
        return False
    west, south, east, north = _MAINLAND
    return west <= rings[0][0] <= east and south <= rings[0][1] <= north


def frame(shown: Iterable[Rings]) -> Frame:
    """Return the frame that holds all of ``shown``."""
    bounds = [(min(ring[::2]), min(ring[1::2]), max(ring[::2]), max(ring[1::2])) for rings in shown for ring in rings]
    west, south = min(one[0] for one in bounds), min(one[1] for one in bounds)
    east, north = max(one[2] for one in bounds), max(one[3] for one in bounds)
    squeeze = cos(radians((south + north) / 2))
    wide, tall = max((east - west) * squeeze, 1e-6), max(north - south, 1e-6)
    scale = min((WIDTH - 2 * _MARGIN) / wide, (_TALLEST - 2 * _MARGIN) / tall)
    return Frame(west, north, scale, squeeze, round(tall * scale) + 2 * _MARGIN)
