"""From names to official codes and kinds of actors; what stays open stays as printed."""

from __future__ import annotations

from loaders.resolve.actors import ResolvedActor
from loaders.resolve.gazetteer import Gazetteer
from loaders.resolve.legal import convention_key, territory_slug
from loaders.resolve.names import bare, fold, named, slug

__all__ = ["Gazetteer", "ResolvedActor", "bare", "convention_key", "fold", "named", "slug", "territory_slug"]
