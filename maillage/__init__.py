"""Maillage: a knowledge graph of French territorial social policy."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maillage.library import opened as open

__version__ = "0.1.0"
__all__ = ["__version__", "open"]


def __getattr__(name: str) -> object:
    """Give ``maillage.open``, whose engine is loaded only where a graph is opened."""
    if name == "open":
        from maillage.library import opened

        return opened
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
