"""Search in French over everything that has a name: a full text index beside the store, asked with plain words."""

from maillage.search.highlighting import Highlighter, Piece
from maillage.search.index import Index, opened
from maillage.search.kinds import KINDS

__all__ = ["KINDS", "Highlighter", "Index", "Piece", "opened"]
