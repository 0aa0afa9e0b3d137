"""Words that any act uses of any body, so that alone they name no place: ``Ville``, ``le Syndicat``, ``la Caf``."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from loaders.remembering import remembered_texts
from loaders.resolve.names import fold, loose
from loaders.vocabulary import words
from maillage.reference import Territory


@remembered_texts(8_192)
def is_generic(name: str) -> bool:
    """Whether ``name`` says what somebody is and not who, though a commune may bear it: ``la Ville``."""
    return loose(fold(name)) in _generic()


def spelt_so(name: str, territories: Iterable[Territory]) -> Territory | None:
    """Return the territory whose accents tell its name from the word: ``Villé`` is a commune, ``la ville`` is none."""
    spelt = " ".join(name.split()).casefold()
    return next((t for t in territories if t.name.casefold() == spelt and not spelt.isascii()), None)


@cache
def _generic() -> frozenset[str]:
    declared = [fold(word) for word in words("actors", "generic")]
    return frozenset(form for word in declared for form in (word, f"{word}s"))
