"""The marks that tell kinds of things apart, as SVG paths about the origin, 16 units wide."""

from __future__ import annotations

from collections.abc import Mapping

_PATHS: Mapping[str, str] = {
    "dot": "M-7 0a7 7 0 1 0 14 0a7 7 0 1 0 -14 0z",
    "square": "M-6 -6H6V6H-6z",
    "diamond": "M0 -8L8 0L0 8L-8 0z",
    "triangle": "M0 -7.5L8 6.5H-8z",
    "triangleDown": "M0 7.5L8 -6.5H-8z",
    "hexagon": "M-4 -7H4L8 0L4 7H-4L-8 0z",
    "star": "M0 -8L2.2 -2.6L8 -2.4L3.5 1.3L5 7L0 3.8L-5 7L-3.5 1.3L-8 -2.4L-2.2 -2.6z",
    "box": "M-7 -5H7V5H-7z",
}


def mark(shape: str) -> str:
    """Return the path of ``shape``, one that the canvas knows too; a dot for any other."""
    return _PATHS.get(shape, _PATHS["dot"])
