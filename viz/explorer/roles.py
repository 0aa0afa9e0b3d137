"""The order in which roles are told."""

from __future__ import annotations

from viz.palette import palette


def rank_of(role: str) -> int:
    """Return where a role stands among those of the palette, the weightiest first; after them where it is unknown."""
    order = list(palette().role)
    return order.index(role) if role in order else len(order)
