"""Search as pages need it: what is found, by what it can be filtered, and the words that answer, with their place."""

from viz.explorer.search.finder import Finder

__all__ = ["Finder"]
