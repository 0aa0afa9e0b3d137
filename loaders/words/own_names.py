"""The bare names of the territory that an act is about: ``Vallée et Coteaux`` is one, whatever its ``et``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from loaders.resolve.legal import proper_words
from loaders.words.wording import plain
from maillage.reference import Territory


def own_names(text: str, territory: Territory | None, *, alone: bool = False) -> Iterator[tuple[int, int]]:
    """Give where ``text`` says the name of an EPCI that is its ``territory``, without its legal form.

    A name of one word may be that of a commune as well, and is looked for where it stands ``alone`` in a title or cell.
    """
    pattern = _pattern(territory, 1 if alone else 2) if territory is not None and territory.kind == "epci" else None
    if pattern is not None:
        spans = (found.span() for found in pattern.finditer(plain(text)))
        yield from (span for span in spans if not alone or text[span[0]].isupper())


@lru_cache(maxsize=64)
def _pattern(territory: Territory, fewest: int) -> re.Pattern[str] | None:
    """Return the pattern of the names of a territory of ``fewest`` words at least, the longest first; None for none."""
    names = {proper_words(name) for name in (territory.name, *territory.other_names)}
    several = sorted((name for name in names if len(name.split()) >= fewest), key=lambda name: (-len(name), name))
    whole = "|".join(r"\W{1,3}".join(map(re.escape, name.split())).replace("oe", "(?:oe|œ)") for name in several)
    return re.compile(rf"(?<!\w)(?:{whole})(?!\w)") if whole else None
