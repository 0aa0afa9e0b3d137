"""Maillage: a knowledge graph of French territorial social policy."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maillage.library import open_graph as open

__version__ = "0.1.0"
__all__ = ["__version__", "open"]


def __getattr__(name: str) -> object:
    """Give ``maillage.open``, whose engine is loaded only where a graph is opened."""
    if name == "open":
        from maillage.library import open_graph

        return open_graph
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
