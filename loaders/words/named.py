"""Named: a territory that a text names, and the longest of the names that a text may be read as."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from loaders.resolve import fold
from maillage.reference import Territory


@dataclass(frozen=True, slots=True)
class Named:
    """A territory named in a text: where, which, and as printed (with its legal form)."""

    start: int
    end: int
    territory: Territory
    printed: str


def longest(text: str, start: int, ends: list[int], resolve: Callable[[str], Territory | None]) -> Named | None:
    """Return the territory that the longest name from ``start`` means, cut where its own words end.

    What follows a name on the same line may be capitalised too (``COMMUNE DE X Séance du ...``).
    """
    found: Named | None = None
    for end in ends:
        territory = resolve(text[start:end])
        if found is not None and (territory != found.territory or _says_more(text[end : found.end], found.territory)):
            break
        if territory is not None:
            found = Named(start, end, territory, text[start:end])
    return found


def _says_more(words: str, territory: Territory) -> bool:
    """Whether any of ``words`` belongs to one of the names of ``territory``."""
    own = {word for name in (territory.name, *territory.other_names) for word in fold(name).split()}
    return bool(own & set(fold(words).split()))


def quoteless(printed: str) -> str:
    """Return a name without the quotation marks within."""
    return " ".join(re.sub(r"[«»\"“”]", " ", printed).split())
