"""What a request likes best of what is offered, by its ``Accept`` header (RFC 9110, 12.5.1)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

_WEIGHT = re.compile(r"0(?:\.\d{0,3})?|1(?:\.0{0,3})?")

ANY = "*/*"


def best(accept: str, offered: Mapping[str, str]) -> str:
    """Return the value of the media type of ``offered`` that ``accept`` likes best; empty where it accepts none.

    Of those that it likes the same, the first offered wins. A header that is missing accepts anything.
    """
    return offered.get(_best(accept, tuple(offered)), "")


@lru_cache(1000)  # clients say the same all the time
def _best(accept: str, offered: tuple[str, ...]) -> str:
    """Return the media type of ``offered`` that ``accept`` likes best; empty where it accepts none."""
    ranges = _ranges(accept) if accept.strip() else {ANY: 1.0}
    weights = {media_type: _weight(media_type, ranges) for media_type in offered}
    liked = max(weights.values(), default=0.0)
    return next((media_type for media_type, weight in weights.items() if weight == liked > 0), "")


def wanted(
    accept: str, path: str, extensions: Mapping[str, str], offered: Mapping[str, str], otherwise: str
) -> tuple[str, str]:
    """Return ``path`` without its extension and the form that it names; without one, the form that ``accept`` likes.

    ``otherwise`` is the form of a request that accepts none of those ``offered``.
    """
    for extension, form in extensions.items():
        if path.endswith(extension):
            return path.removesuffix(extension), form
    return path, best(accept, offered) or otherwise


def _ranges(accept: str) -> Mapping[str, float]:
    """Return the weights of the media ranges; one whose weight is no number is left out."""
    weights: dict[str, float] = {}
    for part in accept.split(","):
        kind, *parameters = (piece.strip().lower() for piece in part.split(";"))
        given = next((value[2:].strip() for value in parameters if value.startswith("q=")), "1")
        if kind and _WEIGHT.fullmatch(given):
            weights[kind] = max(float(given), weights.get(kind, 0.0))
    return weights


def _weight(media_type: str, ranges: Mapping[str, float]) -> float:
    """Return the weight of the most specific range that has ``media_type``."""
    family = media_type.partition("/")[0]
    return next((ranges[one] for one in (media_type, f"{family}/*", ANY) if one in ranges), 0.0)
