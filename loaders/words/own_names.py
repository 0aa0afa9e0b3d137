"""The bare names of EPCI as the reference has them: ``Vallée et coteaux``, whatever its ``et`` and its capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from loaders.remembering import remembered
from loaders.resolve.legal import proper_words
from loaders.resolve.names import ascii_words
from loaders.words.wording import plain
from maillage.reference import Territory

_LONGEST = 90
"""Characters that a name has at the most."""


def own_names(text: str, territory: Territory | None, *, alone: bool = False) -> Iterator[tuple[int, int]]:
    """Give where ``text`` says the name of an EPCI that is its ``territory``, without its legal form.

    A name of one word may be that of a commune as well, and is looked for where it stands ``alone`` in a title or cell.
    """
    pattern = _pattern(territory, 1 if alone else 2) if territory is not None and territory.kind == "epci" else None
    if pattern is not None:
        spans = (found.span() for found in pattern.finditer(plain(text)))
        yield from (span for span in spans if not alone or text[span[0]].isupper())


def name_at(text: str, start: int, epcis: tuple[Territory, ...]) -> tuple[Territory, int] | None:
    """Return the one of ``epcis`` whose name, of several words, stands at ``start`` of ``text``, and where it ends."""
    said = f"{ascii_words(text[start : start + _LONGEST])} "
    called = _by_first_word(epcis).get(said[: said.find(" ")], ())
    named = dict.fromkeys(one for name, one in called if said.startswith(name))
    found = [(one, match.end()) for one in named if (match := _match(one, text, start))]
    return max(found, key=lambda pair: pair[1], default=None)


def _match(epci: Territory, text: str, start: int) -> re.Match[str] | None:
    """Return where the name of ``epci`` stands at ``start`` of ``text``."""
    pattern = _pattern(epci, 2)
    return pattern.match(plain(text), start) if pattern is not None else None


@remembered(64)
def _by_first_word(epcis: tuple[Territory, ...]) -> dict[str, list[tuple[str, Territory]]]:
    """Return ``epcis`` with each of their names of several words, and the space behind it, by its first word."""
    found: dict[str, list[tuple[str, Territory]]] = {}
    for one in epcis:
        for name in sorted(name for name in _names_of(one) if " " in name):
            found.setdefault(name[: name.find(" ")], []).append((f"{name} ", one))
    return found


@lru_cache(maxsize=2_048)
def _names_of(epci: Territory) -> frozenset[str]:
    """Return the names of an EPCI without their legal forms, folded."""
    return frozenset(proper_words(name) for name in (epci.name, *epci.other_names))


@lru_cache(maxsize=64)
def _pattern(territory: Territory, fewest: int) -> re.Pattern[str] | None:
    """Return the pattern of the names of a territory of ``fewest`` words at least, the longest first; None for none."""
    names = (name for name in _names_of(territory) if len(name.split()) >= fewest)
    several = sorted(names, key=lambda name: (-len(name), name))
    whole = "|".join(r"\W{1,3}".join(map(re.escape, name.split())).replace("oe", "(?:oe|œ)") for name in several)
    return re.compile(rf"(?<!\w)(?:{whole})(?!\w)") if whole else None
