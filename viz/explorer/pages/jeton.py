"""Jeton: where the token is asked for."""

from __future__ import annotations

from dataclasses import dataclass

TEMPLATE = "jeton.html"


@dataclass(frozen=True, slots=True)
class Jeton:
    """What the page shows: whether what was given is not the token."""

    wrong: bool


def page(*, wrong: bool) -> Jeton:
    """Return the page."""
    return Jeton(wrong)
